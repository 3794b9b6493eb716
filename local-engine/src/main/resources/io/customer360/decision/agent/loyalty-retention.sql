-- Members close to the next tier, or whose points are about to expire. Parameter: the moment, twice.
select c.customer_id,
  case when c.points_to_next between 1 and 300
    then c.points_to_next::varchar || ' points to the next tier'
    else c.points::varchar || ' points expire ' || strftime(c.points_expire_on, '%-d %b')
  end as trigger
from gold.customer c
where c.loyalty_id is not null and c.lifecycle <> 'churned' and c.orders_12m > 0
  and (c.points_to_next between 1 and 300
    or (c.points >= 250 and c.points_expire_on between ?::date and ?::date + interval 30 day))
order by c.margin_12m desc, c.customer_id
