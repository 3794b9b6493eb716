-- grain: one row per person that appears in orders, behaviour, messages or tickets of a source
-- meaning: people as their traces show them, with any identifier seen there
with trace as (
  select
    source_person_id, source, loyalty_id, email, null::varchar as phone, ordered_at as seen_at
  from silver.order_line
  union all
  select source_person_id, source, null, email, null, occurred_at from silver.event
  union all
  select source_person_id, source, null, email, phone, occurred_at from silver.engagement
  union all
  select source_person_id, source, loyalty_id, email, null, opened_at from silver.service_ticket
  union all
  select source_person_id, source, loyalty_id, email, null, recorded_at from silver.consent
  union all
  select source_person_id, source, loyalty_id, null, null, enrolled_at from silver.loyalty_account
  union all
  select source_person_id, source, loyalty_id, null, null, moved_at from silver.loyalty_movement
)
select
  source_person_id,
  min(source) as source,
  max(loyalty_id) as loyalty_id,
  max(email) as email,
  max(phone) as phone,
  min(seen_at) as first_seen_at,
  max(seen_at) as last_seen_at
from trace
group by source_person_id
-- Not "where source_person_id is not null": that would be asked of every row of the views above,
-- before they have parsed it once, and cost four times as much.
having count(source_person_id) > 0
