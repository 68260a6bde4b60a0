select itemid, max(itemname) as itemname, sum(-stocklevelchange) as units_out
from inventory_files
where stocklevelchange < 0 and trim(itemid) <> ''
  and try(from_iso8601_timestamp("timestamp")) is not null
group by itemid
order by units_out desc, itemid
limit 10
