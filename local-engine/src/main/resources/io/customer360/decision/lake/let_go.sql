-- What was let go, by agent and kind, in several periods. Marks: first, the earliest moment; sums, a
-- sum of the cost for each period.
select agent, kind, ${sums} from (
  select agent, kind, cost, created_at as spent_at from ops.outbox
  where created_at >= ${first} and state not in ('FAILED', 'BLOCKED', 'UNDONE', 'EXPIRED')
)
group by agent, kind
