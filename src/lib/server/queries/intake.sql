-- SQL of intake.ts; written by the tests (UPDATE_SQL=1).

-- insertBatch
select max("batch") as "last"
from "intake_batches"
where "county_id" = $1;
insert into "intake_batches" ("county_id", "batch", "year", "purpose", "origin", "actor")
values ($1, $2, $3, $4, $5, $6);

-- batchByNumber
select "batch", "year", "purpose", "origin", "actor", "started_at" as "startedAt"
from "intake_batches"
where "county_id" = $1 and "batch" = $2;

-- batchOfDocument
select "batch", "year", "purpose", "origin", "actor", "started_at" as "startedAt"
from "intake_batches"
where "county_id" = $1 and "batch" = (select max("i"."batch") as "last"
from "intake_items" as "i"
where "i"."county_id" = $2 and "i"."sha256" = $3);

-- listBatches
select "batch", "year", "purpose", "origin", "actor", "started_at" as "startedAt"
from "intake_batches"
where "county_id" = $1
order by "batch" desc limit $2;
select "batch", count(*) as "n"
from "intake_items"
where "county_id" = $1 and "state" = $2
group by "batch";
select (outcome_detail ->> 'batch')::integer as "batch", count(*) as "n"
from "document_parts"
where "county_id" = $1 and "outcome" = $2
group by (outcome_detail ->> 'batch')::integer;

-- itemsOfBatch
select "item", "name", "sha256", "state", "outcome", "detail"
from "intake_items"
where "county_id" = $1 and "batch" = $2
order by "item";

-- insertItem
select max("batch") as "last"
from "intake_batches"
where "county_id" = $1;
insert into "intake_batches" ("county_id", "batch", "year", "purpose", "origin", "actor")
values ($1, $2, $3, $4, $5, $6);
select max("item") as "last"
from "intake_items"
where "county_id" = $1 and "batch" = $2;
insert into "intake_items" ("county_id", "batch", "item", "name", "sha256", "last", "state", "outcome", "detail", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- settleItem
update "intake_items"
set "state" = $1, "outcome" = $2, "changed_at" = now()
where "county_id" = $3 and "batch" = $4 and "item" = $5 and "state" = $6;

-- readAgain
update "intake_items"
set "state" = $1, "outcome" = $2, "changed_at" = now()
where "county_id" = $3 and "batch" = $4 and "sha256" is not null and "state" = $5;
update "intake_items"
set "state" = $1, "outcome" = $2, "changed_at" = now()
where "county_id" = $3 and "batch" = $4 and "sha256" is not null and ("sha256" = $5 and "state" = $6 and "outcome" <> $7);

-- waitingItems
select "county_id" as "countyId", "batch", "item", "name", "sha256", "actor"
from "intake_items"
where "state" = $1
order by "county_id", "batch", "last", "item" limit $2;

-- versionsOfBatch
select "r"."version", "r"."sha256"
from "reports" as "r"
where "r"."county_id" = $1 and "r"."body_code" = $2 and "r"."year" = $3 and "r"."scope" = $4 and exists (select "i"."item"
from "intake_items" as "i"
where "i"."county_id" = "r"."county_id" and "i"."sha256" = "r"."sha256" and "i"."batch" = $5)
order by "r"."version";

-- insertDecision
insert into "intake_decisions" ("county_id", "sha256", "part", "held", "decision", "actor")
values ($1, $2, $3, $4, $5, $6);

-- lastDecision
select "decision"
from "intake_decisions"
where "county_id" = $1 and "sha256" = $2 and "part" = $3
order by "decision_id" desc limit $4;

-- decisionsOfBatch
select distinct on ("d"."sha256", "d"."part") "d"."sha256", "d"."part", "d"."held", "d"."decision", "d"."actor", "d"."decided_at" as "decidedAt"
from "intake_decisions" as "d"
where "d"."county_id" = $1 and exists (select "i"."item"
from "intake_items" as "i"
where "i"."county_id" = "d"."county_id" and "i"."sha256" = "d"."sha256" and "i"."batch" = $2)
order by "d"."sha256", "d"."part", "d"."decision_id" desc;
