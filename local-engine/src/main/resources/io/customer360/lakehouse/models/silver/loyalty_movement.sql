-- grain: one row per movement of points
-- meaning: points earned, redeemed, expired or adjusted, on the membership's person
-- stored: view
select
  trim(m.movement_id) as movement_id,
  upper(trim(m.loyalty_id)) as loyalty_id,
  m._source as source,
  coalesce(a.source_person_id, m._source || ':loyalty:' || upper(trim(m.loyalty_id)))
    as source_person_id,
  m.moved_at,
  lower(nullif(trim(m.kind), '')) as kind,
  m.points,
  nullif(trim(m.order_id), '') as order_id,
  m._file,
  m._line
from bronze.loyalty_movement m
left join silver.loyalty_account a on a.loyalty_id = upper(trim(m.loyalty_id))
