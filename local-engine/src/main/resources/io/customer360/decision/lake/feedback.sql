-- What people said to each action, by kind of customer. Only rejections that speak against it count.
select p.like_key, p.action_id,
  count(*) filter (where v.approved) as approved,
  count(*) filter (where not v.approved and v.teaches) as rejected
from ops.vote v join ops.proposal p on p.decision_id = v.group_id
where not v.withdrawn
group by p.like_key, p.action_id
order by all
