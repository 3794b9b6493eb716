-- What reached the wanted customers in 60 days, what is on its way, and what people rejected.
-- Parameters: the customer ids, decisions to leave out. Marks as in facts.sql.
with
wanted as (select unnest(?) as customer_id),
skip as (select unnest(?) as decision_id)
select e.customer_id, e.channel, '' as action_id, 'sent' as kind, e.occurred_at as happened_at
from gold.engagement e
where ${is.e} and e.kind = 'sent' and e.occurred_at > ${now} - interval 60 day
  and e.occurred_at <= ${now}
union all
select o.customer_id, o.channel, o.action_id,
  case when o.state in ('QUEUED', 'IN_FLIGHT') then 'open' else 'sent' end,
  coalesce(o.sent_at, o.created_at)
from ops.outbox o anti join skip using (decision_id)
where ${is.o} and o.state in ('QUEUED', 'IN_FLIGHT', 'SENT', 'CONFIRMED', 'MEASURED', 'UNKNOWN')
  and o.created_at > ${now} - interval 60 day
union all
select p.customer_id, p.channel, p.action_id,
  case when p.state = 'REJECTED' then 'rejected' else 'open' end, p.updated_at
from ops.proposal p anti join skip using (decision_id)
where ${is.p} and p.state in ('PROPOSED', 'APPROVED', 'REJECTED')
  and p.updated_at > ${now} - interval 60 day
order by all
