-- Golden fields of the customers of this run: all of `identity_value`, which holds one field or
-- all of them. Values that are the same after folding count as one value. The preferred one is the
-- most complete, then the one most sources give (where the field goes by agreement), then the first
-- in the field's order.
insert into gold.golden_field
select printf('C-%06d', customer), {{names}}[field], value, source, 'only source',
  source_person_id, file, line, recorded_at, '[]'::json, 1, 1, reliability
from identity_value
where alone and value is not null;

create or replace temp table identity_field as
select field, customer, count(*) as considered, min(key) = max(key) as unanimous,
  min(place) as place
from identity_value
where not alone
group by field, customer;

insert into gold.golden_field
with per_value as (
  select v.field, v.customer, v.key, max(quality) as quality, count(*) as records,
    count(distinct case when agreed then source end) as sources, min(v.place) as place
  from identity_value v
  where (v.field, v.customer) in
    (select (field, customer) from identity_field where not unanimous)
  group by v.field, v.customer, v.key
),
ranked as (
  select *,
    row_number() over w as position,
    first_value(quality) over w as best_quality,
    first_value(sources) over w as most_sources,
    sum(records) over (partition by field, customer) as considered
  from per_value
  window w as (partition by field, customer order by quality desc, sources desc, place)
),
rejected as (
  select k.field, k.customer,
    max(k.quality) as next_quality,
    max(k.sources) as next_sources,
    max(v.reliability) as next_reliability,
    list({
      'value': v.value,
      'source': v.source,
      'recorded_at': strftime(v.recorded_at, '%Y-%m-%dT%H:%M:%SZ'),
      'reason': case
        when k.quality < k.best_quality then 'less complete'
        when k.sources < k.most_sources then 'fewer sources agree'
        when v.source_first and v.reliability < best.reliability then 'source ranks lower'
        else 'older' end
    } order by k.position) filter (v.value is not null and v.value <> best.value) as others
  from ranked k
  join identity_value v on v.field = k.field and v.place = k.place
  join ranked w on w.field = k.field and w.customer = k.customer and w.position = 1
  join identity_value best on best.field = w.field and best.place = w.place
  where k.position > 1
  group by k.field, k.customer
),
chosen as (
  select field, customer, place, considered as agreeing, considered, '[]' as others,
    case when considered = 1 then 'only source' else 'all ' || considered || ' agree' end as rule
  from identity_field
  where unanimous
  union all
  select w.field, w.customer, w.place, w.records, w.considered,
    coalesce(to_json(r.others)::varchar, '[]'),
    case
      when w.quality > r.next_quality then 'most complete'
      when w.sources > r.next_sources then w.records || ' of ' || w.considered || ' agree'
      when best.source_first and best.reliability > r.next_reliability then 'source priority'
      else 'latest' end
  from ranked w
  join rejected r using (field, customer)
  join identity_value best on best.field = w.field and best.place = w.place
  where w.position = 1
)
select
  printf('C-%06d', c.customer) as customer_id,
  {{names}}[c.field] as field,
  v.value,
  v.source,
  c.rule,
  v.source_person_id,
  v.file,
  v.line,
  v.recorded_at,
  c.others::json as others,
  c.agreeing::integer as agreeing,
  c.considered::integer as considered,
  v.reliability
from chosen c
join identity_value v on v.field = c.field and v.place = c.place
where v.value is not null
order by c.customer;
