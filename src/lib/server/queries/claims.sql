-- SQL of claims.ts; written by the tests (UPDATE_SQL=1).

-- standingClaims
select "c"."claim_id" as "id", "c"."body_code" as "body", "c"."alias", "c"."actor", "c"."claimed_at" as "claimedAt", (select coalesce(json_agg(agg),
  '[]')
from (select "p"."sha256", "d"."name" as "documentName", "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title",
  "p"."read_body" as "body", "p"."read_year" as "year", "p"."read_scope" as "scope"
from "claim_parts" as "cp"
inner join "document_parts" as "p" on "p"."county_id" = "cp"."county_id" and "p"."sha256" = "cp"."sha256" and "p"."part" = "cp"."part"
inner join "documents" as "d" on "d"."county_id" = "p"."county_id" and "d"."sha256" = "p"."sha256"
where "cp"."county_id" = "c"."county_id" and "cp"."claim_id" = "c"."claim_id"
order by "p"."read_year", "d"."name", "p"."part") as agg) as "parts"
from "claims" as "c"
where "c"."county_id" = $1 and "c"."taken_back_at" is null
order by "c"."claim_id" desc;

-- claimedBody
select "c"."body_code" as "body"
from "claim_parts" as "cp"
inner join "claims" as "c" on "c"."county_id" = "cp"."county_id" and "c"."claim_id" = "cp"."claim_id"
where "cp"."county_id" = $1 and "cp"."sha256" = $2 and "cp"."part" = $3 and "c"."taken_back_at" is null
order by "c"."claim_id" desc;

-- partsOfBody
select "p"."sha256", "d"."name" as "documentName", "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title",
  "p"."read_body" as "body", "p"."read_year" as "year", "p"."read_scope" as "scope"
from "document_parts" as "p"
inner join "documents" as "d" on "d"."county_id" = "p"."county_id" and "d"."sha256" = "p"."sha256"
where "p"."county_id" = $1 and p.outcome_detail ->> 'body' = $2
order by "p"."read_year", "d"."name", "p"."part";

-- insertClaim
insert into "claims" ("county_id", "body_code", "alias", "actor")
values ($1, $2, $3, $4)
returning "claim_id" as "id";
insert into "claim_parts" ("county_id", "claim_id", "sha256", "part")
values ($1, $2, $3, $4);

-- endClaim
update "claims"
set "taken_back_actor" = $1, "taken_back_at" = now()
where "county_id" = $2 and "claim_id" = $3;

-- removeFromFiling
delete
from "filing_documents"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "sha256" = $5 and "part" = $6;
delete
from "report_current"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "findings"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "check_runs"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "report_sections"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
delete
from "reports"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4) and "version" in ($5);
