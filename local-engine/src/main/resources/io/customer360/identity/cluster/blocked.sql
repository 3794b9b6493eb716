-- Identifiers that were not used, each with the reason.
insert into gold.blocked_identifier
with reason as (
  select {{key}} as value,
    case
      when {{key}} in (select value from identity_ban where kind = '{{kind}}') then 'blocked'
      when bool_or({{placeholder}}) then 'placeholder'
      else 'many records'
    end as reason
  from {{records}}
  where {{key}} is not null
  group by {{key}}
  having count(*) > {{most}} or (bool_or({{placeholder}}) and count(*) > 1)
  union all
  select r.{{key}}, 'many names'
  from identity_blocked b join identity_record r using (record)
  where b.kind = '{{kind}}'
)
select '{{kind}}', r.{{key}}, reason.reason, count(*),
  count(distinct nullif(first_key || ' ' || last_key, ' '))
from reason join {{records}} r on r.{{key}} = reason.value
group by all
order by count(*) desc, r.{{key}}
