-- The records that share one identifier, group by group, in order of appearance.
select g.number, r.record, r.first_key, r.last_key, {{careful}} as careful
from identity_record r
join (
  select {{key}} as key, row_number() over (order by {{key}}) as number
  from identity_record
  where {{key}} is not null and not {{placeholder}}
    and {{key}} not in (select value from identity_crowded where kind = '{{kind}}')
  group by {{key}}
  having count(*) between 2 and {{most}}
) g on r.{{key}} = g.key
order by g.number, r.record
