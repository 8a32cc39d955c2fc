-- SQL of backup-rows.ts; written by the tests (UPDATE_SQL=1).

-- fixTextForms
set local datestyle to 'ISO, YMD';
set local intervalstyle to 'postgres';
set local timezone to 'UTC';
set local extra_float_digits to 1;

-- storedTables

    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
order by a.attnum)
       
from pg_attribute a
where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(jsonb_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
order by array_position(i.indkey::int2[], a.attnum)), '[]')
       
from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
where i.indrelid = c.oid and i.indisprimary) as "order",
      (select coalesce(jsonb_agg(distinct p.relname), '[]')
       
from pg_constraint f join pg_class p on p.oid = f.confrelid
where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "references"
   
from pg_class c
   
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely\_%'
      and not exists (select
from pg_depend d
where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   
order by c.relname;

-- storedRows
declare stored_rows no scroll cursor for select "county_id"::text as "county_id", "sha256"::text as "sha256", "name"::text as "name",
  "media_type"::text as "media_type", "size"::text as "size", translate(encode("bytes", 'base64'), chr(10), '') as "bytes",
  "outcome"::text as "outcome", "actor"::text as "actor", "ingested_at"::text as "ingested_at"
from (select *
from "documents"
order by county_id, sha256 collate "C") as sorted;
fetch forward 1
from stored_rows;
fetch forward 1
from stored_rows;
close stored_rows;

-- insertStoredRows
insert into "documents" ("county_id", "sha256", "name", "media_type", "size", "bytes", "outcome", "actor", "ingested_at")
    select (r.v ->> 0)::integer, (r.v ->> 1)::text, (r.v ->> 2)::text, (r.v ->> 3)::text, (r.v ->> 4)::integer, decode(r.v ->> 5, 'base64'),
  (r.v ->> 6)::text, (r.v ->> 7)::text, (r.v ->> 8)::timestamp with time zone
from jsonb_array_elements($1::text::jsonb) with ordinality as r (v, place)
order by r.place;

-- lockStoredTables
lock table "documents" in share row exclusive mode;

-- filledTables
select 'documents' as name
where exists (select
from "documents");

-- storedSequences

    select c.relname as "table", a.attname as "column", pg_sequence_last_value(s.oid)::text as last
   
from pg_class s
    join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
   
where s.relkind = 'S' and c.relnamespace = 'public'::regnamespace
   
order by c.relname, a.attname;

-- setStoredSequence
select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::text::bigint);

-- serverVersion
select current_setting('server_version') as version;
