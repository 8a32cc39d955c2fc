-- SQL of figures.ts; written by the tests (UPDATE_SQL=1).

-- figuresOfCounty
select "f"."body_code" as "body", "b"."kind", "f"."year", "f"."scope", row("f"."t3_received_total", "f"."t2_fees_amount")::text as "row"
from "report_current" as "c"
inner join "report_figures" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
where "c"."county_id" = $1 and "f"."scope" = $2
order by "f"."year", "b"."sort_order", "f"."body_code", "f"."scope";

-- sumsByYear
select "f"."year", count(*) as "of", to_json(array[sum("f"."t3_received_total"), sum("f"."t2_fees_amount")]::numeric[]) as "values",
  to_json(array[count("f"."t3_received_total"), count("f"."t2_fees_amount")]::numeric[]) as "counts"
from "report_current" as "c"
inner join "report_figures" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
left join "body_years" as "y" on "y"."county_id" = "f"."county_id" and "y"."body_code" = "f"."body_code" and "y"."year" = "f"."year"
where "c"."county_id" = $1 and "f"."scope" = $2 and "b"."kind" <> $3 and coalesce("y"."in_rollup", true) = $4
group by "f"."year"
order by "f"."year";

-- bodiesOfYear
select "f"."body_code" as "body", "b"."kind", "f"."version", "r"."edition", "y"."powers", "y"."peer_group" as "peerGroup", "f"."t3_received_total",
  "f"."t2_fees_amount", (select "n"."name"
from "body_names" as "n"
where "n"."county_id" = "f"."county_id" and "n"."body_code" = "f"."body_code" and "n"."role" = $1
order by n.valid_to is null desc, "n"."number" desc limit $2) as "name"
from "report_current" as "c"
inner join "report_figures" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
inner join "reports" as "r" on "r"."county_id" = "f"."county_id" and "r"."body_code" = "f"."body_code" and "r"."year" = "f"."year" and "r"."scope" = "f"."scope" and "r"."version" = "f"."version"
left join "body_years" as "y" on "y"."county_id" = "f"."county_id" and "y"."body_code" = "f"."body_code" and "y"."year" = "f"."year"
where "c"."county_id" = $3 and "c"."year" = $4 and "c"."scope" = $5 and "b"."kind" <> $6
order by "b"."sort_order", "f"."body_code";

-- figuresOfReport
select /* 226 columns of figures */
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "figures"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);

-- currentFiguresOf
select "version"
from "report_current"
where "county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4;
select /* 226 columns of figures */
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "figures"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
