-- SQL of received.ts; written by the tests (UPDATE_SQL=1).

-- listReceived
select "d"."sha256", "d"."name", "d"."received_on" as "receivedOn", "d"."ingested_at" as "ingestedAt",
  case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end as "state", coalesce(p.outcome_detail,
  d.outcome_detail) as "detail", "p"."part", "p"."read_body" as "body", "p"."read_year" as "year", "p"."read_scope" as "scope",
  (select max("i"."batch") as "last"
from "intake_items" as "i"
where "i"."county_id" = "d"."county_id" and "i"."sha256" = "d"."sha256") as "batch"
from "documents" as "d"
left join "document_parts" as "p" on "p"."county_id" = "d"."county_id" and "p"."sha256" = "d"."sha256" and d.outcome = 'read'
where "d"."county_id" = $1 and case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end in ($2,
  $3) and "p"."read_year" = $4 and exists (select "i"."item"
from "intake_items" as "i"
where "i"."county_id" = "d"."county_id" and "i"."sha256" = "d"."sha256" and "i"."batch" = $5)
order by "d"."ingested_at" desc, "d"."name", "d"."sha256", "p"."part" limit $6 offset $7;

-- countReceived
select case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end as "state", count(*) as "n"
from "documents" as "d"
left join "document_parts" as "p" on "p"."county_id" = "d"."county_id" and "p"."sha256" = "d"."sha256" and d.outcome = 'read'
where "d"."county_id" = $1
group by case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end
order by case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end;

-- yearsReceived
select distinct "read_year" as "year"
from "document_parts"
where "county_id" = $1 and "read_year" is not null
order by "read_year" desc;

-- receivedInBatch
select "d"."sha256", "d"."name", "d"."received_on" as "receivedOn", "d"."ingested_at" as "ingestedAt",
  case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end as "state", coalesce(p.outcome_detail,
  d.outcome_detail) as "detail", "p"."part", "p"."read_body" as "body", "p"."read_year" as "year", "p"."read_scope" as "scope", $1::integer as "batch"
from "documents" as "d"
left join "document_parts" as "p" on "p"."county_id" = "d"."county_id" and "p"."sha256" = "d"."sha256" and d.outcome = 'read'
where "d"."county_id" = $2 and exists (select "i"."item"
from "intake_items" as "i"
where "i"."county_id" = "d"."county_id" and "i"."sha256" = "d"."sha256" and "i"."batch" = $3)
order by "d"."sha256", "p"."part";
