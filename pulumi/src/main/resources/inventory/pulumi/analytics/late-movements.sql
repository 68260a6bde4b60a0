select warehousename, count(*) as late_movements,
       max(date_diff('day', happened_on, dropped_on)) as days_late
from (
  select warehousename, stocklevelchange,
         cast(try(from_iso8601_timestamp("timestamp")) at time zone 'UTC' as date) as happened_on,
         cast(replace(day, '/', '-') as date) as dropped_on
  from inventory_files
  where trim(itemid) <> '') movements
where happened_on < dropped_on and stocklevelchange is not null
group by warehousename
order by warehousename
