-- What was spent or is reserved, by agent and kind, since a moment. Parameter: that moment twice.
select agent, kind, sum(cost) as spent from (
  select agent, kind, cost from ops.outbox
  where created_at >= ? and state not in ('FAILED', 'BLOCKED', 'UNDONE', 'EXPIRED')
  union all
  select agent, kind, cost from ops.proposal
  where created_at >= ? and state in ('PROPOSED', 'APPROVED')
)
group by agent, kind
