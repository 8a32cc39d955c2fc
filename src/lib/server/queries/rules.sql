-- SQL of rules.ts; written by the tests (UPDATE_SQL=1).

-- failuresByCheck
select "f"."check_id" as "check", "f"."year", count(*) as "n", count(distinct (f.body_code, f.scope)) as "filings"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
inner join "report_current" as "c" on "c"."county_id" = "f"."county_id" and "c"."body_code" = "f"."body_code" and "c"."year" = "f"."year" and "c"."scope" = "f"."scope" and "c"."version" = "f"."version"
where "f"."county_id" = $2 and "f"."folded_under" is null
group by "f"."check_id", "f"."year"
order by "f"."check_id", "f"."year";

-- findingsOfCheck
select "f"."body_code" as "body", "f"."year", "f"."scope", "f"."version", "r"."edition", "f"."level", "f"."parameters", "f"."quote", md5(concat_ws('|',
  f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) as "about", case when j.verdict is null or j.verdict = 'withdrawn' then null when j.about = md5(concat_ws('|', f.finding_key,
  f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) then j.verdict end as "judgement"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
inner join "report_current" as "c" on "c"."county_id" = "f"."county_id" and "c"."body_code" = "f"."body_code" and "c"."year" = "f"."year" and "c"."scope" = "f"."scope" and "c"."version" = "f"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
inner join "reports" as "r" on "r"."county_id" = "f"."county_id" and "r"."body_code" = "f"."body_code" and "r"."year" = "f"."year" and "r"."scope" = "f"."scope" and "r"."version" = "f"."version"
where "f"."county_id" = $2 and "f"."folded_under" is null and "f"."check_id" = $3 and "f"."year" = $4
order by "b"."sort_order", "f"."body_code", "f"."scope", "f"."finding_key";

-- versionsOfCheck
select (one.value ->> 'version')::integer as "version", min("r"."run_at") as "since", count(*) as "reports"
from "check_runs" as "r", jsonb_array_elements(r.results) as "one"
where "r"."county_id" = $1 and one.value ->> 'check' = $2
group by 1
order by 1 desc;

-- listSilences
select distinct on ("check_id") "check_id" as "check", "silenced", "reason", "actor", "decided_at" as "decidedAt"
from "check_silences"
where "county_id" = $1
order by "check_id", "silence_id" desc;

-- insertSilence
insert into "check_silences" ("county_id", "check_id", "silenced", "reason", "actor")
values ($1, $2, $3, $4, $5);

-- liveVersions
select "r"."body_code" as "body", "r"."year", "r"."scope", "r"."version"
from "reports" as "r"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and ("c"."version" is null or "r"."version" >= "c"."version")
order by "r"."year", "r"."body_code", "r"."scope", "r"."version";
