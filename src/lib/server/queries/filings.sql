-- SQL of filings.ts; written by the tests (UPDATE_SQL=1).

-- listYears
select "year"
from "body_years"
where "county_id" = $1
union select "year"
from "filings"
where "county_id" = $2
order by "year" desc;

-- filingsOfYear
select "b"."code" as "body", "b"."kind", "y"."must_file" as "mustFile", "y"."in_rollup" as "inRollup", "y"."county_due_on" as "countyDueOn",
  "y"."statutory_due_on" as "statutoryDueOn"
from "bodies" as "b"
left join "body_years" as "y" on "y"."county_id" = "b"."county_id" and "y"."body_code" = "b"."code" and "y"."year" = $1
where "b"."county_id" = $2
order by "b"."sort_order", "b"."code";
select "c"."body_code" as "body", "c"."scope", "c"."version", "d"."received_on" as "receivedOn", "r"."ingested_at" as "ingestedAt"
from "report_current" as "c"
inner join "reports" as "r" on "r"."county_id" = "c"."county_id" and "r"."body_code" = "c"."body_code" and "r"."year" = "c"."year" and "r"."scope" = "c"."scope" and "r"."version" = "c"."version"
inner join "documents" as "d" on "d"."county_id" = "r"."county_id" and "d"."sha256" = "r"."sha256"
where "c"."county_id" = $1 and "c"."year" = $2
order by "c"."body_code", "c"."scope";

-- coverageByYear
select "y"."year", count(*) as "due", count(*) filter(where exists (select 1 as "one"
from "report_current" as "c"
where "c"."county_id" = "y"."county_id" and "c"."body_code" = "y"."body_code" and "c"."year" = "y"."year")) as "received"
from "body_years" as "y"
where "y"."county_id" = $1 and "y"."must_file" = $2
group by "y"."year"
order by "y"."year" desc;

-- filingEvents
select "event_id" as "id", "origin", "kind", "dated", "date_source" as "dateSource", "detail", "actor", "happened_at" as "happenedAt"
from "filing_events"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4)
order by "event_id";

-- filingEventsOfYears
select "body_code" as "body", "year", "scope", "event_id" as "id", "origin", "kind", "dated", "date_source" as "dateSource", "detail", "actor",
  "happened_at" as "happenedAt"
from "filing_events"
where "county_id" = $1 and "year" in ($2, $3)
order by "event_id";

-- versionsOfYear
select "r"."body_code" as "body", "r"."scope", max("r"."version") as "last", "c"."version" as "current"
from "reports" as "r"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and "r"."year" = $2
group by "r"."body_code", "r"."scope", "c"."version"
order by "r"."body_code", "r"."scope";

-- contactsOfYear
select "body_code" as "body", "contacted_on" as "on", "how", "person", "note", "promised_on" as "promisedOn", "actor"
from "filing_contacts"
where "county_id" = $1 and "year" = $2
order by "contact_id" desc;

-- insertContact
insert into "filing_contacts" ("county_id", "body_code", "year", "scope", "contacted_on", "how", "person", "note", "promised_on", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- ensureFiling
insert into "filings" ("county_id", "body_code", "year", "scope", "actor")
values ($1, $2, $3, $4, $5)
on conflict ("county_id", "body_code", "year", "scope") do nothing;

-- insertFilingEvent
insert into "filing_events" ("county_id", "body_code", "year", "scope", "kind", "dated", "date_source", "detail", "origin", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
