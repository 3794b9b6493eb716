-- grain: one row per order or return
-- meaning: each customer's orders with money, delivery and what was in them
with line as (
  select
    l.*,
    l.batch is not null and l.batch = p.recalled_batch as recalled
  from gold.order_line l
  left join silver.product p on p.sku = l.sku
),
delivery as (
  select
    order_id,
    max(days_late) as late_days,
    max(carrier) as carrier,
    max(delivered_at) as delivered_at
  from silver.shipment
  group by order_id
),
placed as (
  select
    source,
    order_id,
    max(customer_id) as customer_id,
    min(ordered_at) as ordered_at,
    min(channel) as channel,
    min(store_id) as store_id,
    coalesce(sum(abs(quantity)), 0)::bigint as items,
    sum(revenue)::decimal(14, 2) as revenue,
    coalesce(sum(margin), 0)::decimal(14, 2) as margin,
    sum(discount)::decimal(14, 2) as discount,
    bool_and(is_return) as is_return,
    bool_or(recalled) as has_recalled,
    max(batch) filter (where recalled) as recalled_batch,
    list_sort(list_distinct(list(product_name)))[:3] as products,
    min(_file) as _file,
    min(_line) as _line
  from line
  group by source, order_id
)
select
  o.order_id,
  o.customer_id,
  o.source,
  o.ordered_at,
  o.channel,
  o.store_id,
  o.items,
  o.revenue,
  o.margin,
  o.discount,
  d.late_days,
  d.carrier,
  d.delivered_at,
  o.is_return,
  o.has_recalled,
  o.recalled_batch,
  array_to_string(o.products, ', ') as products,
  o._file,
  o._line
from placed o
left join delivery d on d.order_id = o.order_id
order by o.customer_id, o.ordered_at
