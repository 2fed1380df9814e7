-- On every day on which anybody has a share, the shares of a part and measure add up to the whole.
select 'part:' || b.part_id || ' ' || b.measure || ' ' || b.day, sum(s.points)::text
from (
    select distinct part_id, measure, unnest(array[lower(valid), upper(valid)]) as day
    from handoff.credit_share where not is_double
) as b
join handoff.credit_share s
    on s.part_id = b.part_id and s.measure = b.measure and not s.is_double and s.valid @> b.day
where b.day is not null
group by b.part_id, b.measure, b.day having sum(s.points) <> 10000
order by 1
