-- grain: one row per product
-- meaning: the catalogue as last received
select
  upper(trim(sku)) as sku,
  nullif(trim(name), '') as name,
  nullif(trim(category), '') as category,
  unit_price,
  unit_cost,
  stock,
  nullif(trim(recalled_batch), '') as recalled_batch,
  nullif(trim(season), '') as season,
  _source as source,
  _file,
  _line
from bronze.product
qualify row_number() over (
  partition by upper(trim(sku)) order by _landing desc, _line desc, _source) = 1
