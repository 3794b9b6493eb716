-- grain: one row per customer, purpose and channel that was ever asked about
-- meaning: what each customer allows; a no of any record wins over every yes, unless the same record later said yes; no row means not asked
with answer as (
  select
    l.customer_id,
    c.source_person_id,
    c.purpose,
    c.channel,
    min(c.source) as source,
    max(c.recorded_at) as recorded_at,
    max(c.recorded_at) filter (where c.status = 'no') as no_at,
    max(c.recorded_at) filter (where c.status = 'yes') as yes_at
  from silver.consent c
  join gold.identity_link l on l.source_person_id = c.source_person_id
  where c.recorded_at <= ${as_of}
  group by l.customer_id, c.source_person_id, c.purpose, c.channel
),
-- Of two answers at the same moment the no counts.
latest as (
  select *, no_at is null or coalesce(yes_at > no_at, false) as allows from answer
),
whole as (
  select customer_id, purpose, channel, bool_and(allows) as allows, count(*) as records
  from latest
  group by customer_id, purpose, channel
)
select
  w.customer_id,
  w.purpose,
  w.channel,
  case when w.allows then 'yes' else 'no' end as status,
  max(a.recorded_at) as recorded_at,
  max(a.source) as source,
  max(w.records)::integer as records
from whole w
join latest a
  on a.customer_id = w.customer_id
  and a.purpose = w.purpose
  and a.channel = w.channel
  and a.allows = w.allows
group by w.customer_id, w.purpose, w.channel, w.allows
order by w.customer_id
