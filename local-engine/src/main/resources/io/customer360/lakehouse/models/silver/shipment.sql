-- grain: one row per delivery of an order
-- meaning: when an order was promised and when it came; days late count in the company's own zone
with buyer as (
  select order_id, max(source_person_id) as source_person_id
  from silver.order_line
  group by order_id
)
select
  trim(s.order_id) as order_id,
  b.source_person_id,
  s._source as source,
  nullif(trim(s.carrier), '') as carrier,
  s.shipped_at,
  s.promised_at,
  s.delivered_at,
  case
    when s.promised_at is not null and s.delivered_at is not null
      then greatest(
        0,
        date_diff(
          'day',
          timezone(${zone}, timezone('UTC', s.promised_at))::date,
          timezone(${zone}, timezone('UTC', s.delivered_at))::date))::integer
  end as days_late,
  s._file,
  s._line
from bronze.shipment s
left join buyer b on b.order_id = trim(s.order_id)
