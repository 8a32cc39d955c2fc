-- SQL of context.ts; written by the tests (UPDATE_SQL=1).

-- contextNotesOf
select "note_id" as "id", "year", "words", "actor", "noted_at" as "notedAt"
from "context_notes"
where "county_id" = $1 and "body_code" = $2
order by "year" desc, "note_id";

-- insertContextNote
insert into "context_notes" ("county_id", "body_code", "year", "words", "actor")
values ($1, $2, $3, $4, $5);

-- updateContextNote
update "context_notes"
set "year" = $1, "words" = $2, "actor" = $3, "noted_at" = now()
where "county_id" = $4 and "body_code" = $5 and "note_id" = $6;

-- deleteContextNote
delete
from "context_notes"
where "county_id" = $1 and "body_code" = $2 and "note_id" = $3;

-- keptLegalChanges
select "key", "year", "figures", "words", "source", "hidden"
from "legal_changes"
where "county_id" = $1
order by "year", "key";

-- saveLegalChange
insert into "legal_changes" ("county_id", "key", "year", "figures", "words", "source", "hidden", "actor", "noted_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, now())
on conflict ("county_id", "key")
do update set "year" = $9, "figures" = $10, "words" = $11, "source" = $12, "hidden" = $13, "actor" = $14, "noted_at" = now();

-- deleteLegalChange
delete
from "legal_changes"
where "county_id" = $1 and "key" = $2;

-- referenceReports
select "name", "year", "population", "address", "document_name" as "documentName", "figures"
from "reference_reports"
where "county_id" = $1
order by "name", "year";

-- referenceDocument
select "document_name" as "documentName", "bytes"
from "reference_reports"
where "county_id" = $1 and "name" = $2 and "year" = $3;

-- saveReferenceReport
insert into "reference_reports" ("county_id", "name", "year", "population", "address", "document_name", "bytes", "figures", "actor", "loaded_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
on conflict ("county_id", "name", "year")
do update set "population" = $10, "address" = $11, "document_name" = $12, "bytes" = $13, "figures" = $14, "actor" = $15, "loaded_at" = now();

-- deleteReferenceReport
delete
from "reference_reports"
where "county_id" = $1 and "name" = $2 and "year" = $3;
