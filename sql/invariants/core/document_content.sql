-- Every document's content is there, of the size that the document says.
select 'document:' || d.code, 'size ' || d.size
from core.document d left join core.content c on c.zone_id = d.zone_id and c.sha256 = d.sha256
where c.sha256 is null or c.size <> d.size or c.body is not null and sha256(c.body) <> c.sha256
order by d.code
