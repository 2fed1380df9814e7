-- What is taught again and again, and to whom.
create schema enrollment;
grant usage on schema enrollment to zb_reader, zb_joint_office;

create table enrollment.audience (
    code text primary key,
    name_zh text not null,
    name_en text not null
);
insert into enrollment.audience values
    ('promotion-staff', '招商干部', 'investment-promotion staff'),
    ('section-officials', '科级干部', 'section-level officials'),
    ('young-talent', '青年人才', 'young talent'),
    ('founders', '青年创业者', 'young founders'),
    ('everybody', '不限', 'everybody');

-- Programs are published: every zone reads them and may run a cohort of them.
create table enrollment.program (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint program_code_once unique,
    name_zh text not null,
    name_en text not null,
    audience text not null constraint program_audience_known references enrollment.audience
);
comment on column enrollment.program.zone_id is 'the zone that published it';

select core.declare_reference('enrollment.audience'), core.declare_reference('enrollment.program');
select core.declare_code('PG');
