-- grain: one row per movement of points
-- meaning: how each customer's points came and went
select l.customer_id, m.*
from silver.loyalty_movement m
left join gold.identity_link l on l.source_person_id = m.source_person_id
order by l.customer_id, m.moved_at
