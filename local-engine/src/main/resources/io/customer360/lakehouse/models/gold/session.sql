-- grain: one row per visit of a customer to the web shop or the app
-- meaning: what a customer did in one visit
select
  customer_id,
  coalesce(session_id, strftime(occurred_at, '%Y-%m-%d')) as session_id,
  min(channel) as channel,
  min(occurred_at) as started_at,
  max(occurred_at) as ended_at,
  count(*) as events,
  count(distinct sku) filter (where event_type = 'product_viewed') as products_viewed,
  count(*) filter (where event_type = 'product_added') as products_added,
  bool_or(event_type = 'checkout_started') as checkout,
  bool_or(event_type in ('order_completed', 'purchase')) as ordered,
  max(sku) as sku,
  max(page) as page,
  sum(seconds)::bigint as page_seconds,
  min(_file) as _file,
  min(_line) as _line
from gold.event
where customer_id is not null and occurred_at <= ${as_of}
group by customer_id, coalesce(session_id, strftime(occurred_at, '%Y-%m-%d'))
