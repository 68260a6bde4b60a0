select file, count(*) as bad_lines,
       sum(case when itemid is null then 1 else 0 end) as other_columns,
       sum(case when trim(itemid) = '' then 1 else 0 end) as no_item,
       sum(case when itemid is not null and happened is null then 1 else 0 end) as no_time,
       sum(case when itemid is not null and stocklevelchange is null then 1 else 0 end) as no_number
from (
  select "$path" as file, try(from_iso8601_timestamp("timestamp")) as happened, itemid, stocklevelchange
  from inventory_files) lines
where itemid is null or trim(itemid) = '' or happened is null or stocklevelchange is null
group by file
order by bad_lines desc, file
