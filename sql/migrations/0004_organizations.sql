-- Companies, agencies, institutes: each zone keeps its own record.
create table core.organization_kind (
    code text primary key,
    name_zh text not null,
    name_en text not null
);
insert into core.organization_kind values
    ('company', '企业', 'company'),
    ('sole_proprietor', '个体工商户', 'sole proprietor'),
    ('cooperative', '农民专业合作社', 'cooperative'),
    ('agency', '机关', 'agency'),
    ('public_institution', '事业单位', 'public institution'),
    ('institute', '研究院', 'research institute'),
    ('university', '高校', 'university'),
    ('association', '社会团体、民办非企业单位、基金会', 'association'),
    ('other', '其他', 'other');
select core.declare_reference('core.organization_kind');

create table core.organization (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null,
    name text not null,
    kind text not null references core.organization_kind,
    credit_code text constraint organization_credit_code_form check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
    registered_on date,
    industry text,
    constraint organization_in_zone unique (zone_id, id),
    constraint organization_code_once unique (zone_id, code),
    constraint organization_credit_code_once unique (zone_id, credit_code)
);
create index organization_by_name on core.organization (zone_id, name);
select core.declare_owned('core.organization');
select core.declare_code('O');
