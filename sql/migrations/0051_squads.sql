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
select core.declare_owned('handoff.squad_member');
