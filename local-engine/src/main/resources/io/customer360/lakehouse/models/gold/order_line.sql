-- grain: one row per line of an order or a return
-- meaning: what each customer bought; lines nobody is known for have no customer
select
  l.customer_id,
  o.* exclude (loyalty_id, email)
from silver.order_line o
left join gold.identity_link l on l.source_person_id = o.source_person_id
order by l.customer_id, o.ordered_at
