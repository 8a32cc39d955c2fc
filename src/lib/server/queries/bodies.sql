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
