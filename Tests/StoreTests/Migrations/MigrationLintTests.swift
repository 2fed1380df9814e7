import Store
import Testing

struct MigrationLintTests {
    @Test func `every migration after the release follows the rules for a database in use`() {
        for migration in Migration.all where migration.number > SchemaVersion.baseline {
            let faults = MigrationLint.faults(migration.text.description, name: migration.name)
            #expect(faults.isEmpty, "\(migration.name): \(faults.map(\.rawValue).sorted())")
        }
    }

    @Test(arguments: [
        ("create index event_by_verb on core.event (verb)", MigrationLint.Fault.indexStopsWriters),
        ("create index concurrently event_by_verb on core.event (verb)", .concurrentlyInTransaction),
        ("alter table core.person add constraint person_named check (name <> '')", .constraintReadsRows),
        (
            "alter table core.person add constraint person_at foreign key (a) references core.zone (id)",
            .constraintReadsRows
        ),
        ("alter table core.person add constraint person_once unique (zone_id, name)", .indexStopsWriters),
        (
            """
            alter table core.person add constraint person_named check (name <> '') not valid;
            alter table core.person validate constraint person_named;
            """, .validatedAtOnce
        ),
        ("alter table core.person alter column post set not null", .notNullReadsRows),
        ("alter table core.person add column nation text not null", .columnRefusesOldWrites),
        ("alter table core.person add column ref uuid default gen_random_uuid()", .rewritesTable),
        ("alter table core.person alter column code type varchar(40)", .rewritesTable),
        ("alter table core.person drop column post", .breaksOldRelease),
        ("alter table core.person rename column post to position", .breaksOldRelease),
        ("drop view enrollment.completed_training", .breaksOldRelease),
        ("update core.person set post = ''", .rewritesRows),
        ("lock table core.person", .explicitLock),
    ])
    func `each rule refuses what it is for`(_ text: String, _ fault: MigrationLint.Fault) {
        #expect(MigrationLint.faults(text).contains(fault), "\(text)")
    }

    @Test func `there is an example of every fault above`() {
        #expect(MigrationLint.Fault.allCases.count == 10)
    }

    @Test(arguments: [
        ("create table core.note (id bigint); create index note_by_id on core.note (id)", "0100_notes.sql"),
        ("create index concurrently event_by_verb on core.event (verb)", "0100_event_verb_concurrently.sql"),
        ("alter table core.person add constraint person_named check (name <> '') not valid", "0100_named.sql"),
        ("alter table core.person validate constraint person_named", "0101_named_by_all.sql"),
        ("alter table core.person add constraint person_once unique using index person_by_name", "0100_once.sql"),
        ("alter table core.person add column nation text not null default ''", "0100_nation.sql"),
        ("-- contract: unused since 2.0\nalter table core.person drop column post", "0100_without_post.sql"),
        (
            "create or replace function f() returns void language sql as $$ update core.person set post = '' $$",
            "0100_f.sql"
        ),
    ])
    func `what keeps the rules passes`(_ text: String, _ name: String) {
        #expect(MigrationLint.faults(text, name: name) == [], "\(text)")
    }
}
