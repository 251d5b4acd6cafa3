-- Who the tenant is stands in every policy. As a function with settings of its own it was run by itself for each statement,
-- parsed and planned each time; without them PostgreSQL puts its body into the plan (asked by
-- itself, 35,000 times a second instead of 18,000). Its names are resolved here, once: no search path of a session can change what it means.
create or replace function current_community() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.community', true), '')::uuid;
