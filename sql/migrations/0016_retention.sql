-- Views by which modules tell when a person was last dealt with: (zone_id, person_id, last_on), and the kind of period
-- that runs from then. Declared by the module that owns the view.
create table core.retention_source (
    view_name text primary key,
    kind text not null
);
select core.declare_reference('core.retention_source');

create function core.declare_activity(view_name regclass, kind text) returns void language sql as
$$ insert into core.retention_source values (view_name::text, kind) $$;
