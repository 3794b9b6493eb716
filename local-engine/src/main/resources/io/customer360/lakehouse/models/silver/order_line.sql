-- grain: one row per line of an order or a return
-- meaning: what was sold, with revenue after discount and the margin where the cost is known
with line as (
  select
    t.*,
    coalesce(t.unit_cost, p.unit_cost) as cost,
    coalesce(nullif(trim(t.product_name), ''), p.name) as known_name,
    coalesce(nullif(trim(t.category), ''), p.category) as known_category,
    (t.quantity * t.unit_price - sign(t.quantity) * coalesce(t.discount, 0))::decimal(14, 2)
      as line_revenue
  from bronze.transaction t
  left join silver.product p on p.sku = upper(trim(t.sku))
)
select
  trim(order_id) as order_id,
  coalesce(line_no, _line)::integer as line_no,
  _source as source,
  case
    when nullif(trim(source_key), '') is not null then _source || ':' || trim(source_key)
    when nullif(trim(loyalty_id), '') is not null
      then _source || ':loyalty:' || upper(trim(loyalty_id))
    when contains(email, '@') then _source || ':email:' || lower(trim(email))
  end as source_person_id,
  upper(nullif(trim(loyalty_id), '')) as loyalty_id,
  case when contains(email, '@') then lower(trim(email)) end as email,
  ordered_at,
  lower(nullif(trim(channel), '')) as channel,
  nullif(trim(store_id), '') as store_id,
  upper(nullif(trim(sku), '')) as sku,
  known_name as product_name,
  known_category as category,
  nullif(trim(batch), '') as batch,
  quantity,
  unit_price,
  coalesce(discount, 0)::decimal(14, 2) as discount,
  line_revenue as revenue,
  (line_revenue - quantity * cost)::decimal(14, 2) as margin,
  coalesce(upper(nullif(trim(currency), '')), ${currency}) as currency,
  quantity < 0 as is_return,
  nullif(trim(promotion), '') as promotion,
  _file,
  _line
from line
