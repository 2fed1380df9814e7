-- Refuses a text that is no value of a fact or of a column. Rows are `column=value, column=value`.
create or replace function eligibility.check_value(fact_name text, value text) returns void
language plpgsql stable set search_path = core, pg_temp as $$
declare
    f eligibility.fact;
    cell text;
    fits boolean;
begin
    if value is null then return; end if;
    select * into f from eligibility.fact k where k.name = fact_name;
    if not found then perform core.missing('fact', fact_name); end if;
    fits := case f.type
        when 'boolean' then value in ('yes', 'no')
        when 'integer' then value ~ '^[0-9]{1,15}$'
        when 'money' then value ~ '^(0|[1-9][0-9]{0,14})(\.[0-9]{1,2})?$'
        when 'rate' then value ~ '^(0|[1-9][0-9]?|100)(\.[0-9]{1,4})?$'
        when 'day' then value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
        when 'code' then value ~ '^[0-9A-Za-z_.一-鿿][-0-9A-Za-z_.一-鿿]{0,39}$'
        else true end;
    if not fits then perform core.reject('fact_value_fits', fact_name, f.type, value); end if;
    if f.type = 'day' then
        begin
            perform value::date;
        exception when datetime_field_overflow then perform core.reject('fact_value_fits', fact_name, f.type, value);
        end;
    elsif f.type = 'rows' and value not in ('none', 'listed') then
        foreach cell in array string_to_array(value, ',') loop
            if cell !~ '=' then perform core.reject('fact_value_fits', fact_name, 'rows', value); end if;
            perform eligibility.check_value(fact_name || '.' || btrim(split_part(cell, '=', 1)), btrim(split_part(cell, '=', 2)));
        end loop;
    end if;
end $$;
