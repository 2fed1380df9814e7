-- What people have to be told: who, what, and the facts; the wording in each language is the program's.
create table core.notice (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    at timestamptz not null,
    recipient text not null,
    subject text not null,
    kind text not null,
    facts text[] not null
);
create index notice_by_zone_and_time on core.notice (zone_id, at, id);
select core.declare_owned('core.notice');

-- `recipient` is a reference such as person:P-2024-000001, org:…, zone:ETDZ; facts are codes, days, amounts.
create function core.notify(z bigint, at timestamptz, recipient text, subject text, kind text, variadic facts text[])
returns void language plpgsql set search_path = core, pg_temp as $$
begin
    insert into core.notice (zone_id, at, recipient, subject, kind, facts)
    values (z, notify.at, notify.recipient, notify.subject, notify.kind, notify.facts);
end $$;

-- Four eyes: nobody reviews what they entered, and nobody takes two steps of one case.
create table core.review (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    subject text not null,
    step text not null,
    entered_by text not null,
    reviewed_by text not null,
    outcome text not null constraint review_outcome_known check (outcome in ('approved', 'refused', 'returned')),
    reason text,
    at timestamptz not null,
    constraint review_by_other_than_author check (reviewed_by <> entered_by),
    constraint review_one_step_per_person unique (subject, reviewed_by),
    constraint review_once_per_step unique (subject, step),
    constraint review_refusal_has_reason check (outcome = 'approved' or reason is not null)
);
select core.declare_owned('core.review');

-- Codes by which a stranger can check a paper: the code shows `shown` and nothing else.
create table core.verification_code (
    code text primary key constraint verification_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    zone_id bigint not null references core.zone,
    kind text not null,
    subject text not null,
    shown text[] not null,
    issued_at timestamptz not null
);
create index verification_code_by_subject on core.verification_code (subject);
select core.declare_hidden('core.verification_code');
