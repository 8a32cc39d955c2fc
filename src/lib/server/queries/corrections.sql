-- SQL of corrections.ts; written by the tests (UPDATE_SQL=1).

-- correctionsOf
select "figure", "kind", "read_value" as "readValue", "value", "reason", "confirmed_by" as "by", "confirmed_on" as "on", "confirmed_how" as "how",
  "version", "actor", "made_at" as "madeAt"
from "corrections"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4)
order by "correction_id" desc;

-- insertCorrection
insert into "corrections" ("county_id", "body_code", "year", "scope", "version", "figure", "read_value", "value", "kind", "reason", "actor",
  "confirmed_by", "confirmed_on", "confirmed_how")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
