-- grain: one row per request to the service desk
-- meaning: what people asked or complained about, with their own words and rating
select
  trim(ticket_id) as ticket_id,
  _source as source,
  case
    when nullif(trim(source_key), '') is not null then _source || ':' || trim(source_key)
    when nullif(trim(loyalty_id), '') is not null
      then _source || ':loyalty:' || upper(trim(loyalty_id))
    when contains(email, '@') then _source || ':email:' || lower(trim(email))
  end as source_person_id,
  upper(nullif(trim(loyalty_id), '')) as loyalty_id,
  case when contains(email, '@') then lower(trim(email)) end as email,
  opened_at,
  closed_at,
  lower(nullif(trim(channel), '')) as channel,
  nullif(trim(topic), '') as topic,
  nullif(trim(subject), '') as subject,
  nullif(trim(body), '') as body,
  rating,
  nullif(trim(order_id), '') as order_id,
  _file,
  _line
from bronze.service_ticket
