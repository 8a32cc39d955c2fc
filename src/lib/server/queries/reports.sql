-- SQL of reports.ts; written by the tests (UPDATE_SQL=1).

-- versionsOf
select "r"."year", "r"."scope", "r"."version", "r"."cause", "r"."edition", "r"."title", "r"."sha256", "d"."name" as "documentName", "r"."part",
  "d"."received_on" as "receivedOn", "r"."ingested_at" as "ingestedAt", "r"."actor", "c"."version" as "currentVersion", "p"."outcome",
  "p"."outcome_detail" as "detail"
from "reports" as "r"
inner join "documents" as "d" on "d"."county_id" = "r"."county_id" and "d"."sha256" = "r"."sha256"
inner join "document_parts" as "p" on "p"."county_id" = "r"."county_id" and "p"."sha256" = "r"."sha256" and "p"."part" = "r"."part"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and "r"."body_code" = $2 and "r"."year" = $3 and "r"."scope" = $4
order by "r"."year", "r"."scope", "r"."version";

-- reportsOfBody
select "r"."year", "r"."scope", "r"."version", "r"."cause", "r"."edition", "r"."title", "r"."sha256", "d"."name" as "documentName", "r"."part",
  "d"."received_on" as "receivedOn", "r"."ingested_at" as "ingestedAt", "r"."actor", "c"."version" as "currentVersion", "p"."outcome",
  "p"."outcome_detail" as "detail"
from "reports" as "r"
inner join "documents" as "d" on "d"."county_id" = "r"."county_id" and "d"."sha256" = "r"."sha256"
inner join "document_parts" as "p" on "p"."county_id" = "r"."county_id" and "p"."sha256" = "r"."sha256" and "p"."part" = "r"."part"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and "r"."body_code" = $2
order by "r"."year", "r"."scope", "r"."version";

-- currentVersion
select "version"
from "report_current"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4);

-- partOfVersion
select "p"."sha256", "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title", "p"."read_body" as "body",
  "p"."read_year" as "year", "p"."read_scope" as "scope"
from "reports" as "r"
inner join "document_parts" as "p" on "p"."county_id" = "r"."county_id" and "p"."sha256" = "r"."sha256" and "p"."part" = "r"."part"
where "r"."county_id" = $1 and "r"."body_code" = $2 and "r"."year" = $3 and "r"."scope" = $4 and "r"."version" = $5;

-- readReport
select "edition", "title", "body_as_printed" as "bodyAsPrinted", "period_from" as "from", "period_to" as "to", "dated", "printed_tables" as "tables",
  "sha256", "part", "reader_version" as "readerVersion"
from "reports"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "extra_rows" as "extraRows", "drift", "evidence"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "number", "title", "prose" as "text", "place" as "at"
from "report_sections"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5)
order by "position";
select /* 226 columns of figures */
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "figures"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);

-- insertReport
insert into "reports" ("county_id", "body_code", "year", "scope", "version", "cause", "reader_version", "sha256", "part", "edition", "title",
  "body_as_printed", "period_from", "period_to", "dated", "printed_tables", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into "report_figures" ("county_id", "body_code", "year", "scope", "version", /* 200 columns of figures */)
values (/* 205 parameters */);
insert into "report_sources" ("county_id", "body_code", "year", "scope", "version", "figures", "extra_rows", "drift", "evidence")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "report_sections" ("county_id", "body_code", "year", "scope", "version", "position", "number", "title", "prose", "place")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20), ($21, $22, $23, $24, $25, $26, $27, $28, $29,
  $30), ($31, $32, $33, $34, $35, $36, $37, $38, $39, $40), ($41, $42, $43, $44, $45, $46, $47, $48, $49, $50), ($51, $52, $53, $54, $55, $56, $57,
  $58, $59, $60);

-- setCurrent
insert into "report_current" ("county_id", "body_code", "year", "scope", "version", "actor")
values ($1, $2, $3, $4, $5, $6)
on conflict ("county_id", "body_code", "year", "scope")
do update set "version" = $7, "actor" = $8, "since" = now();
