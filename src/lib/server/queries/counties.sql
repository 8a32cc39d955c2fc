-- SQL of counties.ts; written by the tests (UPDATE_SQL=1).

-- listCounties
select "county_id" as "countyId", "code", "name", "data_version" as "dataVersion"
from "counties"
order by "code";

-- countyByCode
select "county_id" as "countyId", "code", "name", "data_version" as "dataVersion"
from "counties"
where "code" = $1;

-- countyById
select "county_id" as "countyId", "code", "name", "data_version" as "dataVersion"
from "counties"
where "county_id" = $1;

-- insertCounty
insert into "counties" ("code", "name", "actor")
values ($1, $2, $3)
returning "county_id";

-- updateCounty
update "counties"
set "code" = $1, "name" = $2
where "county_id" = $3;

-- changeCounty
update "counties"
set "data_version" = "data_version" + $1
where "county_id" = $2;
