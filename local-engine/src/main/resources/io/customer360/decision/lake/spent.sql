-- What was spent or is reserved, by agent and kind, since several moments. Marks: first, the
-- earliest moment; sums, a sum of the cost for each moment.
select agent, kind, ${sums} from (
  select agent, kind, cost, created_at from ops.outbox
  where created_at >= ${first} and state not in ('FAILED', 'BLOCKED', 'UNDONE', 'EXPIRED')
  union all
  select agent, kind, cost, created_at from ops.proposal
  where created_at >= ${first} and state in ('PROPOSED', 'APPROVED')
)
group by agent, kind
