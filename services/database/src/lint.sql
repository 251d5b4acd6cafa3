-- What is wrong with the catalogue as far as tenants are concerned. One row a finding; no rows is the only good answer.
-- Rules L1 to L13 of bar T6, and L14: a policy that shows the app rows of every tenant must be a documented one.
with
-- Globally unique by nature, each with its reason.
documented_unique (name) as (
    values ('community_host_taken') -- a host name leads to one community in the whole world
),
-- Readable without a tenant, each with its reason.
documented_open (name) as (
    values ('community.face'),        -- the public face is shown before anybody has signed in
           ('community_host.lookup')  -- the host is looked up before the tenant is known
),
restricted as (
    select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
    from pg_roles where rolname in ('maillon_app', 'maillon_platform')
),
t as (
    select c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity as guarded, c.relforcerowsecurity as forced, c.reloptions,
        c.relname = 'community' or exists (
            select 1 from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
        ) as has_tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public'
),
finding (what) as (
    select 'L1 row-level security not enabled and forced: ' || relname
    from t where relkind in ('r', 'p') and has_tenant and not (guarded and forced)
    union all
    select 'L2 write policy without with check: ' || t.relname || '.' || p.polname
    from pg_policy p join t on t.oid = p.polrelid
    where p.polcmd in ('*', 'a', 'w') and p.polwithcheck is null
    union all
    select 'L3 row-level security without a policy: ' || relname
    from t where guarded and not exists (
        select 1 from pg_policy p
        where p.polrelid = t.oid and (p.polroles = '{0}' or 'maillon_app'::regrole = any (p.polroles))
    )
    union all
    select 'L4 view without security_invoker: ' || relname
    from t where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
    union all
    select 'L5 materialized view or foreign table readable by ' || r.rolname || ': ' || t.relname
    from t cross join restricted r where t.relkind in ('m', 'f') and has_table_privilege(r.oid, t.oid, 'select')
    union all
    select 'L6 role too strong: ' || rolname
    from restricted where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
    union all
    select 'L7 ' || r.rolname || ' owns ' || t.relname
    from t join restricted r on r.oid = t.relowner
    union all
    select 'L8 ' || r.rolname || ' may truncate, reference or trigger: ' || t.relname
    from t cross join restricted r
    where t.relkind in ('r', 'p') and has_table_privilege(r.oid, t.oid, 'truncate, references, trigger')
    union all
    select 'L9 definer function without pinned search_path, or callable by a restricted role: ' || f.proname
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where n.nspname = 'public' and f.prosecdef and (
        not exists (select 1 from unnest(coalesce(f.proconfig, '{}')) setting where setting like 'search\_path=%')
        or exists (select 1 from restricted r where has_function_privilege(r.oid, f.oid, 'execute'))
    )
    union all
    select 'L10 foreign key without community_id: ' || k.conname
    from pg_constraint k join t a on a.oid = k.conrelid join t b on b.oid = k.confrelid
    where k.contype = 'f' and a.has_tenant and b.has_tenant and not exists (
        select 1 from unnest(k.conkey) key
        join pg_attribute x on x.attrelid = k.conrelid and x.attnum = key where x.attname = 'community_id'
    )
    union all
    select 'L11 unique or primary key without community_id: ' || c.relname
    from pg_index i join t on t.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
    where t.has_tenant and t.relname <> 'community' and i.indisunique
        and c.relname not in (select name from documented_unique)
        and not exists (
            select 1 from unnest(i.indkey::int2[]) key
            join pg_attribute x on x.attrelid = i.indrelid and x.attnum = key where x.attname = 'community_id'
        )
    union all
    select 'L12 ' || rolname || ' may create in schema public'
    from restricted where has_schema_privilege(oid, 'public', 'create')
    union all
    select 'L13 ' || r.rolname || ' is a member of ' || g.rolname
    from pg_auth_members m join restricted r on r.oid = m.member join pg_roles g on g.oid = m.roleid
    union all
    select 'L14 policy opens every tenant to maillon_app: ' || t.relname || '.' || p.polname
    from pg_policy p join t on t.oid = p.polrelid
    where (p.polroles = '{0}' or 'maillon_app'::regrole = any (p.polroles))
        and 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        and t.relname || '.' || p.polname not in (select name from documented_open)
)
select what from finding order by what
