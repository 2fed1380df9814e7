-- The steps that a claim takes under a version: the policy's own, and the law's where the policy is silent.
create table eligibility.default_step (
    code text not null,
    kind text not null constraint default_step_kind_known check (kind in ('receive', 'review', 'recheck')),
    valid_from date not null,
    days int not null constraint default_step_days_positive check (days > 0),
    title_zh text not null,
    title_en text not null,
    actor text not null,
    basis_zh text not null,
    basis_en text not null,
    constraint default_step_pkey primary key (code, valid_from)
);
comment on table eligibility.default_step is 'working days, for policies that name no such step';
insert into eligibility.default_step values
    ('RECEIVE', 'receive', '2000-01-01', 5, '受理', 'receipt', '受理窗口', '参照行政许可法第三十二条：五日内一次告知',
        'after the Administrative Licensing Law art. 32: told once within 5 days'),
    ('REVIEW', 'review', '2000-01-01', 10, '初审', 'review', '初审人', '参照行政许可法第四十二条：二十日内决定，初审复审各半',
        'after the Administrative Licensing Law art. 42: decided within 20 days, half for each step'),
    ('RECHECK', 'recheck', '2000-01-01', 10, '复审', 'recheck', '复审人', '参照行政许可法第四十二条：二十日内决定，初审复审各半',
        'after the Administrative Licensing Law art. 42: decided within 20 days, half for each step');
select core.declare_reference('eligibility.default_step');

-- What a step of a policy is, by the beginning of its code: RECEIVE, RECHECK, NOTICE or PUBLISH, PAY, END (a reason to
-- end the benefit, no step); every other is a review.
create function eligibility.step_kind(code text) returns text language sql immutable parallel safe
return case when code ~ '^RECEIVE' then 'receive' when code ~ '^RECHECK' then 'recheck'
    when code ~ '^(NOTICE|PUBLISH)' then 'publish' when code ~ '^PAY' then 'pay' when code ~ '^END' then 'end' else 'review' end;
grant execute on function eligibility.step_kind(text) to zb_reader, zb_joint_office;

-- `kind` recheck is the step at which the money is reserved: the policy's own, else its last review.
create view eligibility.procedure with (security_invoker) as
with named as (
    select s.version_id, s.code, eligibility.step_kind(s.code) as kind, s.position, s.title_zh, s.title_en, s.actor, s.days, s.unit
    from eligibility.step s
), settled as (
    select n.version_id, n.code,
        case when n.kind = 'review' and not exists (
                select from named r where r.version_id = n.version_id
                    and (r.kind = 'recheck' or r.kind = 'review' and r.position > n.position))
            then 'recheck' else n.kind end as kind,
        n.position, n.title_zh, n.title_en, n.actor, n.days, n.unit
    from named n where n.kind <> 'end'
)
select s.version_id, s.code, s.kind, s.position, s.title_zh, s.title_en, s.actor, s.days, s.unit, false as is_default,
    array_position(array['receive', 'review', 'recheck', 'publish', 'pay'], s.kind) as rank
from settled s
union all
select v.id, d.code, d.kind, 0, d.title_zh, d.title_en, d.actor, d.days, 'working', true,
    array_position(array['receive', 'review', 'recheck'], d.kind)
from eligibility.version v
join eligibility.default_step d on d.valid_from = (
    select max(l.valid_from) from eligibility.default_step l where l.code = d.code and l.valid_from <= v.valid_from)
where not exists (
    select from settled s where s.version_id = v.id
        and (s.kind = 'receive') = (d.kind = 'receive') and s.kind in ('receive', 'review', 'recheck'));
grant select on eligibility.procedure to zb_reader, zb_joint_office;

-- Offices whose word needs no second look: facts recorded from them, and those that are read from a register, are enough to
-- approve claims together.
create table eligibility.register_source (
    name text primary key
);
insert into eligibility.register_source values
    ('社保部门'), ('人社部门'), ('市场监管部门'), ('税务部门'), ('教育部门'), ('公安部门'), ('民政部门'), ('退役军人事务部门'),
    ('残联'), ('不动产登记部门'), ('担保中心'), ('征信报告');
select core.declare_reference('eligibility.register_source');
