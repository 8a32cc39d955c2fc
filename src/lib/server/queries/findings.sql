-- SQL of findings.ts; written by the tests (UPDATE_SQL=1).

-- findingsOf
select "f"."family", "f"."finding_key" as "key", "f"."check_id" as "check", "f"."level", "f"."figures", "f"."parameters", "f"."expected", "f"."actual",
  "f"."quote", "f"."place" as "at", "f"."folded_under" as "foldedUnder", md5(concat_ws('|', f.finding_key, f.parameters::text, f.expected::text,
  f.actual::text, (
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
  f.version)))) then j.verdict end as "judgement", coalesce((select s.silenced
from check_silences s
where s.county_id = f.county_id and s.check_id = f.check_id
order by s.silence_id desc limit 1), false) as "silenced", "j"."verdict", "j"."reason"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
where "f"."county_id" = $2 and "f"."body_code" = $3 and "f"."year" = $4 and "f"."scope" = $5 and "f"."version" = $6
order by case "f"."level" when $7 then 1 when $8 then 2 else 3 end, "f"."check_id", "f"."finding_key";

-- checkResultsOf
select "family", "catalogue_version" as "catalogueVersion", "results"
from "check_runs"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5)
order by "family" desc;

-- countFindings
select "f"."body_code" as "body", "f"."year", "f"."scope", "f"."level", count(*) as "n"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
inner join "report_current" as "c" on "c"."county_id" = "f"."county_id" and "c"."body_code" = "f"."body_code" and "c"."year" = "f"."year" and "c"."scope" = "f"."scope" and "c"."version" = "f"."version"
where "c"."county_id" = $2 and coalesce(case when j.verdict is null or j.verdict = 'withdrawn' then null when j.about = md5(concat_ws('|',
  f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) then j.verdict end, 'confirmed') = 'confirmed' and "f"."folded_under" is null and not coalesce((select s.silenced
from check_silences s
where s.county_id = f.county_id and s.check_id = f.check_id
order by s.silence_id desc limit 1), false) and "c"."year" = $3
group by "f"."body_code", "f"."year", "f"."scope", "f"."level"
order by "f"."year", "f"."body_code", "f"."scope", "f"."level";

-- countJudged
select "f"."body_code" as "body", "f"."scope", "f"."version", "f"."check_id" as "check", "f"."level", f.quote is not null as "prose",
  case when j.verdict is null or j.verdict = 'withdrawn' then null when j.about = md5(concat_ws('|', f.finding_key, f.parameters::text,
  f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) then j.verdict end as "judgement", count(*) as "n"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
where "f"."county_id" = $2 and "f"."year" = $3 and "f"."folded_under" is null and not coalesce((select s.silenced
from check_silences s
where s.county_id = f.county_id and s.check_id = f.check_id
order by s.silence_id desc limit 1), false)
group by 1, 2, 3, 4, 5, 6, 7
order by "f"."body_code", "f"."scope", "f"."version", "f"."check_id", "f"."level";

-- insertJudgements
insert into "judgements" ("county_id", "body_code", "year", "scope", "version", "finding_key", "check_id", "about", "verdict", "reason", "said_by",
  "said_on", "said_how", "actor") select "f"."county_id", "f"."body_code", "f"."year", "f"."scope", "f"."version", "f"."finding_key", "f"."check_id",
  md5(concat_ws('|', f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) as "about", $1::text as "verdict", $2::text as "reason", $3::text as "said_by", $4::date as "said_on", $5::text as "said_how",
  $6::text as "actor"
from "findings" as "f"
where "f"."county_id" = $7 and "f"."body_code" = $8 and "f"."year" = $9 and "f"."scope" = $10 and "f"."version" = $11 and md5(concat_ws('|',
  f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope, f.version)))) in ($12);

-- judgementsOf
select "check_id" as "check", "finding_key" as "key", "verdict", "reason", "said_by" as "saidBy", "said_on" as "saidOn", "said_how" as "saidHow",
  "actor", "judged_at" as "judgedAt"
from "judgements"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4)
order by "judgement_id" desc;

-- judgedByCheck
select "w"."check_id" as "check", count(*) as "judged", count(*) filter(where "w"."verdict" = $1) as "falseAlarms"
from (select distinct on ("body_code", "year", "scope", "finding_key") "check_id", "verdict"
from "judgements"
where "county_id" = $2
order by "body_code", "year", "scope", "finding_key", "judgement_id" desc) as "w"
where "w"."verdict" <> $3
group by "w"."check_id"
order by "w"."check_id";

