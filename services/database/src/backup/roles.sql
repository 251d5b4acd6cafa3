-- The roles of migrations 0001 and 0016, for a cluster on which no migration has run.
do $$
declare
    role text;
begin
    perform pg_advisory_xact_lock(7215401);
    foreach role in array array['maillon_app', 'maillon_platform', 'maillon_backup'] loop
        if not exists (select 1 from pg_roles where rolname = role) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication', role);
        end if;
    end loop;
    if not exists (
        select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
        where r.rolname = 'maillon_platform' and s.setdatabase = 0
    ) then
        alter role maillon_app set statement_timeout = '3s';
        alter role maillon_app set lock_timeout = '2s';
        alter role maillon_app set idle_in_transaction_session_timeout = '10s';
        alter role maillon_platform set statement_timeout = '10s';
        alter role maillon_platform set lock_timeout = '2s';
        alter role maillon_platform set idle_in_transaction_session_timeout = '10s';
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
