-- An instant as facts carry it: zone time to the minute.
create or replace function schedule.minute(at timestamptz) returns text language sql immutable
return to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI');
