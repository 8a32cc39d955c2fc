-- SQL of county-years.ts; written by the tests (UPDATE_SQL=1).

-- bodyYearsOfCounty
select "body_code" as "body", "year", "must_file" as "mustFile", "county_due_on" as "countyDueOn", "statutory_due_on" as "statutoryDueOn",
  "in_rollup" as "inRollup", "peer_group" as "peerGroup", "population"
from "body_years"
where "county_id" = $1
order by "year", "body_code";

-- missingReasons
select "c"."body_code" as "body", "c"."year", "c"."scope", (select json_object_agg(e.key, e.value ->> 'missing')
from jsonb_each(s.figures) as e
where e.value ? 'missing') as "reasons"
from "report_current" as "c"
inner join "report_sources" as "s" on "s"."county_id" = "c"."county_id" and "s"."body_code" = "c"."body_code" and "s"."year" = "c"."year" and "s"."scope" = "c"."scope" and "s"."version" = "c"."version"
where "c"."county_id" = $1
order by "c"."year", "c"."body_code", "c"."scope";

-- partYears
select "c"."body_code" as "body", "c"."year", "c"."scope", "r"."period_from" as "from", "r"."period_to" as "to"
from "report_current" as "c"
inner join "reports" as "r" on "r"."county_id" = "c"."county_id" and "r"."body_code" = "c"."body_code" and "r"."year" = "c"."year" and "r"."scope" = "c"."scope" and "r"."version" = "c"."version"
where "c"."county_id" = $1 and r.period_from >= make_date(c.year, 1, 1) and r.period_to <= make_date(c.year, 12,
  31) and r.period_from <= r.period_to and r.period_to - r.period_from < make_date(c.year, 12, 31) - make_date(c.year, 1, 1)
order by "c"."year", "c"."body_code", "c"."scope";

-- countDocuments
select count(*) filter(where "outcome" in ($1, $2, $3)) as "toDo", max("ingested_at") as "latest"
from "documents"
where "county_id" = $4;
select count(*) filter(where "outcome" in ($1, $2, $3, $4)) as "toDo", count(distinct "read_body") filter(where "outcome" = $5) as "waitingBodies",
  count(*) filter(where "outcome" = $6) as "unassigned"
from "document_parts"
where "county_id" = $7;
