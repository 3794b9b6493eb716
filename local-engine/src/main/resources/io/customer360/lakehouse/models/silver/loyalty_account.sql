-- grain: one row per membership of the loyalty programme
-- meaning: tier and points of a membership as last received
select
  upper(trim(loyalty_id)) as loyalty_id,
  _source as source,
  _source
    || ':'
    || coalesce(nullif(trim(source_key), ''), 'loyalty:' || upper(trim(loyalty_id)))
    as source_person_id,
  case lower(trim(tier))
    when 'gold' then 'Gold'
    when 'silver' then 'Silver'
    when 'bronze' then 'Bronze'
    else nullif(trim(tier), '')
  end as tier,
  points,
  tier_since,
  points_expire_on,
  points_to_next,
  enrolled_at,
  _file,
  _line
from bronze.loyalty_account
qualify row_number() over (
  partition by upper(trim(loyalty_id)) order by _landing desc, _line desc, _source) = 1
