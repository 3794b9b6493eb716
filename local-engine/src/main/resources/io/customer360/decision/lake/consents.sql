-- What the wanted customers said, and what they took back here since. Parameter and
-- marks as in facts.sql.
with wanted as (select unnest(?) as customer_id)
select c.customer_id, c.purpose, c.channel, c.status,
  coalesce(strftime(c.recorded_at, '%Y-%m-%d'), '') as since, coalesce(c.source, '') as source
from gold.consent c where ${is.c}
union all
select o.customer_id, o.purpose, x.channel, o.status, strftime(o.recorded_at, '%Y-%m-%d'), 'override'
from ops.consent_override o
join (select unnest(['email', 'sms', 'phone', 'post', 'app']) as channel) x
  on o.channel = 'all' or o.channel = x.channel
where ${is.o}
order by all
