-- Who watches the server sees how far its numbers are used; the volume that they tell is no secret.
alter default privileges grant select on sequences to zb_admin, zb_auditor;
grant select on all sequences in schema core to zb_admin, zb_auditor;
