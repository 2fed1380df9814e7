-- The events of a subject are numbered from 1, and each one's hash follows from what it says and from the hash before it.
select c.subject, 'seq ' || c.seq
from (
    select e.subject, e.seq, e.prev_hash, e.hash, row_number() over w as place, lag(e.hash) over w as before,
        core.event_content(e) as content
    from core.event e
    window w as (partition by e.subject order by e.seq, e.id)
) as c
where c.seq <> c.place or c.prev_hash <> coalesce(c.before, '')
    or c.hash <> core.event_hash(c.prev_hash, c.seq, c.content)
order by c.subject, c.seq
