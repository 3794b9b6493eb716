-- grain: one row per thing that happened to a message
-- meaning: what each customer was sent and did with it
select l.customer_id, e.* exclude (email, phone)
from silver.engagement e
left join gold.identity_link l on l.source_person_id = e.source_person_id
order by l.customer_id, e.occurred_at
