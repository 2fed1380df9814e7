-- Another period for a kind of record, with its legal basis, for what begins from `from_day` on. The earlier rows stay:
-- what began under them goes by them.
create or replace function core.set_retention_period(
    request uuid, digest bytea, at timestamptz, period_kind text, from_day date, months int, basis_zh text, basis_en text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    last core.retention_period;
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    -- Two periods for one kind are set one after the other.
    perform pg_advisory_xact_lock(hashtextextended('core.retention_period ' || period_kind, 0));
    select * into last from core.retention_period p where p.kind = period_kind order by p.valid_from desc limit 1;
    if not found then perform core.missing('retention period', period_kind); end if;
    if from_day <= last.valid_from then
        perform core.reject('rule_from_a_later_day', (last.valid_from + 1)::text);
    end if;
    insert into core.retention_period
    values (period_kind, from_day, set_retention_period.months, last.binding, set_retention_period.basis_zh,
        set_retention_period.basis_en);
    return core.finish(z, request, digest, at, 'retention', 'set', 'retention:' || period_kind,
        jsonb_build_object('from', from_day, 'months', set_retention_period.months, 'basis',
            set_retention_period.basis_zh, 'months_before', last.months), array[period_kind]);
end $$;
select core.expose('core.set_retention_period', 'admin');
