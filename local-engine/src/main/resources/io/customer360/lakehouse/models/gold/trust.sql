-- grain: one row per customer
-- meaning: how far the profile of each customer can be trusted, from 0 to 1, and what that is made of
-- The parts are each rounded to four decimals before they are multiplied, so that anybody
-- can recompute them from gold.golden_field:
--   reliability  = mean reliability of the sources the golden fields came from
--   freshness    = 0.5 ^ (days since the last sign of life / 1095)
--                  (0.5 when nothing is dated)
--   agreement    = agreeing values / values considered, over all golden fields
--   completeness = 0.20 known at all + 0.25 name + 0.20 e-mail + 0.15 phone
--                  + 0.15 address with postcode + 0.05 birth date
--   trust        = reliability x freshness x agreement x completeness
with field as (
  select customer_id,
    avg(reliability) as reliability,
    sum(agreeing) / sum(considered) as agreement,
    bool_or(field = 'full_name') as has_name,
    bool_or(field = 'email') as has_email,
    bool_or(field = 'phone') as has_phone,
    bool_or(field = 'address') and bool_or(field = 'postcode') as has_address,
    bool_or(field = 'birth_date') as has_birth_date
  from gold.golden_field
  group by customer_id
),
ordered as (
  select source_person_id, max(ordered_at) as ordered_at
  from silver.order_line
  where source_person_id is not null
    and ordered_at <= ${as_of}
  group by source_person_id
),
record as (
  select l.customer_id, avg(c.reliability) as reliability,
    greatest(max(c.recorded_at), max(o.ordered_at)) as last_seen_at
  from gold.identity_link l
  join gold.identity_record c using (source_person_id)
  left join ordered o using (source_person_id)
  group by l.customer_id
),
part as (
  select
    r.customer_id,
    round(coalesce(f.reliability, r.reliability), 4) as reliability,
    case when r.last_seen_at is null then 0.5
      else round(pow(0.5, greatest(0, date_diff('day', r.last_seen_at,
        ${as_of})) / 1095.0), 4) end as freshness,
    round(coalesce(f.agreement, 1), 4) as agreement,
    round(0.20
      + case when f.has_name then 0.25 else 0 end
      + case when f.has_email then 0.20 else 0 end
      + case when f.has_phone then 0.15 else 0 end
      + case when f.has_address then 0.15 else 0 end
      + case when f.has_birth_date then 0.05 else 0 end, 4)::double as completeness,
    r.last_seen_at
  from record r
  left join field f using (customer_id)
)
select customer_id, reliability, freshness, agreement, completeness,
  round(reliability * freshness * agreement * completeness, 4) as trust, last_seen_at
from part
order by customer_id
