-- grain: one row per thing worth telling that happened to a customer
-- meaning: each customer's story in order, in words a marketer reads; visits count as one row each
with entry as (
  select
    o.customer_id,
    o.ordered_at as ts,
    'transactions' as domain,
    case when o.is_return then 'return' else 'order' end as kind,
    o.channel,
    case when o.is_return then 'Return ' else 'Order ' end
      || o.order_id || ', ' || o.items || case when o.items = 1 then ' item' else ' items' end
      as title,
    concat_ws(
      ', ',
      coalesce(c.label, o.channel),
      nullif(o.products, ''),
      'batch ' || o.recalled_batch || ' recalled') as detail,
    o.revenue as amount,
    o.order_id as ref,
    case when o.has_recalled then 'warn' else 'normal' end as tone,
    o._file as file,
    o._line as line
  from gold.orders o
  left join silver.channel c on c.channel = o.channel
  union all
  select
    s.customer_id,
    coalesce(s.delivered_at, s.promised_at),
    'delivery',
    case
      when s.delivered_at is null then 'overdue'
      when s.days_late > 0 then 'late'
      else 'delivered'
    end,
    null,
    case
      when s.delivered_at is null then s.order_id || ' has not arrived'
      when s.days_late = 1 then s.order_id || ' arrived a day late'
      when s.days_late > 1 then s.order_id || ' arrived ' || s.days_late || ' days late'
      when s.promised_at is null then s.order_id || ' arrived'
      else s.order_id || ' arrived on time'
    end,
    concat_ws(
      ', ',
      'Promised ' || strftime(timezone(${zone}, timezone('UTC', s.promised_at)), '%-d %b'),
      s.carrier),
    null,
    s.order_id,
    case when s.delivered_at is null or s.days_late > 0 then 'bad' else 'normal' end,
    s._file,
    s._line
  from gold.shipment s
  union all
  select
    t.customer_id,
    t.opened_at,
    'service',
    'ticket',
    t.channel,
    case
      when t.channel in ('phone', 'call') then 'Called: ' || coalesce(t.subject, t.topic, 'a request')
      else 'Ticket ' || t.ticket_id || coalesce(': “' || coalesce(t.subject, t.topic) || '”', '')
    end,
    concat_ws(
      ', ',
      case when t.channel in ('phone', 'call') then t.ticket_id end,
      coalesce('Rated ' || t.rating || ' of 5', 'Not rated'),
      case
        when abs(t.sentiment) >= 0.01
          then 'sentiment ' || replace(printf('%+.2f', t.sentiment), '-', '−')
      end,
      case
        when t.closed_at is null or t.closed_at > ${as_of} then 'open'
        when date_diff('hour', t.opened_at, t.closed_at) < 24
          then 'closed after ' || greatest(1, date_diff('hour', t.opened_at, t.closed_at)) || ' h'
        else 'closed after ' || (date_diff('hour', t.opened_at, t.closed_at) // 24) || ' d'
      end),
    null,
    t.ticket_id,
    case
      when t.rating <= 2 or (t.rating is null and t.sentiment <= -0.4) then 'bad'
      when t.rating >= 4 or (t.rating is null and t.sentiment >= 0.4) then 'good'
      else 'normal'
    end,
    t._file,
    t._line
  from gold.service_ticket t
  union all
  select
    m.customer_id,
    coalesce(m.clicked_at, m.opened_at, m.first_at),
    'engagement',
    m.kind,
    m.channel,
    case m.kind
      when 'unsubscribed' then 'Unsubscribed from “' || m.words || '”'
      when 'bounced' then '“' || m.words || '” bounced'
      when 'clicked' then '“' || m.words || '” clicked'
      when 'opened' then '“' || m.words || '” opened'
      else '“' || m.words || '”' || case when m.channel = 'sms' then ' sent' else ' not opened' end
    end,
    coalesce(c.label, m.channel, 'Message')
      || case
        when m.kind = 'opened' then ', no click'
        when m.kind = 'sent' and m.channel = 'sms' then ', no click'
        else ''
      end
      || ', sent '
      || strftime(timezone(${zone}, timezone('UTC', m.first_at)), '%-d %b %H:%M'),
    null,
    m.message,
    case
      when m.kind in ('unsubscribed', 'bounced') then 'warn'
      when m.kind = 'clicked' then 'good'
      else 'normal'
    end,
    m.file,
    m.line
  from (
    select
      customer_id,
      coalesce(message_id, campaign, subject, _file || ':' || _line) as message,
      min(channel) as channel,
      coalesce(min(subject), min(campaign), 'Message') as words,
      min(occurred_at) as first_at,
      min(occurred_at) filter (where kind = 'opened') as opened_at,
      min(occurred_at) filter (where kind = 'clicked') as clicked_at,
      case
        when bool_or(kind = 'unsubscribed') then 'unsubscribed'
        when bool_or(kind = 'bounced') then 'bounced'
        when bool_or(kind = 'clicked') then 'clicked'
        when bool_or(kind = 'opened') then 'opened'
        else 'sent'
      end as kind,
      min(_file) as file,
      min(_line) as line
    from gold.engagement
    where customer_id is not null and occurred_at <= ${as_of}
    group by customer_id, coalesce(message_id, campaign, subject, _file || ':' || _line)) m
  left join silver.channel c on c.channel = m.channel
  union all
  select
    v.customer_id,
    v.moved_at,
    'loyalty',
    coalesce(v.kind, 'adjust'),
    null,
    case v.kind
      when 'earn' then 'Earned ' || format('{:,}', abs(v.points)) || ' points'
      when 'redeem' then 'Redeemed ' || format('{:,}', abs(v.points)) || ' points'
      when 'expire' then format('{:,}', abs(v.points)) || ' points expired'
      else 'Points adjusted by ' || format('{:,}', v.points)
    end,
    coalesce('Order ' || v.order_id, 'Card ' || v.loyalty_id),
    null,
    coalesce(v.order_id, v.movement_id),
    case v.kind when 'redeem' then 'good' when 'expire' then 'warn' else 'normal' end,
    v._file,
    v._line
  from gold.loyalty_movement v
  union all
  select
    l.customer_id,
    a.tier_since::timestamp,
    'loyalty',
    'tier',
    null,
    'Moved to ' || a.tier,
    coalesce(format('{:,}', a.points) || ' points today', 'Card ' || a.loyalty_id),
    null,
    a.loyalty_id,
    'good',
    a._file,
    a._line
  from silver.loyalty_account a
  join gold.identity_link l on l.source_person_id = a.source_person_id
  where a.tier is not null and a.tier_since is not null
  union all
  select
    s.customer_id,
    s.started_at,
    'digital',
    case
      when s.ordered then 'visit'
      when s.checkout then 'checkout left'
      when s.products_added > 0 then 'basket left'
      else 'visit'
    end,
    s.channel,
    case
      when s.ordered then 'Visit that led to an order'
      when s.checkout then 'Left the checkout'
      when s.products_added > 0 then 'Left a basket'
      when s.products_viewed = 1 then 'Viewed ' || coalesce(p.name, s.sku, 'a product')
      when s.products_viewed > 1 then 'Viewed ' || s.products_viewed || ' products'
      when s.page is not null then 'Viewed ' || lower(s.page)
      else 'Visited'
    end
      || case s.channel when 'app' then ' in the app' when 'web' then ' in the web shop' else '' end,
    case
      when s.products_viewed > 1 or s.products_added > 0 or s.ordered
        then concat_ws(', ', p.name, s.events || ' steps')
      when s.events = 1 and s.page_seconds > 0 then s.page_seconds || ' s, then left'
      when s.events = 1 then 'One step'
      else s.events || ' steps'
    end,
    null,
    s.session_id,
    case
      when not s.ordered and (s.checkout or s.products_added > 0) then 'warn'
      else 'normal'
    end,
    s._file,
    s._line
  from gold.session s
  left join silver.product p on p.sku = s.sku
)
select customer_id, ts, domain, kind, channel, title, detail, amount, ref, tone, file, line
from entry
where customer_id is not null and ts is not null and ts <= ${as_of}
order by customer_id, ts
