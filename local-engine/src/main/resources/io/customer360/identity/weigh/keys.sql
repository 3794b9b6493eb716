-- One row per source record with its identifiers and its name as matching sees them. `fingerprint`
-- changes with anything the row is made of.
with raw as (
  select
    p.source_person_id,
    p.source,
    lower(p.source) as source_key,
    coalesce(nullif(trim(p.loyalty_id), ''), p.account_loyalty_id) as loyalty_id,
    nullif(trim(regexp_replace(p.first_name, '\s+', ' ', 'g')), '') as given_first,
    nullif(trim(regexp_replace(p.last_name, '\s+', ' ', 'g')), '') as given_last,
    nullif(trim(regexp_replace(regexp_replace(p.full_name, '\s+', ' ', 'g'),
      '(?i)^(mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau)\.? ', '')), '') as given_full,
    nullif(lower(trim(p.email)), '') as email,
    nullif(trim(p.phone), '') as phone,
    p.birth_date,
    nullif(trim(p.address), '') as address,
    nullif(trim(p.postcode), '') as postcode,
    nullif(trim(p.city), '') as city,
    nullif(trim(p.country), '') as country,
    nullif(trim(p.zone), '') as zone,
    p.created_at,
    -- nothing was recorded later than today; least() alone would turn an unknown time into today
    case when coalesce(p.updated_at, p.created_at) is not null
      then least(coalesce(p.updated_at, p.created_at), (select as_of from identity_setting))
    end as recorded_at,
    p._file as file,
    p._line as line,
    p.fingerprint
  from {{people}} p
),
parsed as (
  select
    *,
    -- "Okafor, Ngozi", "Okafor N" and "Ngozi van der Berg" all give a first and a last name
    case
      when given_first is not null or given_last is not null then given_first
      when given_full like '%,%' then trim(split_part(given_full, ',', 2))
      when length(regexp_replace(regexp_extract(given_full, '\S+$'), '\.', '')) = 1
        then regexp_replace(regexp_extract(given_full, '\S+$'), '\.', '')
      else regexp_extract(given_full, '^\S+')
    end as shown_first,
    case
      when given_first is not null or given_last is not null then given_last
      when given_full like '%,%' then trim(split_part(given_full, ',', 1))
      when given_full not like '% %' then null
      when length(regexp_replace(regexp_extract(given_full, '\S+$'), '\.', '')) = 1
        then trim(regexp_replace(given_full, '\S+$', ''))
      else regexp_extract(given_full, '(?i)\S+ .*?(((van|von|de|der|den|di|da|du|la|le|al|el|bin|st) )*\S+)$', 1)
    end as shown_last,
    split_part(email, '@', 1) as mailbox,
    case split_part(email, '@', 2) when 'googlemail.com' then 'gmail.com'
      else split_part(email, '@', 2) end as mail_domain,
    case
      when regexp_full_match(phone, '\+[1-9][0-9]{7,14}') then phone -- as silver has it
      else coalesce(phone_e164(phone, country, null), regexp_replace(phone, '[^0-9]', '', 'g'))
    end as number
  from raw
),
plain as (
  select
    *,
    plain_letters(shown_first) as plain_first,
    plain_letters(shown_last) as plain_last
  from parsed
),
keyed as (
  select
    *,
    nullif(upper(regexp_replace(loyalty_id, '[^A-Za-z0-9]', '', 'g')), '') as loyalty_key,
    case
      when not regexp_full_match(email, '[^@\s]+@[^@\s]+\.[^@\s.]{2,}') then null
      when mail_domain = 'gmail.com'
        then replace(split_part(mailbox, '+', 1), '.', '') || '@gmail.com'
      -- decision: "+tag" is cut only for providers known to deliver it to the same box
      when mail_domain in ('outlook.com', 'hotmail.com', 'live.com', 'icloud.com', 'me.com',
        'fastmail.com', 'proton.me', 'protonmail.com')
        then split_part(mailbox, '+', 1) || '@' || mail_domain
      else mailbox || '@' || mail_domain
    end as email_key,
    case when length(ltrim(number, '+')) between 8 and 15 then number end as phone_key,
    regexp_extract(trim(regexp_replace(replace(
      translate(replace(replace(replace(lower(plain_first), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        'łøđıħ', 'lodih'), '-', ' '), '[^\p{L}\p{M} ]', '', 'g')), '^\S+') as first_key,
    regexp_replace(
      translate(replace(replace(replace(lower(plain_last), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        'łøđıħ', 'lodih'), '[^\p{L}\p{M}-]', '', 'g') as last_key
  from plain
)
select
  source_person_id,
  source,
  coalesce(r.reliability, (select other_reliability from identity_setting)) as reliability,
  loyalty_id,
  case when shown_first = upper(shown_first) and length(shown_first) > 1
         or shown_first = lower(shown_first)
    then upper(shown_first[1]) || lower(shown_first[2:]) else shown_first end as first_name,
  case when shown_last = upper(shown_last) and length(shown_last) > 1
         or shown_last = lower(shown_last)
    then upper(shown_last[1]) || lower(shown_last[2:]) else shown_last end as last_name,
  email,
  phone,
  case when birth_date between date '1901-01-01' and (select as_of from identity_setting)::date
         and birth_date <> date '1970-01-01' -- what an empty date becomes in many systems
    then birth_date end as birth_date,
  address,
  postcode,
  city,
  country,
  zone,
  created_at,
  recorded_at,
  file,
  line,
  fingerprint,
  loyalty_key,
  email_key,
  phone_key,
  coalesce(first_key, '') as first_key,
  coalesce(last_key, '') as last_key,
  -- values people type to get past a form, and what somebody blocked; they say nothing about who
  -- it is
  coalesce(
    split_part(email_key, '@', 1) in (
      'test', 'tester', 'testing', 'none', 'no', 'na', 'n/a', 'null', 'nobody', 'unknown',
      'anonymous', 'anon', 'noemail', 'nomail', 'noreply', 'no-reply', 'donotreply',
      'do-not-reply', 'asdf', 'asdfasdf', 'qwerty', 'xxx', 'xxxx', 'aaa', 'aaaa', 'dummy',
      'sample', 'example', 'fake', 'guest', 'customer', 'email', 'user', 'test1', 'test2',
      'test123')
    or split_part(email_key, '@', 2) in ('test.com', 'test.test', 'none.com', 'noemail.com')
    or email_key in (select value from identity_ban where kind = 'e-mail'),
    false) as email_placeholder,
  coalesce(
    split_part(email_key, '@', 1) in (
      'info', 'sales', 'office', 'admin', 'contact', 'support', 'help', 'hello', 'enquiry',
      'enquiries', 'shop', 'store', 'till', 'reception', 'account', 'accounts', 'billing',
      'mail', 'team', 'service', 'postmaster', 'webmaster', 'order', 'orders', 'hr',
      'marketing'),
    false) as email_role,
  coalesce(
    length(replace(ltrim(phone_key, '+'), phone_key[-1], '')) <= 3
    or phone_key like '%123456789%' or phone_key like '%987654321%' or phone_key like '%0000000'
    or phone_key in (select value from identity_ban where kind = 'phone'),
    false) as phone_placeholder,
  coalesce(
    length(replace(loyalty_key, loyalty_key[-1], '')) = 0
    or loyalty_key in ('NONE', 'NA', 'NULL', 'UNKNOWN', 'TEST', 'GUEST')
    or loyalty_key in (select value from identity_ban where kind = 'loyalty id'),
    false) as loyalty_placeholder
from keyed
left join (select source as of_source, reliability from identity_source) r
  on of_source = source_key
