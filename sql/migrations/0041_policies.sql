-- Policies, their versions, and where and when a version is in force.
create table eligibility.policy (
    id bigint generated always as identity primary key,
    code text not null constraint policy_code_once unique,
    subject text not null constraint policy_subject_known check (subject in ('person', 'org')),
    title_zh text not null,
    title_en text not null,
    authority text not null,
    document_number text,
    source text not null,
    confidence text not null constraint policy_confidence_known check (confidence in ('A', 'B', 'C', 'M', 'assumed'))
);
comment on column eligibility.policy.confidence is
    'A official text, B clear text elsewhere, C partial, M from memory, assumed: amounts or rules are assumptions';

create table eligibility.policy_zone (
    policy_id bigint not null references eligibility.policy,
    zone_id bigint not null references core.zone,
    constraint policy_zone_once primary key (policy_id, zone_id)
);

create table eligibility.version (
    id bigint generated always as identity primary key,
    policy_id bigint not null references eligibility.policy,
    code text not null,
    anchor text not null,
    valid_from date not null,
    valid_until date,
    late_claim_until date,
    transition text,
    state text not null default 'draft' constraint version_state_known check (state in ('draft', 'published', 'retired')),
    revision int not null default 1,
    drafted_by text[] not null,
    published_by text,
    published_at timestamptz,
    constraint version_code_once unique (policy_id, code),
    constraint version_ends_after_start check (valid_until >= valid_from),
    constraint version_late_claim_after_end check (late_claim_until > valid_until),
    constraint version_published_on_record check ((state = 'draft') = (published_by is null)),
    constraint version_of_policy unique (policy_id, id)
);
comment on column eligibility.version.anchor is 'application, conditions-met, or the fact whose day chooses the version';
comment on column eligibility.version.revision is 'counts changes of the draft: what was checked is what is published';

create table eligibility.version_zone (
    version_id bigint not null,
    policy_id bigint not null,
    zone_id bigint not null references core.zone,
    anchor text not null,
    validity daterange not null,
    constraint version_zone_once primary key (version_id, zone_id),
    constraint version_zone_of_version foreign key (policy_id, version_id) references eligibility.version (policy_id, id),
    constraint version_one_in_force exclude using gist
        (policy_id with =, zone_id with =, anchor with =, validity with &&)
);

-- A published version never changes but by its end, which may come earlier.
create function eligibility.keep_version() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    if old.state <> 'draft' and (tg_op = 'DELETE' or
        (to_jsonb(new) - 'state' - 'valid_until' - 'late_claim_until') is distinct from
        (to_jsonb(old) - 'state' - 'valid_until' - 'late_claim_until')
        or coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity')) then
        perform core.reject('version_immutable', old.code);
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger version_immutable before update or delete on eligibility.version
    for each row execute function eligibility.keep_version();

select core.declare_reference('eligibility.policy'), core.declare_reference('eligibility.policy_zone'),
    core.declare_reference('eligibility.version'), core.declare_reference('eligibility.version_zone');
select core.declare_code('PO');
