-- grain: one row per request to the service desk
-- meaning: each customer's requests, with the tone of their words from -1 to 1
-- Words are looked up in silver.sentiment_word; a word after "not" or "never" counts the other way
-- round. The sum s becomes s / sqrt(s^2 + 16), so that one strong word says something and twenty
-- do not say twenty times more.
with spoken as (
  select
    source,
    ticket_id,
    _line,
    unnest(
      string_split(
        regexp_replace(
          regexp_replace(
            lower(concat_ws(' ', subject, body)), '\b(not|never|no|isn.t|wasn.t|don.t)\s+', 'not_',
            'g'),
          '[^a-z_]+', ' ', 'g'),
        ' ')) as word
  from silver.service_ticket
  where subject is not null or body is not null
),
tone as (
  select
    s.source,
    s.ticket_id,
    s._line,
    sum(case when starts_with(s.word, 'not_') then -w.weight else w.weight end) as total
  from spoken s
  join silver.sentiment_word w on w.word = replace(s.word, 'not_', '')
  group by all
)
select
  l.customer_id,
  t.* exclude (loyalty_id, email),
  case
    when t.subject is null and t.body is null then null
    else round(coalesce(tone.total, 0) / sqrt(coalesce(tone.total, 0) ** 2 + 16.0), 2)
  end::double as sentiment
from silver.service_ticket t
left join tone
  on tone.source = t.source and tone.ticket_id = t.ticket_id and tone._line = t._line
left join gold.identity_link l on l.source_person_id = t.source_person_id
order by l.customer_id, t.opened_at
