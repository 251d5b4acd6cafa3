-- The role that copies everything for a backup: it reads over every tenant and writes nothing. To be let past row-level security takes a
-- superuser; where the owner is none, a superuser says once: alter role maillon_backup bypassrls.
do $$
begin
    perform pg_advisory_xact_lock(7215401);
    if not exists (select 1 from pg_roles where rolname = 'maillon_backup') then
        create role maillon_backup login nosuperuser nocreatedb nocreaterole noreplication;
    end if;
    if not (select rolbypassrls from pg_roles where rolname = 'maillon_backup') then
        begin
            alter role maillon_backup bypassrls;
        exception when insufficient_privilege then
            raise notice 'maillon_backup cannot pass row-level security yet: a superuser says alter role maillon_backup bypassrls';
        end;
    end if;
end
$$;
grant usage on schema public to maillon_backup;
grant select on all tables in schema public to maillon_backup;
grant select on all sequences in schema public to maillon_backup;
alter default privileges in schema public grant select on tables to maillon_backup;
