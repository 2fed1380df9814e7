import Store

/// What a superuser does to the chain of P2, and what the check must say.
struct Attack: Sendable {
    let name: String
    let script: StaticString
    let kind: ChainFault.Kind
    let seq: Int
    /// Whether the chain's own hashes tell, without a seal.
    let isSelfEvident: Bool

    static let all = [
        Attack(
            name: "a change",
            script: "update core.event set change = '{\"code\": \"P9\"}' where subject ~ ':P2$' and seq = 2",
            kind: .changed,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "another actor under the last row",
            script: "update core.event set actor = 'officer_inno' where subject ~ ':P2$' and seq = 4",
            kind: .changed,
            seq: 4,
            isSelfEvident: true
        ),
        Attack(
            name: "a change with its hash made anew",
            script: """
                update core.event set actor = 'officer_inno' where subject ~ ':P2$' and seq = 2;
                update core.event e set hash = core.event_hash(prev_hash, seq, core.event_content(e))
                where subject ~ ':P2$' and seq = 2
                """,
            kind: .changed,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "a change with the whole rest of the chain made anew",
            script: """
                update core.event set actor = 'officer_inno' where subject ~ ':P2$' and seq = 2;
                select rechain()
                """,
            kind: .changed,
            seq: 2,
            isSelfEvident: false
        ),
        Attack(
            name: "a row deleted in the middle",
            script: "delete from core.event where subject ~ ':P2$' and seq = 2",
            kind: .removed,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "a row deleted and the others moved up",
            script: """
                delete from core.event where subject ~ ':P2$' and seq = 2;
                update core.event set seq = seq - 1 where subject ~ ':P2$' and seq > 2
                """,
            kind: .removed,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "a row deleted and the chain made anew",
            script: """
                delete from core.event where subject ~ ':P2$' and seq = 2;
                update core.event set seq = seq - 1 where subject ~ ':P2$' and seq > 2;
                select rechain()
                """,
            kind: .removed,
            seq: 2,
            isSelfEvident: false
        ),
        Attack(
            name: "the last row deleted",
            script: "delete from core.event where subject ~ ':P2$' and seq = 4",
            kind: .removed,
            seq: 4,
            isSelfEvident: false
        ),
        Attack(
            name: "a whole subject deleted",
            script: "delete from core.event where subject ~ ':P2$'",
            kind: .removed,
            seq: 1,
            isSelfEvident: false
        ),
        Attack(
            name: "two rows exchanged",
            script: """
                update core.event set seq = 90 where subject ~ ':P2$' and seq = 2;
                update core.event set seq = 2 where subject ~ ':P2$' and seq = 3;
                update core.event set seq = 3 where subject ~ ':P2$' and seq = 90
                """,
            kind: .reordered,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "two rows exchanged and the chain made anew",
            script: """
                update core.event set seq = 90 where subject ~ ':P2$' and seq = 2;
                update core.event set seq = 2 where subject ~ ':P2$' and seq = 3;
                update core.event set seq = 3 where subject ~ ':P2$' and seq = 90;
                select rechain()
                """,
            kind: .reordered,
            seq: 2,
            isSelfEvident: false
        ),
        Attack(
            name: "a row inserted with a right hash of its own",
            script: """
                update core.event set seq = seq + 10 where subject ~ ':P2$' and seq > 1;
                update core.event set seq = seq - 9 where subject ~ ':P2$' and seq > 10;
                select forge(2)
                """,
            kind: .inserted,
            seq: 2,
            isSelfEvident: true
        ),
        Attack(
            name: "a row inserted and the chain made anew",
            script: """
                update core.event set seq = seq + 10 where subject ~ ':P2$' and seq > 1;
                update core.event set seq = seq - 9 where subject ~ ':P2$' and seq > 10;
                select forge(2); select rechain()
                """,
            kind: .inserted,
            seq: 2,
            isSelfEvident: false
        ),
        Attack(
            name: "a row with an old date at the end of a chain",
            script: "select forge(5)",
            kind: .inserted,
            seq: 5,
            isSelfEvident: false
        ),
    ]

    static let tools: StaticString = """
        -- Makes all hashes of P2's chain anew, as a superuser who has read the source would.
        create function rechain() returns void language plpgsql as $$
        declare
            e core.event;
            before bytea := '';
        begin
            for e in select * from core.event where subject ~ ':P2$' order by seq loop
                e.prev_hash := before;
                before := core.event_hash(before, e.seq, core.event_content(e));
                update core.event set prev_hash = e.prev_hash, hash = before where id = e.id;
            end loop;
        end $$;
        -- Puts in a copy of the first row under another verb, backdated, with a hash that fits the row before.
        create function forge(place int) returns void language plpgsql as $$
        declare
            e core.event;
        begin
            select * into e from core.event where subject ~ ':P2$' and seq = 1;
            e.seq := place;
            e.verb := 'erase';
            e.prev_hash := (select hash from core.event where subject ~ ':P2$' and seq = place - 1);
            e.hash := core.event_hash(e.prev_hash, e.seq, core.event_content(e));
            insert into core.event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun, verb, change,
                xact, prev_hash, hash)
            values (e.subject, e.seq, e.zone_id, e.at, e.recorded_at, e.actor, e.os_user, e.request, e.noun, e.verb,
                e.change, e.xact, e.prev_hash, e.hash);
        end $$;
        """
}
