-- grain: one row per thing done on the web or in the app
-- meaning: what each customer looked at; behaviour nobody is known for has no customer
select l.customer_id, e.* exclude (email)
from silver.event e
left join gold.identity_link l on l.source_person_id = e.source_person_id
order by l.customer_id, e.occurred_at
