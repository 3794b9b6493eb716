-- grain: one row per customer known on the day
-- meaning: what is known of each customer on a day, as numbers for the models; nothing later than the day reaches it
-- The same text makes the past snapshots that models learn from. Sums run over whole numbers and
-- decimals only, so the result does not depend on the order in which rows are read.
with
purchase as (
  select
    customer_id,
    ordered_at,
    channel,
    revenue,
    margin,
    discount,
    date_diff(
      'day',
      lag(ordered_at) over (partition by customer_id order by ordered_at, order_id),
      ordered_at) as gap
  from gold.orders
  where customer_id is not null and not is_return and ordered_at <= ${as_of}
),
orders as (
  select
    customer_id,
    count(*) as orders_total,
    max(ordered_at) as last_at,
    min(ordered_at) as first_at,
    count(*) filter (where ordered_at > ${as_of} - interval 90 day) as orders_90d,
    count(*) filter (where ordered_at > ${as_of} - interval 365 day) as orders_365d,
    coalesce(sum(revenue) filter (where ordered_at > ${as_of} - interval 365 day), 0) as revenue_365d,
    coalesce(sum(margin) filter (where ordered_at > ${as_of} - interval 365 day), 0) as margin_365d,
    coalesce(sum(discount) filter (where ordered_at > ${as_of} - interval 365 day), 0) as discount_365d,
    count(*) filter (where channel in ('web', 'app')) as online_total,
    count(gap) filter (where gap > 0) as gaps,
    sum(gap) filter (where gap > 0) as gap_sum,
    sum(gap::bigint * gap) filter (where gap > 0) as gap_squares
  from purchase
  group by customer_id
),
basket as (
  select
    customer_id,
    category,
    coalesce(sum(revenue) filter (where not is_return), 0) as bought,
    coalesce(-sum(revenue) filter (where is_return), 0) as returned
  from gold.order_line
  where
    customer_id is not null
    and ordered_at <= ${as_of}
    and ordered_at > ${as_of} - interval 365 day
  group by customer_id, category
),
baskets as (
  select
    customer_id,
    count(category) filter (where bought > 0) as categories_365d,
    sum(bought) as bought,
    sum(returned) as returned
  from basket
  group by customer_id
),
delivery as (
  select customer_id, count(*) as late_60d
  from gold.shipment
  where
    customer_id is not null
    and delivered_at <= ${as_of}
    and delivered_at > ${as_of} - interval 60 day
    and days_late > 0
  group by customer_id
),
contact as (
  select
    customer_id,
    max(occurred_at) filter (where channel = 'email' and kind in ('opened', 'clicked'))
      as last_open_at,
    count(*) filter (
      where channel = 'email' and kind = 'sent' and occurred_at > ${as_of} - interval 90 day)
      as emails_90d,
    count(*) filter (
      where channel = 'email' and kind = 'opened' and occurred_at > ${as_of} - interval 90 day)
      as email_opens_90d,
    count(*) filter (
      where channel = 'email' and kind = 'sent' and occurred_at > ${as_of} - interval 30 day)
      as emails_30d,
    count(*) filter (
      where channel = 'email' and kind = 'opened' and occurred_at > ${as_of} - interval 30 day)
      as opens_30d,
    count(*) filter (
      where channel = 'email' and kind = 'sent' and occurred_at <= ${as_of} - interval 30 day
        and occurred_at > ${as_of} - interval 210 day)
      as emails_before,
    count(*) filter (
      where channel = 'email' and kind = 'opened' and occurred_at <= ${as_of} - interval 30 day
        and occurred_at > ${as_of} - interval 210 day)
      as opens_before,
    sum(power(0.5, date_diff('hour', occurred_at, ${as_of}) / 720.0)::decimal(9, 6)) filter (
      where channel = 'email' and kind = 'opened' and occurred_at > ${as_of} - interval 365 day)
      as email_open_decay,
    count(*) filter (
      where channel = 'sms' and kind = 'clicked' and occurred_at > ${as_of} - interval 90 day)
      as sms_clicks_90d,
    count(*) filter (where kind = 'unsubscribed') as unsubscribed
  from gold.engagement
  where customer_id is not null and occurred_at <= ${as_of}
  group by customer_id
),
service as (
  select
    customer_id,
    count(*) filter (where opened_at > ${as_of} - interval 90 day) as tickets_90d,
    count(*) filter (where closed_at is null or closed_at > ${as_of}) as open_tickets,
    arg_max(rating, opened_at) filter (
      where rating is not null
        and coalesce(closed_at, opened_at) <= ${as_of}
        and opened_at > ${as_of} - interval 365 day)
      as last_rating,
    sum(sentiment::decimal(9, 6)) filter (where opened_at > ${as_of} - interval 180 day)
      / nullif(count(sentiment) filter (where opened_at > ${as_of} - interval 180 day), 0)
      as sentiment
  from gold.service_ticket
  where customer_id is not null and opened_at <= ${as_of}
  group by customer_id
),
visits as (
  select
    customer_id,
    count(*) filter (where started_at > ${as_of} - interval 30 day) as visits_30d,
    count(*) filter (where started_at <= ${as_of} - interval 30 day) as visits_before
  from gold.session
  where started_at <= ${as_of} and started_at > ${as_of} - interval 210 day
  group by customer_id
),
loyalty as (
  select
    customer_id,
    coalesce(
      sum(points) filter (where kind = 'earn' and moved_at > ${as_of} - interval 365 day), 0)
      as points_earned_365d
  from gold.loyalty_movement
  where customer_id is not null and moved_at <= ${as_of}
  group by customer_id
),
known as (
  select customer_id from gold.customer where customer_since <= ${as_of}::date
  union
  select customer_id from orders
  union
  select customer_id from contact
  union
  select customer_id from service
  union
  select customer_id from visits
  union
  select customer_id from loyalty
),
rhythm as (
  -- Gaps between orders as Erlang of order 2 around the customer's own mean, drawn a little towards
  -- 60 days; whoever is silent for longer than that explains has more likely gone for good.
  select
    customer_id,
    (1 + waited) * exp(-waited) as silent,
    (1 + waited + 180 / gap) * exp(-waited - 180 / gap) as silent_then
  from (
    select customer_id, gap, 2 * date_diff('hour', last_at, ${as_of}) / 24.0 / gap as waited
    from (
      select customer_id, last_at, (coalesce(gap_sum, 0) + 60.0)::double / (gaps + 1) as gap
      from orders))
),
expected as (
  select
    customer_id,
    0.05 / (0.05 + silent) + silent / (0.05 + silent) * silent_then / greatest(silent, 1e-30)
      as quiet_90d
  from rhythm
)
select
  known.customer_id,
  ${as_of} as as_of,
  (date_diff('hour', last_at, ${as_of}) / 24.0)::double as recency_days,
  coalesce(orders_90d, 0)::double as orders_90d,
  coalesce(orders_365d, 0)::double as orders_365d,
  coalesce(orders_total, 0)::double as orders_total,
  coalesce(revenue_365d, 0)::double as revenue_365d,
  coalesce(margin_365d, 0)::double as margin_365d,
  (date_diff('hour', first_at, ${as_of}) / 24.0)::double as tenure_days,
  (gap_sum / gaps)::double as gap_mean_days,
  case
    when gaps > 1
      then sqrt(greatest(0, gap_squares::double - gap_sum::double * gap_sum::double / gaps) / (gaps - 1))
  end as gap_sd_days,
  (date_diff('hour', last_at, ${as_of}) / 24.0)::double / nullif((gap_sum / gaps)::double, 0)
    as recency_ratio,
  ln(greatest(quiet_90d, 1e-3) / greatest(1 - quiet_90d, 1e-3)) as rhythm_log_odds,
  greatest(
    0,
    (date_diff('hour', last_at, ${as_of}) / 24.0)::double / nullif((gap_sum / gaps)::double, 0) - 1)
    as overdue_gaps,
  coalesce(late_60d, 0)::double as late_60d,
  coalesce(emails_90d, 0)::double as emails_90d,
  coalesce(email_opens_90d, 0)::double as email_opens_90d,
  coalesce(email_open_decay, 0)::double as email_open_decay,
  (date_diff('hour', last_open_at, ${as_of}) / 24.0)::double as days_since_open,
  coalesce(
    (opens_30d - emails_30d * least(1, opens_before / nullif(emails_before, 0)::double))
      / sqrt(emails_30d * least(1, opens_before / nullif(emails_before, 0)::double) + 1),
    0)::double as email_trend,
  coalesce(unsubscribed, 0)::double as unsubscribed,
  coalesce(sms_clicks_90d, 0)::double as sms_clicks_90d,
  coalesce(tickets_90d, 0)::double as tickets_90d,
  coalesce(open_tickets, 0)::double as open_tickets,
  last_rating::double as last_rating,
  sentiment::double as sentiment,
  coalesce(visits_30d, 0)::double as visits_30d,
  coalesce((visits_30d - visits_before / 6.0) / sqrt(visits_before / 6.0 + 1), 0)::double
    as visit_trend,
  online_total::double / orders_total as online_share,
  coalesce(discount_365d::double / nullif((revenue_365d + discount_365d)::double, 0), 0) as discount_share,
  coalesce(returned::double / nullif(bought::double, 0), 0) as return_share,
  coalesce(categories_365d, 0)::double as categories_365d,
  points_earned_365d::double as points_earned_365d
from known
left join orders on orders.customer_id = known.customer_id
left join expected on expected.customer_id = known.customer_id
left join baskets on baskets.customer_id = known.customer_id
left join delivery on delivery.customer_id = known.customer_id
left join contact on contact.customer_id = known.customer_id
left join service on service.customer_id = known.customer_id
left join visits on visits.customer_id = known.customer_id
left join loyalty on loyalty.customer_id = known.customer_id
order by known.customer_id
