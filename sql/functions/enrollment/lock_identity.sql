-- One natural person is enrolled by one transaction at a time, so that two classes at the same hour cannot both be
-- joined unseen. Taken after the cohort's lock, everywhere. Part of verbs.
create or replace function enrollment.lock_identity(identity bigint) returns void language sql
return pg_advisory_xact_lock(20, (identity % 2147483647)::int);
