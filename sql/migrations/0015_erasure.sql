-- What stands against erasing a person: cases of the modules that are open, and periods for which the law keeps records.
create table core.retention_period (
    kind text not null,
    valid_from date not null,
    months int not null constraint retention_period_positive check (months > 0),
    -- Whether nothing may be erased before its end; else it only says when erasure is due.
    binding boolean not null,
    basis_zh text not null,
    basis_en text not null,
    constraint retention_period_pkey primary key (kind, valid_from)
);
insert into core.retention_period values
    ('person', '2000-01-01', 36, false, '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；月数由本地区自定',
        'Personal Information Protection Law art. 19: no longer than the purpose needs; the months are the region''s own'),
    ('training', '2000-01-01', 36, false, '个人信息保护法第十九条；月数由本地区自定',
        'Personal Information Protection Law art. 19; the months are the region''s own'),
    ('claim', '2000-01-01', 360, true, '会计档案管理办法（财政部、国家档案局令第79号）附表：会计凭证保管30年',
        'Measures for accounting archives (order 79 of 2015), annex: vouchers are kept 30 years'),
    ('loan', '2000-01-01', 360, true, '会计档案管理办法（财政部、国家档案局令第79号）附表：会计凭证保管30年',
        'Measures for accounting archives (order 79 of 2015), annex: vouchers are kept 30 years');
select core.declare_reference('core.retention_period');

-- Cases that need the person: open while `released_on` is null; then the period of their kind runs.
create table core.person_hold (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    person_id bigint not null,
    kind text not null,
    subject text not null,
    placed_on date not null,
    released_on date,
    constraint person_hold_once_per_case unique (zone_id, subject),
    constraint person_hold_released_after_placed check (released_on >= placed_on),
    constraint person_hold_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id)
);
create index person_hold_by_person on core.person_hold (zone_id, person_id);
select core.declare_owned('core.person_hold');

-- Says that a code names no living person of the zone: nobody ever, or one that was erased.
create function core.no_person(z bigint, wanted text) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    if exists (select from core.person p where p.zone_id = z and p.code = wanted and p.erased_on is not null) then
        perform core.reject('person_not_erased', wanted);
    end if;
    perform core.missing('person', wanted);
end $$;

-- For modules: a case such as `claim:K-2024-000001` needs the person from now on. The lock on the person's row makes it
-- either come before an erasure, which is then refused, or after, and then there is nobody to hold.
create function core.hold_person(z bigint, person bigint, hold_kind text, case_subject text, on_day date) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    perform from core.person p where p.zone_id = z and p.id = person and p.erased_on is null for key share;
    if not found then
        perform core.reject('person_not_erased', (select p.code from core.person p where p.zone_id = z and p.id = person));
    end if;
    insert into core.person_hold (zone_id, person_id, kind, subject, placed_on)
    values (z, person, hold_kind, case_subject, on_day);
end $$;

-- For modules: the case is over.
create function core.release_person(z bigint, case_subject text, on_day date) returns void
language sql set search_path = core, pg_temp as $$
    update core.person_hold h set released_on = greatest(on_day, h.placed_on)
    where h.zone_id = z and h.subject = case_subject and h.released_on is null
$$;

-- The last day of the period that a record of this kind is kept, counted from a day by the rule of that day.
create function core.kept_until(record_kind text, since date) returns date
language sql stable set search_path = core, pg_temp as $$
    select (since + make_interval(months => p.months))::date from core.retention_period p
    where p.kind = record_kind and p.valid_from <= since order by p.valid_from desc limit 1
$$;
