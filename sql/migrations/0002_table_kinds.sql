-- Every table is one of five kinds. The catalog test reads this table and fails for a table that is not in it.
create table core.table_kind (
    table_name text primary key,
    kind text not null constraint table_kind_known check (kind in ('reference', 'owned', 'two_party', 'shared', 'hidden'))
);

create function core.declare(name regclass, kind text, visible text, hide text[]) returns void language plpgsql as $$
declare
    columns text := (
        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = name and attnum > 0 and not attisdropped and attname <> all (hide));
begin
    insert into core.table_kind values (name::text, declare.kind);
    execute format('alter table %s enable row level security', name);
    if kind = 'hidden' then return; end if;
    execute format('grant select (%s) on %s to zb_reader, zb_joint_office', columns, name);
    execute format('create policy readable on %s for select to zb_reader using (true)', name);
    if kind = 'reference' then
        execute format('create policy readable_by_joint_office on %s for select to zb_joint_office using (true)', name);
    else
        -- Restrictive: a second permissive policy, added one day by mistake, cannot open a zone to another.
        execute format('create policy own_zone on %s as restrictive for select to zb_reader using (%s)', name, visible);
        execute format('create policy readable_by_joint_office on %s for select to zb_joint_office
            using ((select core.regional()))', name);
    end if;
end $$;

-- Read by all: zones, calendars, rates, published policies.
create function core.declare_reference(name regclass) returns void language sql as
$$ select core.declare(name, 'reference', null, '{}') $$;

-- Rows of one zone, its `zone_id`; the columns in `hide` are granted to nobody.
create function core.declare_owned(name regclass, hide text[] default '{}') returns void language sql as
$$ select core.declare(name, 'owned', 'zone_id = (select core.active_zone())', hide) $$;

-- Rows between two zones, `from_zone_id` and `to_zone_id`.
create function core.declare_two_party(name regclass, hide text[] default '{}') returns void language sql as
$$ select core.declare(name, 'two_party', '(select core.active_zone()) in (from_zone_id, to_zone_id)', hide) $$;

-- Rows that several zones see through the party table `party (zone_id, <party_key>, level)`; `row_key` is the column
-- of this table that the party table's key names.
create function core.declare_shared(
    name regclass, party regclass, party_key text, row_key text default 'id', hide text[] default '{}'
) returns void language sql as
$$ select core.declare(name, 'shared', format(
    -- One look into the party's index a row. IN and EXISTS are hashed under a policy: each list of a hundred rows then
    -- reads all of the zone's party rows first (measured with 300,000: 379 ms against 0.6 ms).
    '(select true from %s p where p.%I = %s.%I and p.zone_id = (select core.active_zone()) limit 1)',
    party, party_key, name, row_key), hide) $$;

-- Reachable only through definer functions.
create function core.declare_hidden(name regclass) returns void language sql as
$$ select core.declare(name, 'hidden', null, '{}') $$;

select core.declare_reference('core.table_kind'), core.declare_reference('core.database'),
    core.declare_reference('core.zone'), core.declare_hidden('core.membership'),
    core.declare_reference('core.migration'), core.declare_reference('core.installed_file');
