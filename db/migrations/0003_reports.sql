-- Reports in versions, their prose and sources, corrections, checks and findings. The figures stand in 0004.

create table reports (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  cause text not null,
  reader_version integer not null,
  sha256 text not null,
  part integer not null,
  edition text not null,
  title text,
  body_as_printed text,
  period_from date,
  period_to date,
  dated date,
  printed_tables text[] not null,
  actor text not null,
  ingested_at timestamptz not null default now(),
  constraint reports_pkey primary key (county_id, body_code, year, scope, version),
  constraint reports_filing_fkey foreign key (county_id, body_code, year, scope) references filings (county_id, body_code, year, scope),
  constraint reports_part_fkey foreign key (county_id, sha256, part) references document_parts (county_id, sha256, part),
  constraint reports_version_check check (version >= 1),
  constraint reports_cause_check check (cause in ('submitted', 'corrected', 'amended', 'reread')),
  constraint reports_edition_check check (edition in ('2019', '2021'))
);
create index reports_by_document on reports (county_id, sha256, part);
comment on table reports is 'Versions of the report of a filing. A row is never updated: what changes is a new version.';
comment on column reports.county_id is 'County.';
comment on column reports.body_code is 'Filing: body.';
comment on column reports.year is 'Filing: report year.';
comment on column reports.scope is 'Filing: scope.';
comment on column reports.version is 'Number of the version, from 1.';
comment on column reports.cause is 'Why there is this version: submitted (a document came), corrected (by the office), amended (by the body after publication), reread (the reader improved).';
comment on column reports.reader_version is 'Version of the reading line that read it.';
comment on column reports.sha256 is 'Document it was read from.';
comment on column reports.part is 'Number of the report within the document.';
comment on column reports.edition is 'Edition of the statutory form that the report year demands: 2019 or 2021.';
comment on column reports.title is 'Title as printed.';
comment on column reports.body_as_printed is 'Name of the body as printed.';
comment on column reports.period_from is 'First day of the period that the report states.';
comment on column reports.period_to is 'Last day of the period that the report states.';
comment on column reports.dated is 'Date of signature or publication printed in the document.';
comment on column reports.printed_tables is 'Statutory tables of which cells were found: 二, 三, 四.';
comment on column reports.actor is 'Who brought it in.';
comment on column reports.ingested_at is 'When it was stored; says nothing about when it was submitted.';

create table report_current (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  actor text not null,
  since timestamptz not null default now(),
  constraint report_current_pkey primary key (county_id, body_code, year, scope),
  constraint report_current_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version)
);
comment on table report_current is 'Which version of a filing counts. A later version is proposed until it is adopted; an earlier one is superseded.';
comment on column report_current.county_id is 'County.';
comment on column report_current.body_code is 'Filing: body.';
comment on column report_current.year is 'Filing: report year.';
comment on column report_current.scope is 'Filing: scope.';
comment on column report_current.version is 'The version that counts.';
comment on column report_current.actor is 'Who made it count.';
comment on column report_current.since is 'Since when.';

create table report_sections (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  position smallint not null,
  number smallint not null,
  title text not null,
  prose text not null,
  place jsonb not null,
  constraint report_sections_pkey primary key (county_id, body_code, year, scope, version, position),
  constraint report_sections_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version),
  constraint report_sections_number_check check (number between 1 and 6)
);
comment on table report_sections is 'The prose of the six sections.';
comment on column report_sections.county_id is 'County.';
comment on column report_sections.body_code is 'Report: body.';
comment on column report_sections.year is 'Report: report year.';
comment on column report_sections.scope is 'Report: scope.';
comment on column report_sections.version is 'Report: version.';
comment on column report_sections.position is 'Place in the document''s order, from 1.';
comment on column report_sections.number is 'Which of the six sections of the form it is.';
comment on column report_sections.title is 'Heading as printed, without its ordinal.';
comment on column report_sections.prose is 'Text without the tables.';
comment on column report_sections.place is 'Where it stands in the document.';

create table report_sources (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  figures jsonb not null,
  extra_rows jsonb not null,
  drift jsonb not null,
  evidence jsonb not null,
  constraint report_sources_pkey primary key (county_id, body_code, year, scope, version),
  constraint report_sources_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version)
);
comment on table report_sources is 'Where the figures of a report come from. The blocks of the document are read again from its bytes.';
comment on column report_sources.county_id is 'County.';
comment on column report_sources.body_code is 'Report: body.';
comment on column report_sources.year is 'Report: report year.';
comment on column report_sources.scope is 'Report: scope.';
comment on column report_sources.version is 'Report: version.';
comment on column report_sources.figures is 'By figure id: raw text, place (at), and where they apply the reason it is missing, inference, candidates, unit, note. An id that is not here is outside the report''s form.';
comment on column report_sources.extra_rows is 'Rows outside the form: kept and shown, never summed.';
comment on column report_sources.drift is 'What deviates from the printed form.';
comment on column report_sources.evidence is 'Readings of body, year and scope, and where each was read.';

