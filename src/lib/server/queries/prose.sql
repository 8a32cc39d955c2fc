-- SQL of prose.ts; written by the tests (UPDATE_SQL=1).

-- searchProse
select "s"."body_code" as "body", "s"."year", "s"."scope", "s"."title", substr(s.prose, greatest(1, strpos(s.prose, $1) - $2::int),
  length($3) + $4::int) as "text", strpos(s.prose, $5) > $6::int as "before", length(s.prose) > greatest(1, strpos(s.prose,
  $7) - $8::int) + length($9) + $10::int - 1 as "after"
from "report_current" as "c"
inner join "report_sections" as "s" on "s"."county_id" = "c"."county_id" and "s"."body_code" = "c"."body_code" and "s"."year" = "c"."year" and "s"."scope" = "c"."scope" and "s"."version" = "c"."version"
where "c"."county_id" = $11 and strpos(s.prose, $12) > $13
order by "s"."year" desc, "s"."body_code", "s"."scope", "s"."position" limit $14;
