-- Every sealed value has the data key that it names.
select 'person:' || s.person_id, s.field
from core.person_secret s
where not exists (select from core.person_key k where k.ref = s.ref)
order by s.person_id, s.field