-- judged
select "f"."finding_key", "j"."verdict"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
where "f"."county_id" = $2;

-- foldAcross
update findings f
set folded_under = (select r.finding_key
from findings r join unnest($1::text[], $2::text[]) as p(root, folded)
    on p.root = r.check_id
where p.folded = f.check_id and (r.county_id, r.body_code, r.year, r.scope, r.version) = (f.county_id, f.body_code, f.year, f.scope, f.version)
order by r.finding_key limit 1)
where f.county_id = $3 and f.body_code = $4 and f.year = $5 and f.scope = $6 and f.version = $7 and f.check_id = any($8::text[])
    and (f.folded_under is null or split_part(f.folded_under, '|', 1) = any($9::text[])) and f.folded_under is distinct
from (select r.finding_key
from findings r join unnest($10::text[], $11::text[]) as p(root, folded)
    on p.root = r.check_id
where p.folded = f.check_id and (r.county_id, r.body_code, r.year, r.scope, r.version) = (f.county_id, f.body_code, f.year, f.scope, f.version)
order by r.finding_key limit 1);

-- runsOfYear
select "c"."body_code" as "body", "c"."scope", "c"."version", "r"."results", (select coalesce(json_agg(agg), '[]')
from (select "f"."finding_key" as "key", "f"."level", "f"."parameters"
from "findings" as "f"
where "f"."county_id" = "r"."county_id" and "f"."body_code" = "r"."body_code" and "f"."year" = "r"."year" and "f"."scope" = "r"."scope" and "f"."version" = "r"."version" and "f"."family" = "r"."family"
order by "f"."finding_key") as agg) as "findings"
from "report_current" as "c"
inner join "check_runs" as "r" on "r"."county_id" = "c"."county_id" and "r"."body_code" = "c"."body_code" and "r"."year" = "c"."year" and "r"."scope" = "c"."scope" and "r"."version" = "c"."version"
where "c"."county_id" = $1 and "c"."year" = $2 and "r"."family" = $3
order by "c"."body_code", "c"."scope";

-- countFindingsByYear
select "f"."year", "f"."level", count(*) as "n"
from "findings" as "f"
left join lateral (select "w"."verdict", "w"."about", "w"."reason"
from "judgements" as "w"
where "w"."county_id" = "f"."county_id" and "w"."body_code" = "f"."body_code" and "w"."year" = "f"."year" and "w"."scope" = "f"."scope" and "w"."finding_key" = "f"."finding_key"
order by "w"."judgement_id" desc limit $1) as "j" on true
inner join "report_current" as "c" on "c"."county_id" = "f"."county_id" and "c"."body_code" = "f"."body_code" and "c"."year" = "f"."year" and "c"."scope" = "f"."scope" and "c"."version" = "f"."version"
where "c"."county_id" = $2 and coalesce(case when j.verdict is null or j.verdict = 'withdrawn' then null when j.about = md5(concat_ws('|',
  f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ','
order by id collate "C")
from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope,
  f.version)))) then j.verdict end, 'confirmed') = 'confirmed' and "f"."folded_under" is null and not coalesce((select s.silenced
from check_silences s
where s.county_id = f.county_id and s.check_id = f.check_id
order by s.silence_id desc limit 1), false)
group by "f"."year", "f"."level"
order by "f"."year", "f"."level";

-- storeCheckRun
insert into "check_runs" ("county_id", "body_code", "year", "scope", "version", "family", "catalogue_version", "results", "run_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, now())
on conflict ("county_id", "body_code", "year", "scope", "version", "family")
do update set "catalogue_version" = $9, "results" = $10, "run_at" = now();
delete
from "findings"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5 and "family" = $6) and "finding_key" not in ($7);
insert into "findings" ("county_id", "body_code", "year", "scope", "version", "family", "finding_key", "check_id", "level", "figures", "parameters",
  "expected", "actual", "quote", "place", "folded_under")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict ("county_id", "body_code", "year", "scope", "version", "family", "finding_key")
do update set "check_id" = "excluded"."check_id", "level" = "excluded"."level", "figures" = "excluded"."figures",
  "parameters" = "excluded"."parameters", "expected" = "excluded"."expected", "actual" = "excluded"."actual", "quote" = "excluded"."quote",
  "place" = "excluded"."place", "folded_under" = "excluded"."folded_under";
