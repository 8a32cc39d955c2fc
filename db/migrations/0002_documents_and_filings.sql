-- What was received (documents, with their bytes) and what is due (filings, with their history).

create table documents (
  county_id integer not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  bytes bytea not null,
  outcome text not null,
  outcome_detail jsonb not null default '{}',
  received_on date,
  actor text not null,
  ingested_at timestamptz not null default now(),
  constraint documents_pkey primary key (county_id, sha256),
  constraint documents_county_fkey foreign key (county_id) references counties (county_id),
  constraint documents_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint documents_size_check check (size = octet_length(bytes)),
  constraint documents_outcome_check check (outcome in ('received', 'read', 'unreadable', 'not_a_report'))
);
comment on table documents is 'Everything that was received (收件), with its bytes: also what cannot be read.';
comment on column documents.county_id is 'County.';
comment on column documents.sha256 is 'SHA-256 of the bytes in hexadecimal: the document''s identity in the county.';
comment on column documents.name is 'File name as received.';
comment on column documents.media_type is 'Media type told from the content, never from the name; application/octet-stream before it was read.';
comment on column documents.size is 'Number of bytes.';
comment on column documents.bytes is 'The document itself, unchanged.';
comment on column documents.outcome is 'received (stored, not yet read to the end), read (see document_parts), unreadable, not_a_report.';
comment on column documents.outcome_detail is 'Why it is unreadable: {"unreadable": code, "format": format}.';
comment on column documents.received_on is 'Day the office received it, where told; not the day of ingest.';
comment on column documents.actor is 'Who brought it in.';
comment on column documents.ingested_at is 'When it was stored.';

create table document_parts (
  county_id integer not null,
  sha256 text not null,
  part integer not null,
  outcome text not null,
  outcome_detail jsonb not null default '{}',
  read_title text,
  read_body text,
  read_year integer,
  read_scope text,
  reader_version integer not null,
  read_at timestamptz not null default now(),
  constraint document_parts_pkey primary key (county_id, sha256, part),
  constraint document_parts_document_fkey foreign key (county_id, sha256) references documents (county_id, sha256),
  constraint document_parts_outcome_check check (outcome in ('new', 'same_figures', 'proposed', 'body_unknown', 'year_unknown', 'before_form')),
  constraint document_parts_scope_check check (read_scope in ('own', 'rollup'))
);
create index document_parts_by_outcome on document_parts (county_id, outcome);
comment on table document_parts is 'The reports found in a document: one row, numbered 1, for the usual document with one report.';
comment on column document_parts.county_id is 'County.';
comment on column document_parts.sha256 is 'Document.';
comment on column document_parts.part is 'Number of the report within the document, from 1.';
comment on column document_parts.outcome is 'new (first version), same_figures (attachment of a version), proposed (next version, not yet current); waiting: body_unknown, year_unknown; before_form (report of a year before 2019, kept as a document only).';
comment on column document_parts.outcome_detail is 'Parameters of the outcome, for example {"changed": [figure ids]} or {"candidates": [body codes]}.';
comment on column document_parts.read_title is 'Title as read.';
comment on column document_parts.read_body is 'Name of the body as read; empty where not recognised.';
comment on column document_parts.read_year is 'Report year as read; empty where not recognised.';
comment on column document_parts.read_scope is 'own or rollup as read; empty where not recognised.';
comment on column document_parts.reader_version is 'Version of the reading line.';
comment on column document_parts.read_at is 'When it was read.';

create table filings (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  actor text not null,
  created_at timestamptz not null default now(),
  constraint filings_pkey primary key (county_id, body_code, year, scope),
  constraint filings_body_fkey foreign key (county_id, body_code) references bodies (county_id, code),
  constraint filings_year_check check (year between 2019 and 2200),
  constraint filings_scope_check check (scope in ('own', 'rollup'))
);
create index filings_by_year on filings (county_id, year);
comment on table filings is 'A report that is due or came (报送): body, year and scope. Its state follows from filing_events, on two axes: received/returned/accepted, and published.';
comment on column filings.county_id is 'County.';
comment on column filings.body_code is 'Body that files.';
comment on column filings.year is 'Report year.';
comment on column filings.scope is 'own (the body''s own report) or rollup (汇总, for the whole area).';
comment on column filings.actor is 'Who opened it.';
comment on column filings.created_at is 'When it was opened.';

