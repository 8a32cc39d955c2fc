-- Intake in batches: what was sent together, for which year and by whom, what became of each file, and what people decided
-- where the programme asks.

create table intake_batches (
  county_id integer not null,
  batch integer not null,
  year smallint,
  purpose text not null,
  origin text not null,
  actor text not null,
  started_at timestamptz not null default now(),
  constraint intake_batches_pkey primary key (county_id, batch),
  constraint intake_batches_county_fkey foreign key (county_id) references counties (county_id),
  constraint intake_batches_year_check check (year between 2019 and 2200),
  constraint intake_batches_purpose_check check (purpose in ('current', 'archive'))
);
comment on table intake_batches is 'Intake batches (收件批次): files that were sent in together.';
comment on column intake_batches.county_id is 'County.';
comment on column intake_batches.batch is 'Running number within the county, from 1.';
comment on column intake_batches.year is 'Report year the files are meant for; a report of another year waits and asks. Empty: any year.';
comment on column intake_batches.purpose is 'current (本期报送), or archive (存档): past years, of which findings are counted and never listed as work.';
comment on column intake_batches.origin is 'From where: web, command.';
comment on column intake_batches.actor is 'Who sent them in.';
comment on column intake_batches.started_at is 'When the first file came.';

create table intake_items (
  county_id integer not null,
  batch integer not null,
  item integer not null,
  name text not null,
  sha256 text,
  last boolean not null default false,
  state text not null,
  outcome text,
  detail jsonb not null default '{}',
  actor text not null,
  changed_at timestamptz not null default now(),
  constraint intake_items_pkey primary key (county_id, batch, item),
  constraint intake_items_batch_fkey foreign key (county_id, batch) references intake_batches (county_id, batch),
  constraint intake_items_document_fkey foreign key (county_id, sha256) references documents (county_id, sha256),
  constraint intake_items_state_check check (state in ('waiting', 'done', 'failed')),
  constraint intake_items_outcome_check check (outcome in ('read', 'unreadable', 'not_a_report', 'known', 'refused')),
  constraint intake_items_done_check check ((state = 'done') = (outcome is not null)),
  constraint intake_items_waiting_check check (state <> 'waiting' or sha256 is not null)
);
create index intake_items_by_document on intake_items (county_id, sha256, batch);
create index intake_items_waiting on intake_items (county_id, batch, item) where state = 'waiting';
comment on table intake_items is 'Files of a batch in the order in which they came. The bytes are stored before an item is; one that waits is taken up again when the programme starts.';
comment on column intake_items.county_id is 'County.';
comment on column intake_items.batch is 'Batch.';
comment on column intake_items.item is 'Running number within the batch, from 1.';
comment on column intake_items.name is 'Name as sent, with folders and archive before it.';
comment on column intake_items.sha256 is 'Document with its bytes; empty where nothing could be had of the file.';
comment on column intake_items.last is 'Read after the others of its batch: a spreadsheet has no prose, and the first document of a report is its main file.';
comment on column intake_items.state is 'waiting (stored, to be read), done, failed (a fault of the programme; the bytes are kept).';
comment on column intake_items.outcome is 'What became of the file in this batch: read (see document_parts), unreadable, not_a_report, known (worked before), refused (an entry of an archive that could not be had).';
comment on column intake_items.detail is 'Of refused: {"refused": code}.';
comment on column intake_items.actor is 'Who sent it in.';
comment on column intake_items.changed_at is 'When its state last changed.';

alter table document_parts
  drop constraint document_parts_outcome_check,
  add constraint document_parts_outcome_check check (outcome in ('new', 'same_figures', 'proposed', 'body_unknown', 'year_unknown', 'before_form', 'left_aside', 'held', 'left_out'));
comment on column document_parts.outcome is 'new (first version), same_figures (attachment of a version), proposed (next version, not yet current); waiting: body_unknown, year_unknown, held (a person is asked: another year than the batch''s, an accepted report, or other figures than another file of the batch); left_out (a person said it is not to be taken in; kept); before_form (report of a year before 2019, kept as a document only); left_aside (搁置: a person said it is no report of a body of the register).';
comment on column document_parts.outcome_detail is 'Parameters of the outcome, for example {"cells": [{"figure", "before", "after"}]}, {"candidates": [body codes], "evidence": [where a name was read]} or {"held": "other_year", "asked": 2025}.';

create table intake_decisions (
  county_id integer not null,
  decision_id bigint generated by default as identity,
  sha256 text not null,
  part integer not null,
  held text not null,
  decision text not null,
  actor text not null,
  decided_at timestamptz not null default now(),
  constraint intake_decisions_pkey primary key (county_id, decision_id),
  constraint intake_decisions_part_fkey foreign key (county_id, sha256, part) references document_parts (county_id, sha256, part),
  constraint intake_decisions_held_check check (held in ('other_year', 'accepted', 'differs')),
  constraint intake_decisions_decision_check check (decision in ('taken_in', 'left_out', 'undone'))
);
create index intake_decisions_by_part on intake_decisions (county_id, sha256, part, decision_id);
comment on table intake_decisions is 'What people decided about reports that were held, append-only; undoing is a row of its own.';
comment on column intake_decisions.county_id is 'County.';
comment on column intake_decisions.decision_id is 'Running number; gives the order.';
comment on column intake_decisions.sha256 is 'Document.';
comment on column intake_decisions.part is 'Number of the report within the document.';
comment on column intake_decisions.held is 'Why it was held: other_year, accepted, differs.';
comment on column intake_decisions.decision is 'taken_in, left_out, undone (asked again).';
comment on column intake_decisions.actor is 'Who decided.';
comment on column intake_decisions.decided_at is 'When.';
create trigger intake_decisions_append_only before update or delete on intake_decisions for each row execute function refuse_change();
create trigger intake_decisions_no_truncate before truncate on intake_decisions for each statement execute function refuse_change();
