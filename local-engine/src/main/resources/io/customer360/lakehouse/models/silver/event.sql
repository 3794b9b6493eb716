-- grain: one row per thing done on the web or in the app
-- meaning: behaviour with its person where one is known; event types in snake_case
-- stored: view
select
  nullif(trim(event_id), '') as event_id,
  _source as source,
  case
    when nullif(trim(source_key), '') is not null then _source || ':' || trim(source_key)
    when contains(email, '@') then _source || ':email:' || lower(trim(email))
  end as source_person_id,
  nullif(trim(anonymous_id), '') as anonymous_id,
  case when contains(email, '@') then lower(trim(email)) end as email,
  occurred_at,
  lower(replace(trim(event_type), ' ', '_')) as event_type,
  lower(nullif(trim(channel), '')) as channel,
  nullif(trim(session_id), '') as session_id,
  upper(nullif(trim(sku), '')) as sku,
  case
    when left(lower(event_type), 4) in ('page', 'scre')
      then json_extract_string(properties, '$.name')
  end as page,
  case
    when left(lower(event_type), 4) in ('page', 'scre')
      then try_cast(json_extract_string(properties, '$.seconds') as integer)
  end as seconds,
  properties,
  _file,
  _line
from bronze.event
