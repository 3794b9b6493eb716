-- What the wanted customers said, and what they took back here since. Parameter: the customer ids.
with wanted as (select unnest(?) as customer_id)
select c.customer_id, c.purpose, c.channel, c.status,
  coalesce(strftime(c.recorded_at, '%Y-%m-%d'), '') as since, coalesce(c.source, '') as source
from gold.consent c semi join wanted using (customer_id)
union all
select o.customer_id, o.purpose, x.channel, o.status, strftime(o.recorded_at, '%Y-%m-%d'), 'override'
from ops.consent_override o
semi join wanted using (customer_id)
join (select unnest(['email', 'sms', 'phone', 'post', 'app']) as channel) x
  on o.channel = 'all' or o.channel = x.channel
order by all
