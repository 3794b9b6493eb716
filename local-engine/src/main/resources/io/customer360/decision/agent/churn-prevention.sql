-- Customers worth keeping whose risk of leaving is high. Parameter: the moment.
select c.customer_id, 'Churn risk ' || round(s.score, 2)::varchar as trigger
from gold.customer c
join ${gold.score} s on s.customer_id = c.customer_id and s.model = 'churn'
where s.score >= 0.5 and c.margin_12m > 0 and c.orders >= 2
  and c.last_order_at <= ?
  and c.lifecycle in ('active', 'at-risk')
order by s.score * c.margin_12m desc, c.customer_id
