-- SQL of bodies.ts; written by the tests (UPDATE_SQL=1).

-- listBodies
select "bodies"."code", "bodies"."kind", "bodies"."valid_from" as "validFrom", "bodies"."valid_to" as "validTo", (select coalesce(json_agg(agg), '[]')
from (select "body_names"."name", "body_names"."role", "body_names"."valid_from" as "validFrom", "body_names"."valid_to" as "validTo"
from "body_names"
where "body_names"."county_id" = "bodies"."county_id" and "body_names"."body_code" = "bodies"."code"
order by "body_names"."number") as agg) as "names"
from "bodies"
where "bodies"."county_id" = $1
order by "bodies"."sort_order", "bodies"."code";

-- bodyByCode
select "bodies"."code", "bodies"."kind", "bodies"."valid_from" as "validFrom", "bodies"."valid_to" as "validTo", (select coalesce(json_agg(agg), '[]')
from (select "body_names"."name", "body_names"."role", "body_names"."valid_from" as "validFrom", "body_names"."valid_to" as "validTo"
from "body_names"
where "body_names"."county_id" = "bodies"."county_id" and "body_names"."body_code" = "bodies"."code"
order by "body_names"."number") as agg) as "names"
from "bodies"
where "bodies"."county_id" = $1 and "bodies"."code" = $2;

-- listSuccessions
select "predecessor_code" as "predecessor", "successor_code" as "successor", "kind", "happened_on" as "happenedOn"
from "body_successions"
where "county_id" = $1
order by "happened_on", "succession_id";

-- insertBodies
insert into "bodies" ("county_id", "code", "kind", "sort_order", "valid_from", "valid_to", "actor")
values ($1, $2, $3, $4, $5, $6, $7);
insert into "body_names" ("county_id", "body_code", "number", "name", "role", "valid_from", "valid_to", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- insertSuccession
insert into "body_successions" ("county_id", "predecessor_code", "successor_code", "kind", "happened_on", "note", "actor")
values ($1, $2, $3, $4, $5, $6, $7);

-- insertBodyYears
insert into "body_years" ("county_id", "body_code", "year", "must_file", "county_due_on", "statutory_due_on", "in_rollup", "powers", "peer_group",
  "population", "note", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict ("county_id", "body_code", "year") do nothing;

-- notedSuccessions
select "succession_id" as "id", "predecessor_code" as "predecessor", "successor_code" as "successor", "kind", "happened_on" as "happenedOn", "note"
from "body_successions"
where "county_id" = $1
order by "happened_on" desc, "succession_id" desc;

-- registerOfYear
select "body_code" as "body", "year", "must_file" as "mustFile", "county_due_on" as "countyDueOn", "statutory_due_on" as "statutoryDueOn",
  "in_rollup" as "inRollup", "powers", "peer_group" as "peerGroup", "population", "note"
from "body_years"
where "county_id" = $1 and "year" = $2
order by "body_code";

-- saveBodyYear
insert into "body_years" ("county_id", "body_code", "year", "must_file", "county_due_on", "statutory_due_on", "in_rollup", "powers", "peer_group",
  "population", "note", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict ("county_id", "body_code", "year")
do update set "must_file" = $13, "county_due_on" = $14, "statutory_due_on" = $15, "in_rollup" = $16, "powers" = $17, "peer_group" = $18,
  "population" = $19, "note" = $20, "actor" = $21;

-- deleteBodyYear
delete
from "body_years"
where "county_id" = $1 and "body_code" = $2 and "year" = $3;

-- updateBody
update "bodies"
set "kind" = $1, "sort_order" = $2, "actor" = $3
where "county_id" = $4 and "code" = $5;

-- replaceNames
delete
from "body_names"
where "county_id" = $1 and "body_code" = $2;
insert into "body_names" ("county_id", "body_code", "number", "name", "role", "valid_from", "valid_to", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- deleteSuccession
delete
from "body_successions"
where "county_id" = $1 and "succession_id" = $2;
