-- Every cluster gets the oldest id that one of its records ever anchored, the others get the next
-- free numbers in order of their first record.
create or replace temp table identity_cluster as
with known as (
  select m.root, min(g.number) as number
  from ops.customer_registry g
  join identity_record r on r.source_person_id = g.anchor
  join identity_member m on m.record = r.record
  group by m.root
),
fresh as (
  select root,
    (select coalesce(max(number), 0) from ops.customer_registry) + row_number() over (order by root)
      as number
  from (select distinct root from identity_member)
  where root not in (select root from known)
)
select root, number, printf('C-%06d', number) as customer_id, false as fresh from known
union all
select root, number, printf('C-%06d', number), true from fresh;

insert into ops.customer_registry
select r.source_person_id, c.customer_id, c.number
from identity_cluster c join identity_record r on r.record = c.root
where c.fresh
order by c.number;
