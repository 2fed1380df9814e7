-- What a version says: parameters, clauses, benefits.
create table eligibility.parameter (
    version_id bigint not null references eligibility.version,
    code text not null constraint parameter_code_form check (code ~ '^[a-z][a-z0-9_]*$'),
    valid_from date,
    type text not null constraint parameter_type_known check (type in
        ('day', 'integer', 'money', 'rate', 'code')),
    unit text,
    value text not null,
    article text not null constraint parameter_has_article check (article <> ''),
    basis text,
    assumed boolean not null,
    constraint parameter_once unique nulls not distinct (version_id, code, valid_from)
);
comment on column eligibility.parameter.valid_from is 'null from the version''s beginning; a new legal basis is a new row';

create table eligibility.clause (
    version_id bigint not null references eligibility.version,
    position int not null,
    code text not null,
    group_code text not null,
    alternative int not null constraint clause_alternative_positive check (alternative > 0),
    condition text not null,
    article text not null constraint clause_has_article check (article <> ''),
    wording_zh text not null,
    wording_en text not null,
    cure text not null constraint clause_cure_known check (cure in ('applicant', 'time', 'nobody')),
    constraint clause_code_once primary key (version_id, code),
    constraint clause_position_once unique (version_id, position),
    constraint clause_within_limit check (position <= 64)
);

create table eligibility.benefit (
    version_id bigint not null references eligibility.version,
    code text not null,
    position int not null,
    kind text not null constraint benefit_kind_known check (kind in ('grant', 'monthly', 'loan')),
    name_zh text not null,
    name_en text not null,
    article text not null constraint benefit_has_article check (article <> ''),
    amount text not null,
    condition text,
    ending text,
    stage int constraint benefit_stage_positive check (stage > 0),
    cap text,
    cap_scope text constraint benefit_cap_scope_known check (cap_scope in ('person', 'org', 'family', 'site', 'licence')),
    once_per text[] not null
        constraint benefit_once_per_known check (once_per <@ array['person', 'org', 'family', 'site', 'licence']),
    months text,
    spread_ppm bigint constraint benefit_spread_in_range check (spread_ppm between 0 and 240000),
    subsidy_ppm bigint constraint benefit_subsidy_in_range check (subsidy_ppm between 0 and 1000000),
    subsidised_years int constraint benefit_years_in_range check (subsidised_years between 0 and 30),
    payers text[] not null,
    constraint benefit_code_once primary key (version_id, code),
    constraint benefit_position_once unique (version_id, position),
    constraint benefit_cap_has_scope check ((cap is null) = (cap_scope is null)),
    constraint benefit_months_of_monthly check ((kind = 'monthly') = (months is not null)),
    constraint benefit_interest_of_loan check (kind = 'loan' or num_nonnulls(spread_ppm, subsidy_ppm, subsidised_years) = 0)
);
comment on column eligibility.benefit.ending is 'a condition that ends the benefit after it was granted';
comment on column eligibility.benefit.payers is 'layer=parts per million of each treasury that pays';

-- Facts and the answer that they must get; a version with a case that fails is not published.
create table eligibility.worked_case (
    version_id bigint not null references eligibility.version,
    code text not null,
    as_of date not null,
    facts text not null,
    verdict text not null constraint case_verdict_known check (verdict in ('yes', 'no', 'unknown')),
    amount_fen bigint,
    source text,
    constraint case_code_once primary key (version_id, code)
);

-- Parts of a published version never change.
create function eligibility.keep_provision() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    v eligibility.version;
begin
    select * into v from eligibility.version where id = case when tg_op = 'INSERT' then new.version_id else old.version_id end;
    if v.state <> 'draft' then perform core.reject('version_immutable', v.code); end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger parameter_immutable before insert or update or delete on eligibility.parameter
    for each row execute function eligibility.keep_provision();
create trigger clause_immutable before insert or update or delete on eligibility.clause
    for each row execute function eligibility.keep_provision();
create trigger benefit_immutable before insert or update or delete on eligibility.benefit
    for each row execute function eligibility.keep_provision();
create trigger case_immutable before insert or update or delete on eligibility.worked_case
    for each row execute function eligibility.keep_provision();

select core.declare_reference('eligibility.parameter'), core.declare_reference('eligibility.clause'),
    core.declare_reference('eligibility.benefit'), core.declare_reference('eligibility.worked_case');
