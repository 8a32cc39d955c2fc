-- SQL of contacts.ts; written by the tests (UPDATE_SQL=1).

-- contactsOfYear
select "body_code" as "body", "name", "post", "phone"
from "body_contacts"
where "county_id" = $1 and "year" = $2
order by "body_code", "number";

-- replaceContacts
delete
from "body_contacts"
where "county_id" = $1 and "body_code" = $2 and "year" = $3;
insert into "body_contacts" ("county_id", "body_code", "year", "number", "name", "post", "phone", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8);
