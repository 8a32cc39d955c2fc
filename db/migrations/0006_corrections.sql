-- A correction names the version it made; a change by the body says who confirmed it, when and how; both can be taken back.

alter table corrections
  add column version smallint,
  add column confirmed_by text,
  add column confirmed_on date,
  add column confirmed_how text,
  add constraint corrections_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version),
  drop constraint corrections_kind_check,
  add constraint corrections_kind_check check (kind in ('reading_corrected', 'changed_by_body', 'zero_for_body', 'taken_back')),
  add constraint corrections_confirmed_check
    check (kind <> 'changed_by_body' or (confirmed_by is not null and confirmed_on is not null and confirmed_how is not null));
comment on table corrections is 'Corrections of single figures, append-only; the last one of a figure counts. The version that a correction made carries it; it is applied again after every re-read.';
comment on column corrections.kind is 'reading_corrected (识读更正), changed_by_body (单位修改), zero_for_body (代为补0), taken_back (撤销: the figure is again as read).';
comment on column corrections.version is 'Version of the report that the correction made.';
comment on column corrections.confirmed_by is 'Of a change by the body: who of the body confirmed it.';
comment on column corrections.confirmed_on is 'Of a change by the body: day on which it was confirmed.';
comment on column corrections.confirmed_how is 'Of a change by the body: how it was confirmed (in writing, by telephone).';
