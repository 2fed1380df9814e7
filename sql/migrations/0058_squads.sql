-- A squad of three: the chief decides, A owns the matter, B helps; one person a role at a time.
create table handoff.squad_member (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    project_id bigint not null references handoff.project,
    role text not null constraint squad_role_known check (role in ('chief', 'a', 'b')),
    person_id bigint not null,
    valid daterange not null constraint squad_valid_not_empty check (not isempty(valid)),
    constraint squad_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint squad_one_person_per_role exclude using gist
        (zone_id with =, project_id with =, role with =, valid with &&),
    constraint squad_one_role_per_person exclude using gist
        (zone_id with =, project_id with =, person_id with =, valid with &&)
);
create index squad_member_by_project on handoff.squad_member (project_id, zone_id);

-- Choice on both sides: a person wishes for a project, a project's zone for a person; rank 1 is the dearest.
create table handoff.squad_wish (
    zone_id bigint not null references core.zone,
    project_id bigint not null references handoff.project,
    person_id bigint not null,
    side text not null constraint wish_side_known check (side in ('person', 'project')),
    rank int not null constraint wish_rank_plausible check (rank between 1 and 99),
    wished_on date not null,
    constraint wish_once primary key (zone_id, project_id, person_id, side),
    constraint wish_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id)
);
select core.declare_owned('handoff.squad_member'), core.declare_owned('handoff.squad_wish');
