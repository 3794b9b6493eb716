-- The records whose customers get golden fields in this run.
create or replace temp table identity_chosen as
select r.record, c.number::integer as customer, n.records = 1 as alone
from identity_record r
join identity_member m using (record)
join identity_cluster c using (root)
join (select root, count(*) as records from identity_member group by root) n using (root)
where {{which}};

-- The two orders in which values are preferred, each a permutation of these records.
create or replace temp table identity_order as
select record,
  row_number() over (order by reliability desc, recorded_at desc nulls last, record)::integer
    as by_source,
  row_number() over (order by recorded_at desc nulls last, reliability desc, record)::integer
    as by_time
from identity_record
semi join identity_chosen using (record);

-- Customer by customer, so that what is written from it is too; most have one record only, and
-- nothing has to be chosen for those.
create or replace temp table identity_candidate as
select c.customer, c.alone, o.by_source, o.by_time, r.*
from identity_record r
join identity_chosen c using (record)
join identity_order o using (record)
order by customer, record;
