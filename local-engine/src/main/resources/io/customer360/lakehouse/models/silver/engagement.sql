-- grain: one row per thing that happened to a message
-- meaning: messages sent and what people did with them
-- stored: view
select
  nullif(trim(message_id), '') as message_id,
  _source as source,
  case
    when nullif(trim(source_key), '') is not null then _source || ':' || trim(source_key)
    when contains(email, '@') then _source || ':email:' || lower(trim(email))
    when nullif(trim(phone), '') is not null then _source || ':phone:' || trim(phone)
  end as source_person_id,
  case when contains(email, '@') then lower(trim(email)) end as email,
  nullif(trim(phone), '') as phone,
  occurred_at,
  case lower(trim(channel)) when 'e-mail' then 'email' else lower(nullif(trim(channel), '')) end
    as channel,
  lower(nullif(trim(kind), '')) as kind,
  nullif(trim(campaign), '') as campaign,
  nullif(trim(subject), '') as subject,
  _file,
  _line
from bronze.engagement
