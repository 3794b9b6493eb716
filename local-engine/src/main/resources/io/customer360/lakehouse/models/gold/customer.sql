-- grain: one row per resolved customer
-- meaning: who each customer is and how things stand with them today
with member as (
  select l.customer_id, count(*)::integer as source_records, min(p.created_at) as created_at
  from gold.identity_link l
  join silver.source_person p on p.source_person_id = l.source_person_id
  group by l.customer_id
),
golden as (
  select
    customer_id,
    max(value) filter (where field = 'full_name') as full_name,
    max(value) filter (where field = 'first_name') as first_name,
    max(value) filter (where field = 'last_name') as last_name,
    max(value) filter (where field = 'email') as email,
    max(value) filter (where field = 'phone') as phone,
    max(value) filter (where field = 'loyalty_id') as loyalty_id,
    max(value) filter (where field = 'birth_date') as birth_date,
    max(value) filter (where field = 'address') as address,
    max(value) filter (where field = 'postcode') as postcode,
    max(value) filter (where field = 'city') as city,
    max(value) filter (where field = 'country') as country,
    max(value) filter (where field = 'zone') as zone
  from gold.golden_field
  group by customer_id
),
account as (
  select
    l.customer_id,
    max({
      'enrolled_at': coalesce(a.enrolled_at, timestamp '1970-01-01'),
      'loyalty_id': a.loyalty_id,
      'tier': a.tier,
      'points': a.points,
      'points_to_next': a.points_to_next,
      'points_expire_on': a.points_expire_on,
      'tier_since': a.tier_since
    }) as held
  from silver.loyalty_account a
  join gold.identity_link l on l.source_person_id = a.source_person_id
  group by l.customer_id
),
placed as (
  select
    customer_id,
    count(*) filter (where not is_return) as orders,
    sum(revenue)::decimal(14, 2) as revenue,
    sum(margin)::decimal(14, 2) as margin,
    count(*) filter (where not is_return and ordered_at > ${as_of} - interval 365 day)
      as orders_12m,
    (sum(revenue) filter (where ordered_at > ${as_of} - interval 365 day))::decimal(14, 2)
      as revenue_12m,
    (sum(margin) filter (where ordered_at > ${as_of} - interval 365 day))::decimal(14, 2)
      as margin_12m,
    min(ordered_at) filter (where not is_return) as first_order_at,
    max(ordered_at) filter (where not is_return) as last_order_at,
    count(distinct ordered_at::date) filter (where not is_return) as days
  from gold.orders
  where customer_id is not null and ordered_at <= ${as_of}
  group by customer_id
),
channel as (
  select customer_id, max({'n': n, 'name': channel}) as best
  from (
    select customer_id, channel, count(*) as n
    from gold.orders
    where customer_id is not null and channel is not null and not is_return
      and ordered_at <= ${as_of}
    group by customer_id, channel)
  group by customer_id
),
category as (
  select customer_id, max({'n': n, 'name': category}) as best
  from (
    select customer_id, category, sum(quantity) as n
    from gold.order_line
    where customer_id is not null and category is not null and not is_return
      and ordered_at <= ${as_of}
    group by customer_id, category)
  group by customer_id
),
delivery as (
  select customer_id, count(*)::integer as late
  from gold.shipment
  where days_late > 0 and delivered_at <= ${as_of} and delivered_at > ${as_of} - interval 60 day
  group by customer_id
),
service as (
  select
    customer_id,
    count(*) filter (where closed_at is null or closed_at > ${as_of})::integer as open_tickets,
    max({'at': opened_at, 'rating': rating}) filter (where rating is not null) as last_rated
  from gold.service_ticket
  where customer_id is not null and opened_at <= ${as_of}
  group by customer_id
),
opened as (
  select customer_id, max(occurred_at) as last_email_open_at
  from gold.engagement
  where channel = 'email' and kind in ('opened', 'clicked') and occurred_at <= ${as_of}
  group by customer_id
),
joined as (
  select
    m.customer_id,
    m.source_records,
    m.created_at,
    g.* exclude (customer_id),
    a.held,
    coalesce(o.orders, 0) as orders,
    coalesce(o.revenue, 0)::decimal(14, 2) as revenue,
    coalesce(o.margin, 0)::decimal(14, 2) as margin,
    coalesce(o.orders_12m, 0) as orders_12m,
    coalesce(o.revenue_12m, 0)::decimal(14, 2) as revenue_12m,
    coalesce(o.margin_12m, 0)::decimal(14, 2) as margin_12m,
    o.first_order_at,
    o.last_order_at,
    case
      when o.days > 1
        then date_diff('day', o.first_order_at, o.last_order_at)::double / (o.days - 1)
    end as usual_gap_days,
    date_diff('day', o.last_order_at, ${as_of}) as quiet_days,
    ch.best.name as favourite_channel,
    ca.best.name as favourite_category,
    coalesce(d.late, 0) as late_deliveries_60d,
    coalesce(s.open_tickets, 0) as open_tickets,
    s.last_rated.rating as last_rating,
    e.last_email_open_at
  from member m
  left join golden g on g.customer_id = m.customer_id
  left join account a on a.customer_id = m.customer_id
  left join placed o on o.customer_id = m.customer_id
  left join channel ch on ch.customer_id = m.customer_id
  left join category ca on ca.customer_id = m.customer_id
  left join delivery d on d.customer_id = m.customer_id
  left join service s on s.customer_id = m.customer_id
  left join opened e on e.customer_id = m.customer_id
),
ranked as (
  select
    customer_id,
    percent_rank() over (order by greatest(margin_12m, revenue_12m / 1000) desc) as place
  from joined
  where orders_12m > 0
)
select
  j.customer_id,
  j.full_name,
  j.first_name,
  j.last_name,
  j.email,
  j.phone,
  coalesce(j.loyalty_id, j.held.loyalty_id) as loyalty_id,
  try_cast(j.birth_date as date) as birth_date,
  j.address,
  j.postcode,
  j.city,
  j.country,
  coalesce(j.zone, ${zone}) as zone,
  j.held.tier as tier,
  j.held.points as points,
  j.held.points_to_next as points_to_next,
  j.held.points_expire_on as points_expire_on,
  j.held.tier_since as tier_since,
  coalesce(least(j.created_at, j.first_order_at), j.created_at, j.first_order_at)::date
    as customer_since,
  j.source_records,
  case
    when j.orders = 0 then 'prospect'
    when j.quiet_days > greatest(coalesce(4 * j.usual_gap_days, 365), 180) then 'churned'
    when j.quiet_days > greatest(coalesce(1.5 * j.usual_gap_days, 120), 30) then 'at-risk'
    when date_diff('day', j.first_order_at, ${as_of}) <= 60 then 'new'
    else 'active'
  end as lifecycle,
  case when r.place <= 0.2 then 'high' when r.place <= 0.5 then 'mid' else 'low' end
    as value_tier,
  j.orders,
  j.revenue,
  j.margin,
  j.revenue_12m,
  j.margin_12m,
  j.orders_12m,
  j.first_order_at,
  j.last_order_at,
  j.usual_gap_days,
  j.favourite_channel,
  j.favourite_category,
  j.late_deliveries_60d,
  j.open_tickets,
  j.last_rating,
  j.last_email_open_at,
  t.trust,
  t.reliability as trust_reliability,
  t.freshness as trust_freshness,
  t.agreement as trust_agreement,
  t.completeness as trust_completeness
from joined j
left join ranked r on r.customer_id = j.customer_id
left join gold.trust t on t.customer_id = j.customer_id
order by j.customer_id
