import Postgres

/// A handoff's step as it is written without a product around it: state and history, guarded, in one function.
enum BareHandoff {
    static func install(_ connection: Connection) throws {
        try connection.script(
            """
            create schema bench;
            create table bench.handoff (id bigint primary key, state text not null, version int not null);
            create table bench.history (handoff bigint not null, version int not null, action text not null,
                from_state text not null, to_state text not null, at timestamptz not null, actor text not null, note text,
                primary key (handoff, version));
            create function bench.step(wanted bigint, was text, act text, becomes text, said text) returns int
            language plpgsql as $$
            declare
                v int;
            begin
                update bench.handoff set state = becomes, version = version + 1 where id = wanted and state = was
                returning version into v;
                if not found then raise exception 'no such step'; end if;
                insert into bench.history values (wanted, v, act, was, becomes, now(), session_user, said);
                return v;
            end $$;
            """
        )
    }
}
