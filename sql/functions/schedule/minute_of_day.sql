-- Minutes since midnight of zone time.
create or replace function schedule.minute_of_day(at timestamptz) returns bigint language sql immutable
return (extract(epoch from at at time zone 'Asia/Shanghai') / 60)::bigint % 1440;
