-- Customers worth keeping whose risk of leaving is high, or who fell silent after late deliveries.
-- Parameter: the moment.
select c.customer_id,
  case when s.score >= 0.5 then 'Churn risk ' || round(s.score, 2)::varchar
    else c.late_deliveries_60d::varchar || ' late deliveries and silence since '
      || strftime(c.last_order_at, '%-d %b')
  end as trigger
from gold.customer c
left join ${gold.score} s on s.customer_id = c.customer_id and s.model = 'churn'
where c.margin_12m > 0 and c.orders >= 2 and c.last_order_at <= ?
  and c.lifecycle in ('active', 'at-risk')
  and (s.score >= 0.5 or (c.lifecycle = 'at-risk' and c.late_deliveries_60d >= 1))
order by greatest(coalesce(s.score, 0), 0.1) * c.margin_12m desc, c.customer_id
