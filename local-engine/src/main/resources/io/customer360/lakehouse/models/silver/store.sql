-- grain: one row per shop
-- meaning: the shops as last received
select
  trim(store_id) as store_id,
  nullif(trim(name), '') as name,
  nullif(trim(city), '') as city,
  nullif(trim(manager), '') as manager,
  coalesce(nullif(trim(zone), ''), ${zone}) as zone,
  _source as source,
  _file,
  _line
from bronze.store
qualify row_number() over (
  partition by trim(store_id) order by _landing desc, _line desc, _source) = 1
