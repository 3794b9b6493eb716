-- grain: one row per recorded answer
-- meaning: a yes or no of one source record to one purpose on one channel, at one moment
select
  _source as source,
  case
    when nullif(trim(source_key), '') is not null then _source || ':' || trim(source_key)
    when nullif(trim(loyalty_id), '') is not null
      then _source || ':loyalty:' || upper(trim(loyalty_id))
    when contains(email, '@') then _source || ':email:' || lower(trim(email))
  end as source_person_id,
  upper(nullif(trim(loyalty_id), '')) as loyalty_id,
  case when contains(email, '@') then lower(trim(email)) end as email,
  lower(trim(purpose)) as purpose,
  case lower(trim(channel)) when 'e-mail' then 'email' else lower(trim(channel)) end as channel,
  case
    when lower(trim(status)) in ('yes', 'y', 'true', '1', 'granted', 'opted_in', 'opt-in')
      then 'yes'
    else 'no'
  end as status,
  recorded_at,
  nullif(trim(evidence), '') as evidence,
  _file,
  _line
from bronze.consent
