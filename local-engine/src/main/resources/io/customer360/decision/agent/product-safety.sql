-- Buyers of a recalled batch who were not told yet. Parameter: the moment.
select l.customer_id, 'Bought ' || min(p.name) || ', batch ' || min(l.batch) as trigger
from gold.order_line l
join silver.product p on p.sku = l.sku and p.recalled_batch = l.batch
where p.recalled_batch <> '' and l.customer_id is not null and l.ordered_at <= ?
group by l.customer_id
having sum(l.quantity) > 0
order by sum(l.revenue) desc, l.customer_id
