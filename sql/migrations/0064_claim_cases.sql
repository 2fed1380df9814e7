-- Around a claim: what was promised, who objected, what was told; and what keeps keys true when registers are corrected.
create table eligibility.claim_promise (
    zone_id bigint not null,
    claim_id bigint not null,
    requirement_code text not null,
    promised_on date not null,
    due_on date not null,
    constraint claim_promise_once primary key (claim_id, requirement_code),
    constraint claim_promise_due_later check (due_on > promised_on),
    constraint claim_promise_of_claim foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id)
);

create table eligibility.claim_objection (
    zone_id bigint not null,
    claim_id bigint not null,
    number int not null,
    at timestamptz not null,
    raised_by text not null,
    reason text not null,
    outcome text constraint claim_objection_outcome_known check (outcome in ('dismissed', 'upheld')),
    answer text,
    settled_at timestamptz,
    settled_by text,
    constraint claim_objection_once primary key (claim_id, number),
    constraint claim_objection_settled_on_record check
        (num_nonnulls(outcome, answer, settled_at, settled_by) in (0, 4)),
    constraint claim_objection_of_claim foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id)
);

-- All documents that were missing, told at once; one list a claim.
create table eligibility.claim_told (
    zone_id bigint not null,
    claim_id bigint not null,
    told_on date not null,
    missing text[] not null,
    reason text,
    constraint claim_told_once primary key (claim_id),
    constraint claim_told_of_claim foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id)
);

select core.declare_owned('eligibility.claim_promise'), core.declare_owned('eligibility.claim_objection'),
    core.declare_owned('eligibility.claim_told');

-- What each claim has to bring: a document of the claim whose title is the requirement's name or code, or a promise.
create view eligibility.claim_requirement with (security_invoker) as
select c.zone_id, c.id as claim_id, r.position, r.code, r.title_zh, r.title_en, r.deferrable_days, d.code as document_code,
    p.due_on as promised_until
from eligibility.claim c
join eligibility.requirement r on r.version_id = c.version_id
left join lateral (
    select d.code from core.document d
    where d.zone_id = c.zone_id and d.subject = 'claim:' || c.code and d.title in (r.code, r.title_zh, r.title_en)
    order by d.id limit 1) d on true
left join eligibility.claim_promise p on p.claim_id = c.id and p.requirement_code = r.code;
grant select on eligibility.claim_requirement to zb_reader, zb_joint_office;

-- When an id number is corrected or records are merged, what was granted counts for the natural person that it is now;
-- if that makes one person have something twice, award_once refuses the correction.
create function eligibility.follow_identity() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    moved record;
begin
    for moved in
        select own.id, kept.identity_id::text as key
        from core.person own join core.person kept on kept.id = coalesce(own.merged_into, own.id)
        where (own.id = new.id or own.merged_into = new.id) and own.zone_id = new.zone_id
    loop
        perform eligibility.move_keys(moved.id, null, moved.key);
    end loop;
    return null;
end $$;
create trigger award_follows_identity after update of identity_id, merged_into on core.person
    for each row execute function eligibility.follow_identity();

create function eligibility.follow_licence() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    perform eligibility.move_keys(null, new.id, eligibility.licence_key(new));
    return null;
end $$;
create trigger award_follows_licence after update of credit_code on core.organization
    for each row execute function eligibility.follow_licence();

-- The next review of a claim that is received or under review: the first step of its procedure that nobody took yet.
create view eligibility.claim_next_step with (security_invoker) as
select c.zone_id, c.id as claim_id, s.code, s.kind, s.title_zh, s.title_en, s.actor, s.days, s.unit
from eligibility.claim c
join lateral (
    select p.* from eligibility.procedure p
    where p.version_id = c.version_id and p.kind in ('review', 'recheck') and not exists (
        select from core.review r
        where r.subject = 'claim:' || c.code || case when c.round > 1 then '/' || c.round else '' end and r.step = p.code)
    order by p.rank, p.position, p.code limit 1) s on true
where c.state in ('received', 'in_review');

-- Whether nobody's telling in time makes a claim of the version received: the parameter deemed_received.
create view eligibility.deemed_version with (security_invoker) as
select p.version_id, coalesce(p.valid_from, '2000-01-01') as valid_from, p.article
from eligibility.parameter p where p.code = 'deemed_received' and p.value = 'yes';
grant select on eligibility.claim_next_step, eligibility.deemed_version to zb_reader, zb_joint_office;

-- What is due beyond running clocks: promised documents, claims to publish or to approve, years to carry over.
create view eligibility.todo with (security_invoker) as
    select r.promised_until as due_on, 'claim_promise_due' as kind, 'claim:' || c.code as subject, array[r.code, r.title_zh] as facts
    from eligibility.claim_requirement r
    join eligibility.claim c on c.zone_id = r.zone_id and c.id = r.claim_id
    join eligibility.claim_state s on s.code = c.state and s.is_open
    where r.promised_until is not null and r.document_code is null
    union all
    select c.notice_until + 1, 'claim_to_approve', 'claim:' || c.code, array[p.code]
    from eligibility.claim c join eligibility.policy p on p.id = c.policy_id where c.state = 'in_notice'
    union all
    select a.reserved_on, case when exists (
            select from eligibility.procedure n where n.version_id = c.version_id and n.kind = 'publish')
            then 'claim_to_publish' else 'claim_to_approve' end, 'claim:' || c.code, array[p.code]
    from eligibility.claim c join eligibility.policy p on p.id = c.policy_id
    join eligibility.award a on a.zone_id = c.zone_id and a.claim_id = c.id and a.state = 'reserved'
    where c.state = 'rechecked'
    union all
    select make_date(b.year + 1, 1, 1), 'budget_to_carry', 'budget:' || b.code, array[p.code, b.year::text, b.layer]
    from eligibility.budget b join eligibility.policy p on p.id = b.policy_id
    where b.closed_on is null and b.total_fen > b.reserved_fen + b.paid_fen;
grant select on eligibility.todo to zb_reader, zb_joint_office;
