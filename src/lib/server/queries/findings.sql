-- SQL of findings.ts; written by the tests (UPDATE_SQL=1).

-- findingsOf
select "family", "finding_key" as "key", "check_id" as "check", "level", "figures", "parameters", "expected", "actual", "quote", "place" as "at",
  "folded_under" as "foldedUnder", "confirmed"
from "findings"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5)
order by case "level" when $6 then 1 when $7 then 2 else 3 end, "check_id", "finding_key";

-- checkResultsOf
select "family", "catalogue_version" as "catalogueVersion", "results"
from "check_runs"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5)
order by "family" desc;

-- countFindings
select "f"."body_code" as "body", "f"."year", "f"."scope", "f"."level", count(*) as "n"
from "report_current" as "c"
inner join "findings" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
where "c"."county_id" = $1 and ("f"."confirmed" is null or "f"."confirmed" = $2) and "f"."folded_under" is null and "c"."year" = $3
group by "f"."body_code", "f"."year", "f"."scope", "f"."level"
order by "f"."year", "f"."body_code", "f"."scope", "f"."level";

-- countFindingsByYear
select "f"."year", "f"."level", count(*) as "n"
from "report_current" as "c"
inner join "findings" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
where "c"."county_id" = $1 and ("f"."confirmed" is null or "f"."confirmed" = $2) and "f"."folded_under" is null
group by "f"."year", "f"."level"
order by "f"."year", "f"."level";

-- storeCheckRun
insert into "check_runs" ("county_id", "body_code", "year", "scope", "version", "family", "catalogue_version", "results", "run_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, now())
on conflict ("county_id", "body_code", "year", "scope", "version", "family")
do update set "catalogue_version" = $9, "results" = $10, "run_at" = now();
delete
from "findings"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5 and "family" = $6) and "finding_key" not in ($7);
insert into "findings" ("county_id", "body_code", "year", "scope", "version", "family", "finding_key", "check_id", "level", "figures", "parameters",
  "expected", "actual", "quote", "place", "folded_under", "confirmed", "confirmed_actor", "confirmed_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
on conflict ("county_id", "body_code", "year", "scope", "version", "family", "finding_key")
do update set "check_id" = "excluded"."check_id", "level" = "excluded"."level", "figures" = "excluded"."figures",
  "parameters" = "excluded"."parameters", "expected" = "excluded"."expected", "actual" = "excluded"."actual", "quote" = "excluded"."quote",
  "place" = "excluded"."place", "folded_under" = "excluded"."folded_under";
