-- A receipt that both sides can prove: eleven characters from the hash of the handoff's last line, and the check character
-- of verification codes (the weighted sum of the values modulo 31).
create or replace function handoff.receipt_of(handoff bigint) returns text
language plpgsql stable set search_path = core, pg_temp as $$
declare
    alphabet text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    root bytea := (select y.hash from handoff.history y where y.handoff_id = receipt_of.handoff order by y.version desc limit 1);
    code text := '';
    total int := 0;
    value int;
begin
    for i in 1 .. 11 loop
        value := get_byte(root, i - 1) % 31;
        total := total + value * i;
        code := code || substr(alphabet, value + 1, 1);
    end loop;
    return code || substr(alphabet, total % 31 + 1, 1);
end $$;