create table filing_events (
  county_id integer not null,
  event_id bigint generated by default as identity,
  body_code text not null,
  year smallint not null,
  scope text not null,
  kind text not null,
  dated date,
  date_source text,
  detail jsonb not null default '{}',
  origin text not null,
  actor text not null,
  happened_at timestamptz not null default now(),
  constraint filing_events_pkey primary key (county_id, event_id),
  constraint filing_events_filing_fkey foreign key (county_id, body_code, year, scope) references filings (county_id, body_code, year, scope),
  constraint filing_events_kind_check check (kind in ('received', 'attached', 'proposed', 'adopted', 'returned', 'accepted', 'published', 'withdrawn')),
  constraint filing_events_dated_check check ((dated is null) = (date_source is null))
);
create index filing_events_by_filing on filing_events (county_id, body_code, year, scope, event_id);
comment on table filing_events is 'History of a filing (操作留痕), append-only: what, when, by whom, from where.';
comment on column filing_events.county_id is 'County.';
comment on column filing_events.event_id is 'Running number; gives the order of events.';
comment on column filing_events.body_code is 'Filing: body.';
comment on column filing_events.year is 'Filing: report year.';
comment on column filing_events.scope is 'Filing: scope.';
comment on column filing_events.kind is 'received (first version), attached (same figures again), proposed (next version), adopted (a version made current), returned, accepted, published, withdrawn.';
comment on column filing_events.dated is 'Day the event says it happened, for example submitted or published on; empty where unknown.';
comment on column filing_events.date_source is 'Where the day was taken from.';
comment on column filing_events.detail is 'Parameters: version, document, part.';
comment on column filing_events.origin is 'From where: ingest (files), web, command.';
comment on column filing_events.actor is 'Who did it.';
comment on column filing_events.happened_at is 'When it was recorded.';

create table filing_documents (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  sha256 text not null,
  part integer not null,
  role text not null,
  address text,
  dated date,
  actor text not null,
  linked_at timestamptz not null default now(),
  constraint filing_documents_pkey primary key (county_id, body_code, year, scope, sha256, part, role),
  constraint filing_documents_filing_fkey foreign key (county_id, body_code, year, scope) references filings (county_id, body_code, year, scope),
  constraint filing_documents_document_fkey foreign key (county_id, sha256) references documents (county_id, sha256),
  constraint filing_documents_role_check check (role in ('main', 'attachment', 'table', 'signed_copy', 'publication'))
);
create index filing_documents_by_document on filing_documents (county_id, sha256);
comment on table filing_documents is 'Which documents belong to a filing, and as what.';
comment on column filing_documents.county_id is 'County.';
comment on column filing_documents.body_code is 'Filing: body.';
comment on column filing_documents.year is 'Filing: report year.';
comment on column filing_documents.scope is 'Filing: scope.';
comment on column filing_documents.sha256 is 'Document.';
comment on column filing_documents.part is 'Number of the report within the document.';
comment on column filing_documents.role is 'main (主件, a version was read from it), attachment (附件, same figures), table, signed_copy (盖章件), publication (公开稿).';
comment on column filing_documents.address is 'Address of a publication.';
comment on column filing_documents.dated is 'Date of a publication or signed copy.';
comment on column filing_documents.actor is 'Who linked it.';
comment on column filing_documents.linked_at is 'When it was linked.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end
$$;
comment on function refuse_change() is 'Keeps what is append-only as it is, also against the superuser of the embedded database.';
create trigger filing_events_append_only before update or delete on filing_events for each row execute function refuse_change();
create trigger filing_events_no_truncate before truncate on filing_events for each statement execute function refuse_change();