create table corrections (
  county_id integer not null,
  correction_id bigint generated by default as identity,
  body_code text not null,
  year smallint not null,
  scope text not null,
  figure text not null,
  read_value numeric,
  value numeric,
  kind text not null,
  reason text not null,
  actor text not null,
  made_at timestamptz not null default now(),
  constraint corrections_pkey primary key (county_id, correction_id),
  constraint corrections_filing_fkey foreign key (county_id, body_code, year, scope) references filings (county_id, body_code, year, scope),
  constraint corrections_kind_check check (kind in ('reading_corrected', 'changed_by_body', 'zero_for_body')),
  constraint corrections_reason_check check (reason <> '')
);
create index corrections_by_filing on corrections (county_id, body_code, year, scope, correction_id);
comment on table corrections is 'Corrections of single figures, append-only; the last one of a figure counts. Applied again after every re-read.';
comment on column corrections.county_id is 'County.';
comment on column corrections.correction_id is 'Running number; gives the order.';
comment on column corrections.body_code is 'Filing: body.';
comment on column corrections.year is 'Filing: report year.';
comment on column corrections.scope is 'Filing: scope.';
comment on column corrections.figure is 'Figure id, with dots.';
comment on column corrections.read_value is 'Value as read at the time; empty where it was missing.';
comment on column corrections.value is 'Corrected value; empty where the figure is said to be missing.';
comment on column corrections.kind is 'reading_corrected (识读更正), changed_by_body (单位修改), zero_for_body (代为补0).';
comment on column corrections.reason is 'Reason in words.';
comment on column corrections.actor is 'Who corrected it.';
comment on column corrections.made_at is 'When.';

create table check_runs (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  family text not null,
  catalogue_version integer not null,
  results jsonb not null,
  run_at timestamptz not null default now(),
  constraint check_runs_pkey primary key (county_id, body_code, year, scope, version, family),
  constraint check_runs_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version),
  constraint check_runs_family_check check (family in ('report', 'neighbour'))
);
comment on table check_runs is 'The last run of each family of checks over a report version.';
comment on column check_runs.county_id is 'County.';
comment on column check_runs.body_code is 'Report: body.';
comment on column check_runs.year is 'Report: report year.';
comment on column check_runs.scope is 'Report: scope.';
comment on column check_runs.version is 'Report: version.';
comment on column check_runs.family is 'report (needs the report alone) or neighbour (needs last year or predecessors; run again when these change).';
comment on column check_runs.catalogue_version is 'Version of the catalogue of checks.';
comment on column check_runs.results is 'Result of every check: check, version, verdict (passed, failed, not evaluated, not applicable), reason.';
comment on column check_runs.run_at is 'When it ran.';

create table findings (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  family text not null,
  finding_key text not null,
  check_id text not null,
  level text not null,
  figures text[] not null,
  parameters jsonb not null,
  expected numeric,
  actual numeric,
  quote text,
  place jsonb,
  folded_under text,
  confirmed boolean,
  confirmed_actor text,
  confirmed_at timestamptz,
  constraint findings_pkey primary key (county_id, body_code, year, scope, version, family, finding_key),
  constraint findings_run_fkey foreign key (county_id, body_code, year, scope, version, family)
    references check_runs (county_id, body_code, year, scope, version, family),
  constraint findings_level_check check (level in ('error', 'query', 'note')),
  constraint findings_confirmed_check check ((confirmed is null) = (confirmed_actor is null) and (confirmed is null) = (confirmed_at is null))
);
comment on table findings is 'What the checks found. Sentences are made from check and parameters when shown.';
comment on column findings.county_id is 'County.';
comment on column findings.body_code is 'Report: body.';
comment on column findings.year is 'Report: report year.';
comment on column findings.scope is 'Report: scope.';
comment on column findings.version is 'Report: version.';
comment on column findings.family is 'Run that found it.';
comment on column findings.finding_key is 'Stable key: check + figures + quote; a person''s word hangs on it.';
comment on column findings.check_id is 'Check, for example T3-BALANCE.';
comment on column findings.level is 'error (差错), query (疑点), note (提示).';
comment on column findings.figures is 'Figure ids concerned.';
comment on column findings.parameters is 'Values for the wording.';
comment on column findings.expected is 'Value that the rule demands, where there is one.';
comment on column findings.actual is 'Value that stands there, where there is one.';
comment on column findings.quote is 'Sentence it was read from.';
comment on column findings.place is 'Where that sentence stands.';
comment on column findings.folded_under is 'Key of the root finding it is folded under.';
comment on column findings.confirmed is 'true 属实, false 不属实（误报）, empty 待核. Kept when the check runs again and finds the same.';
comment on column findings.confirmed_actor is 'Who said so.';
comment on column findings.confirmed_at is 'When.';

create trigger reports_not_updated before update on reports for each row execute function refuse_change();
create trigger report_sections_not_updated before update on report_sections for each row execute function refuse_change();
create trigger report_sources_not_updated before update on report_sources for each row execute function refuse_change();
create trigger corrections_append_only before update or delete on corrections for each row execute function refuse_change();
create trigger corrections_no_truncate before truncate on corrections for each statement execute function refuse_change();
