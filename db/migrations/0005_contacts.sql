-- Contacts of bodies, by report year: they stand in the register alone and go out with no data.

create table body_contacts (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  number integer not null,
  name text not null,
  post text,
  phone text,
  actor text not null,
  recorded_at timestamptz not null default now(),
  constraint body_contacts_pkey primary key (county_id, body_code, year, number),
  constraint body_contacts_body_year_fkey foreign key (county_id, body_code, year) references body_years (county_id, body_code, year) on delete cascade,
  constraint body_contacts_name_check check (name <> '')
);
comment on table body_contacts is 'Whom to call at a body about the report of a year (分管负责人、联络员). Personal data: shown in the register, never part of downloads of figures.';
comment on column body_contacts.county_id is 'County.';
comment on column body_contacts.body_code is 'Body.';
comment on column body_contacts.year is 'Report year (报告年度).';
comment on column body_contacts.number is 'Running number within the body and year, from 1.';
comment on column body_contacts.name is 'Name of the person.';
comment on column body_contacts.post is 'Post, for example 办公室主任; empty where not told.';
comment on column body_contacts.phone is 'Telephone as written; empty where not told.';
comment on column body_contacts.actor is 'Who recorded it.';
comment on column body_contacts.recorded_at is 'When it was recorded.';
