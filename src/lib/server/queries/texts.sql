-- SQL of texts.ts; written by the tests (UPDATE_SQL=1).

-- textsOfYear
select "c"."body_code" as "body", "c"."scope", "c"."version", "r"."edition", "s"."number", "s"."title", "s"."prose" as "text", "s"."place" as "at"
from "report_current" as "c"
inner join "reports" as "r" on "r"."county_id" = "c"."county_id" and "r"."body_code" = "c"."body_code" and "r"."year" = "c"."year" and "r"."scope" = "c"."scope" and "r"."version" = "c"."version"
left join "report_sections" as "s" on "s"."county_id" = "c"."county_id" and "s"."body_code" = "c"."body_code" and "s"."year" = "c"."year" and "s"."scope" = "c"."scope" and "s"."version" = "c"."version"
where "c"."county_id" = $1 and "c"."year" = $2
order by "c"."body_code", "c"."scope", "s"."position";

-- yearsWaiting
select distinct "c"."year"
from "report_current" as "c"
where "c"."county_id" = $1 and not exists (select "r"."version"
from "check_runs" as "r"
where "r"."county_id" = "c"."county_id" and "r"."body_code" = "c"."body_code" and "r"."year" = "c"."year" and "r"."scope" = "c"."scope" and "r"."version" = "c"."version" and "r"."family" = $2)
order by "c"."year";

-- forgetTexts
delete
from "findings"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "family" = $5);
delete
from "check_runs"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "family" = $5);

-- keptLists
select "list_id" as "id", "content", "actor", "kept_at" as "keptAt"
from "county_lists"
where "county_id" = $1 and "kind" = $2 and "year" is not distinct
from $3
order by "list_id" desc;

-- keepList
insert into "county_lists" ("county_id", "kind", "year", "content", "actor")
values ($1, $2, $3, $4, $5);
