-- grain: one row per delivery of an order
-- meaning: how each customer's orders arrived
select l.customer_id, s.*
from silver.shipment s
left join gold.identity_link l on l.source_person_id = s.source_person_id
order by l.customer_id, s.promised_at
