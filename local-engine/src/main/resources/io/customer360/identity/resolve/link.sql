-- The link of every record that is resolved in this run.
select
  r.source_person_id,
  c.customer_id,
  rule.id as rule,
  case when m.rule > 0 then p.source_person_id end as matched_with,
  rule.category,
  case rule.id when 'loyalty id' then r.loyalty_key when 'e-mail' then r.email_key
    when 'phone and name' then r.phone_key end as identifier,
  f.weight,
  f.probability
from identity_member m
join identity_rule rule on rule.number = m.rule
join identity_cluster c using (root)
join identity_record r on r.record = m.record
join identity_record p on p.record = m.partner
left join identity_found f on f.state = 'joined' and rule.id = 'weight'
  and f.a = least(m.record, m.partner) and f.b = greatest(m.record, m.partner)
order by c.number, r.record
