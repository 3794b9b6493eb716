-- grain: one row per person of a source
-- meaning: everybody a source knows, by a record or only by traces; what identity resolution joins
select
  coalesce(r.source_person_id, t.source_person_id) as source_person_id,
  coalesce(r.source, t.source) as source,
  coalesce(r.source_key, substr(t.source_person_id, length(t.source) + 2)) as source_key,
  coalesce(r.loyalty_id, t.loyalty_id) as loyalty_id,
  r.first_name,
  r.last_name,
  coalesce(r.full_name, nullif(concat_ws(' ', r.first_name, r.last_name), '')) as full_name,
  coalesce(r.email, t.email) as email,
  coalesce(r.phone, phone_e164(t.phone, null, home.iso), t.phone) as phone,
  r.birth_date,
  r.address,
  r.postcode,
  r.city,
  r.country,
  r.zone,
  coalesce(r.created_at, t.first_seen_at) as created_at,
  coalesce(r.updated_at, r.created_at, t.last_seen_at) as updated_at,
  r._file,
  r._line
from silver.person_record r
full outer join silver.person_trace t on t.source_person_id = r.source_person_id
cross join (select max(iso) as iso from silver.country where zone = ${zone}) home
-- A customer's records are found by name, as one short run of rows.
order by source_person_id
