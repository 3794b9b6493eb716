-- The facts of the wanted customers at a moment; column names are those of the vocabulary.
-- Parameter: the customer ids. Marks: now, the moment; is.o, whether the row `o` is of one of them.
with
wanted as (select unnest(?) as customer_id),
late as (
  select
    o.customer_id,
    arg_max(o.order_id, (o.ordered_at, o.order_id)) as last_late_order,
    arg_max(o.late_days, (o.ordered_at, o.order_id)) as last_late_days,
    arg_max(o.carrier, (o.ordered_at, o.order_id)) as last_late_carrier
  from gold.orders o
  where ${is.o} and o.late_days > 0 and o.ordered_at > ${now} - interval 90 day
    and o.ordered_at <= ${now}
  group by o.customer_id
),
last_order as (
  select
    o.customer_id,
    arg_max(o.order_id, (o.ordered_at, o.order_id)) as last_order_id,
    max(o.ordered_at) as last_order_at
  from gold.orders o
  where ${is.o} and not o.is_return and o.ordered_at <= ${now}
  group by o.customer_id
),
ticket as (
  select
    t.customer_id,
    arg_max(t.ticket_id, (t.opened_at, t.ticket_id)) as last_ticket,
    arg_max(t.topic, (t.opened_at, t.ticket_id)) as last_ticket_topic,
    arg_max(t.sentiment, (t.opened_at, t.ticket_id)) as last_sentiment,
    max(t.opened_at) as last_ticket_at,
    max(t.opened_at) filter (where t.rating <= 2 or t.sentiment <= -0.4) as last_complaint_at
  from gold.service_ticket t
  where ${is.t} and t.opened_at <= ${now}
  group by t.customer_id
),
recall as (
  select
    l.customer_id,
    min(p.name) as recalled_name,
    min(p.sku) as recalled_sku,
    min(l.batch) as recalled_batch,
    min(l.order_id) as recalled_order,
    sum(l.revenue) as recalled_revenue
  from gold.order_line l
  join silver.product p on p.sku = l.sku and p.recalled_batch = l.batch
  where ${is.l} and p.recalled_batch <> '' and l.ordered_at <= ${now}
  group by l.customer_id
  having sum(l.quantity) > 0
),
score as (
  select
    s.customer_id,
    max(s.score) filter (where s.model = 'churn') as churn,
    max(s.confidence) filter (where s.model = 'churn') as churn_confidence,
    max(s.score) filter (where s.model = 'propensity') as propensity,
    max(s.confidence) filter (where s.model = 'propensity') as propensity_confidence
  from ${gold.score} s
  where ${is.s}
  group by s.customer_id
),
segment as (
  select m.customer_id, list(distinct m.segment order by m.segment) as segments
  from ${gold.segment_member} m
  where ${is.m}
  group by m.customer_id
)
select
  c.customer_id,
  c.full_name,
  c.first_name,
  c.last_name,
  c.email,
  c.phone,
  c.address,
  c.city,
  c.country,
  c.zone,
  c.lifecycle,
  c.value_tier,
  date_diff('day', c.customer_since::timestamp, ${now}) as customer_days,
  c.tier,
  c.points,
  c.points_to_next,
  date_diff('day', ${now}::date, c.points_expire_on) as days_to_points_expiry,
  strftime(c.points_expire_on, '%-d %b %Y') as points_expire_on,
  c.loyalty_id,
  date_diff('day', c.tier_since, ${now}::date) as tier_days,
  c.orders,
  c.orders_12m,
  c.revenue,
  c.revenue_12m,
  c.margin,
  c.margin_12m,
  case when c.orders > 0 then round(c.revenue::double / c.orders, 2) end as average_order,
  date_diff('day', last_order.last_order_at, ${now}) as days_since_order,
  round(c.usual_gap_days, 1) as usual_gap_days,
  case when c.usual_gap_days > 0
    then round(date_diff('day', last_order.last_order_at, ${now}) / c.usual_gap_days, 2)
  end as gap_ratio,
  c.favourite_channel,
  c.favourite_category,
  last_order.last_order_id,
  c.late_deliveries_60d,
  late.last_late_order,
  late.last_late_days,
  late.last_late_carrier,
  c.open_tickets,
  c.last_rating,
  ticket.last_ticket,
  ticket.last_ticket_topic,
  round(ticket.last_sentiment, 2) as last_sentiment,
  date_diff('day', ticket.last_ticket_at, ${now}) as days_since_ticket,
  date_diff('day', ticket.last_complaint_at, ${now}) as days_since_complaint,
  date_diff('day', c.last_email_open_at, ${now}) as days_since_email_open,
  recall.customer_id is not null as recalled_product,
  recall.recalled_name,
  recall.recalled_sku,
  recall.recalled_batch,
  recall.recalled_order,
  recall.recalled_revenue,
  round(score.churn, 4) as churn,
  round(score.churn_confidence, 4) as churn_confidence,
  round(score.propensity, 4) as propensity,
  round(score.propensity_confidence, 4) as propensity_confidence,
  round(greatest(c.margin_12m, 0)::double * score.churn, 2) as value_at_risk,
  c.trust,
  segment.segments
from gold.customer c
left join late using (customer_id)
left join last_order using (customer_id)
left join ticket using (customer_id)
left join recall using (customer_id)
left join score using (customer_id)
left join segment using (customer_id)
where ${is.c}
order by c.customer_id
