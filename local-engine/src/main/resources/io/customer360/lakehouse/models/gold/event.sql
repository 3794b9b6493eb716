-- grain: one row per thing done on the web or in the app
-- meaning: what each customer looked at; behaviour nobody is known for has no customer
-- The properties as received stay in silver.event: sorting them costs more than all the rest.
select l.customer_id, e.* exclude (email, properties)
from silver.event e
left join gold.identity_link l on l.source_person_id = e.source_person_id
order by l.customer_id, e.occurred_at
