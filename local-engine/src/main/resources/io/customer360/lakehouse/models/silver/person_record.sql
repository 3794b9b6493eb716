-- grain: one row per person record of a source
-- meaning: people as their sources know them, cleaned; the latest version of each record
with home as (
  select max(iso) as iso from silver.country where zone = ${zone}
),
latest as (
  select *
  from bronze.person
  qualify row_number() over (
    partition by _source, trim(source_key)
    order by updated_at desc nulls last, _landing desc, _line desc) = 1
),
tidy as (
  select
    *,
    trim(regexp_replace(first_name, '\s+', ' ', 'g')) as given,
    trim(regexp_replace(last_name, '\s+', ' ', 'g')) as family,
    trim(regexp_replace(full_name, '\s+', ' ', 'g')) as whole,
    trim(regexp_replace(address, '\s+', ' ', 'g')) as street,
    trim(regexp_replace(city, '\s+', ' ', 'g')) as town,
    regexp_replace(upper(postcode), '[^A-Z0-9]', '', 'g') as code
  from latest
),
-- a number is read by a library, which takes a while, so each once
spoken as (
  select phone as written, country as written_in,
    coalesce(phone_e164(phone, iso, home_iso), nullif(regexp_replace(phone, '[^0-9+]', '', 'g'), ''))
      as number
  from (
    select distinct t.phone, t.country, c.iso, h.iso as home_iso
    from latest t
    cross join home h
    left join silver.country c on c.spelling = upper(trim(t.country))
    where trim(t.phone) <> ''
  )
)
select
  _source || ':' || trim(source_key) as source_person_id,
  _source as source,
  trim(source_key) as source_key,
  nullif(trim(customer_number), '') as customer_number,
  upper(nullif(trim(loyalty_id), '')) as loyalty_id,
  nullif(
    case
      when given = upper(given) or given = lower(given)
        then array_to_string(
          list_transform(
            string_split(lower(given), ' '), lambda w: upper(left(w, 1)) || substr(w, 2)),
          ' ')
      else given
    end,
    '') as first_name,
  nullif(
    case
      when family = upper(family) or family = lower(family)
        then array_to_string(
          list_transform(
            string_split(lower(family), ' '), lambda w: upper(left(w, 1)) || substr(w, 2)),
          ' ')
      else family
    end,
    '') as last_name,
  nullif(
    case
      when coalesce(whole, '') = '' then null
      when whole = upper(whole) or whole = lower(whole)
        then array_to_string(
          list_transform(
            string_split(lower(whole), ' '), lambda w: upper(left(w, 1)) || substr(w, 2)),
          ' ')
      else whole
    end,
    '') as full_name,
  case when contains(email, '@') then lower(trim(email)) end as email,
  number as phone,
  birth_date,
  nullif(street, '') as address,
  case
    when coalesce(code, '') = '' then null
    when coalesce(country_of.iso, home.iso, 'GB') = 'GB' and length(code) between 5 and 7
      then left(code, length(code) - 3) || ' ' || right(code, 3)
    else upper(trim(postcode))
  end as postcode,
  nullif(
    case
      when town = upper(town) or town = lower(town)
        then array_to_string(
          list_transform(
            string_split(lower(town), ' '), lambda w: upper(left(w, 1)) || substr(w, 2)),
          ' ')
      else town
    end,
    '') as city,
  coalesce(country_of.iso, upper(nullif(trim(country), ''))) as country,
  coalesce(nullif(trim(tidy.zone), ''), country_of.zone) as zone,
  created_at,
  updated_at,
  _file,
  _line
from tidy
cross join home
left join silver.country country_of on country_of.spelling = upper(trim(tidy.country))
left join spoken on written = tidy.phone and written_in is not distinct from tidy.country
