-- Customers as households see them, numbered in order of their ids.
create or replace temp table household_person as
select
  (row_number() over (order by customer_id) - 1)::integer as person,
  customer_id,
  nullif(regexp_replace(lower(plain_letters(last_name)), '[^\p{L}\p{M}]', '', 'g'), '') as last_key,
  nullif(regexp_replace(lower(plain_letters(address)), '[^\p{L}\p{M}0-9]', '', 'g'), '') as street_key,
  nullif(regexp_replace(upper(postcode), '[^A-Z0-9]', '', 'g'), '') as post_key,
  nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '') as phone_key,
  concat_ws(', ', address, postcode) as shown_address,
  phone
from gold.customer;

-- Every pair that shares something, once for each thing shared. A group is an address with a last
-- name, a phone within a postcode, or an account.
create or replace table gold.household_tie as
with shared as (
  select person, customer_id, 'address' as kind, shown_address as value,
    street_key || '|' || post_key || '|' || last_key as key
  from household_person
  where street_key is not null and post_key is not null and last_key is not null
  union all
  select person, customer_id, 'phone', phone, phone_key || '|' || post_key
  from household_person
  where length(phone_key) >= 8 and post_key is not null
  union all
  select distinct p.person, p.customer_id, 'account', a.loyalty_id, upper(a.loyalty_id)
  from silver.loyalty_account a
  join gold.identity_link l on l.source_person_id = a.source_person_id
  join household_person p on p.customer_id = l.customer_id
  where a.loyalty_id is not null
),
together as (
  select kind, key from shared group by kind, key having count(*) between 2 and {{most}}
)
select
  l.customer_id as left_customer,
  r.customer_id as right_customer,
  l.kind,
  min(l.value) as value
from shared l
join together g on g.kind = l.kind and g.key = l.key
join shared r on r.kind = l.kind and r.key = l.key and r.customer_id > l.customer_id
group by l.customer_id, r.customer_id, l.kind
order by left_customer, right_customer, kind;
