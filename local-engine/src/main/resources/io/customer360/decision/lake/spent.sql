-- What was let go, by agent and kind, in several periods, and what waits for a person: that will be
-- spent now or later, whenever it was proposed. Marks: now; first, the earliest moment; sums, a sum
-- of the cost for each period.
select agent, kind, ${sums} from (
  select agent, kind, cost, created_at as spent_at from ops.outbox
  where created_at >= ${first} and state not in ('FAILED', 'BLOCKED', 'UNDONE', 'EXPIRED')
  union all
  select agent, kind, cost, ${now} as spent_at from ops.proposal
  where state in ('PROPOSED', 'APPROVED') and expires_at > ${now}
)
group by agent, kind
