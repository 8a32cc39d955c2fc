-- SQL of documents.ts; written by the tests (UPDATE_SQL=1).

-- listDocuments
select "documents"."sha256", "documents"."name", "documents"."media_type" as "mediaType", "documents"."size", "documents"."outcome",
  "documents"."outcome_detail" as "detail", "documents"."received_on" as "receivedOn", "documents"."ingested_at" as "ingestedAt", "documents"."actor",
  (select coalesce(json_agg(agg), '[]')
from (select "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title", "p"."read_body" as "body",
  "p"."read_year" as "year", "p"."read_scope" as "scope"
from "document_parts" as "p"
where "p"."county_id" = "documents"."county_id" and "p"."sha256" = "documents"."sha256"
order by "p"."part") as agg) as "parts"
from "documents"
where "documents"."county_id" = $1
order by "documents"."ingested_at" desc, "documents"."name";

-- documentsByYear
select "documents"."sha256", "documents"."name", "documents"."media_type" as "mediaType", "documents"."size", "documents"."outcome",
  "documents"."outcome_detail" as "detail", "documents"."received_on" as "receivedOn", "documents"."ingested_at" as "ingestedAt", "documents"."actor",
  (select coalesce(json_agg(agg), '[]')
from (select "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title", "p"."read_body" as "body",
  "p"."read_year" as "year", "p"."read_scope" as "scope"
from "document_parts" as "p"
where "p"."county_id" = "documents"."county_id" and "p"."sha256" = "documents"."sha256"
order by "p"."part") as agg) as "parts"
from "documents"
where "documents"."county_id" = $1 and "documents"."outcome" <> $2
order by "documents"."ingested_at", "documents"."sha256";

-- documentByHash
select "documents"."sha256", "documents"."name", "documents"."media_type" as "mediaType", "documents"."size", "documents"."outcome",
  "documents"."outcome_detail" as "detail", "documents"."received_on" as "receivedOn", "documents"."ingested_at" as "ingestedAt", "documents"."actor",
  (select coalesce(json_agg(agg), '[]')
from (select "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title", "p"."read_body" as "body",
  "p"."read_year" as "year", "p"."read_scope" as "scope"
from "document_parts" as "p"
where "p"."county_id" = "documents"."county_id" and "p"."sha256" = "documents"."sha256"
order by "p"."part") as agg) as "parts"
from "documents"
where "documents"."county_id" = $1 and "documents"."sha256" = $2;

-- documentBytes
select "name", "media_type" as "mediaType", "bytes"
from "documents"
where "county_id" = $1 and "sha256" = $2;

-- unfinishedDocuments
select "documents"."sha256", "documents"."name"
from "documents"
where "documents"."county_id" = $1 and ("documents"."outcome" = $2 or exists (select "p"."part"
from "document_parts" as "p"
where "p"."county_id" = "documents"."county_id" and "p"."sha256" = "documents"."sha256" and "p"."outcome" = $3))
order by "documents"."ingested_at", "documents"."sha256";

-- waitingBodies
select "p"."read_body" as "body", "p"."sha256", "d"."name", "p"."part", "p"."read_year" as "year", "p"."read_scope" as "scope",
  "p"."read_title" as "title", "p"."outcome_detail" as "detail"
from "document_parts" as "p"
inner join "documents" as "d" on "d"."county_id" = "p"."county_id" and "d"."sha256" = "p"."sha256"
where "p"."county_id" = $1 and "p"."outcome" = $2
order by "p"."read_body", "p"."read_year", "d"."name";

-- insertDocument
insert into "documents" ("county_id", "sha256", "name", "media_type", "size", "bytes", "outcome", "outcome_detail", "received_on", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict ("county_id", "sha256")
do nothing returning "sha256";

-- setDocumentOutcome
update "documents"
set "outcome" = $1, "name" = $2, "media_type" = $3, "outcome_detail" = $4
where "county_id" = $5 and "sha256" = $6;

-- setPartOutcome
insert into "document_parts" ("county_id", "sha256", "part", "outcome", "outcome_detail", "read_title", "read_body", "read_year", "read_scope",
  "reader_version", "read_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
on conflict ("county_id", "sha256", "part")
do update set "outcome" = $11, "outcome_detail" = $12, "read_title" = $13, "read_body" = $14, "read_year" = $15, "read_scope" = $16,
  "reader_version" = $17, "read_at" = now();

-- linkDocument
insert into "filing_documents" ("county_id", "body_code", "year", "scope", "sha256", "part", "role", "actor", "address", "dated")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict ("county_id", "body_code", "year", "scope", "sha256", "part", "role") do nothing;
