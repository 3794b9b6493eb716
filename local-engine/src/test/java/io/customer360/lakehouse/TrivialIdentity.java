package io.customer360.lakehouse;

import java.sql.Connection;
import java.util.List;
import java.util.Set;

/// Stands in for identity resolution in tests of the lake: source records with one e-mail or card
/// are one customer.
final class TrivialIdentity implements PipelineStep {
  private static final List<String> FIELDS =
      List.of("full_name", "email", "phone", "loyalty_id", "zone", "city");

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public String grain() {
    return "one link per source record";
  }

  @Override
  public String meaning() {
    return "Joins records by e-mail or card.";
  }

  @Override
  public Set<String> reads() {
    return Set.of("silver.source_person");
  }

  @Override
  public Set<String> writes() {
    return Set.of("gold.identity_link", "gold.golden_field", "gold.identity_record");
  }

  @Override
  public List<ColumnEdge> columns() {
    return FIELDS.stream()
        .map(
            field ->
                new ColumnEdge(
                    "silver.source_person",
                    field,
                    "gold.golden_field",
                    ColumnEdge.part("value", "field", field)))
        .toList();
  }

  @Override
  public void run(Connection connection, StepContext context) throws Exception {
    Rows.run(
        connection,
        """
        create or replace table gold.identity_link as
        with keyed as (
          select source_person_id, coalesce(email, loyalty_id, source_person_id) as key, created_at
          from silver.source_person
        )
        select
          k.source_person_id,
          printf('C-%06d', n.number) as customer_id,
          'e-mail' as rule,
          null::varchar as matched_with
        from keyed k
        join (
          select key, row_number() over (order by min(created_at), key) as number
          from keyed group by key) n on n.key = k.key
        order by k.source_person_id""");
    StringBuilder fields = new StringBuilder();
    for (String field : FIELDS) {
      fields.append(fields.isEmpty() ? "" : " union all ");
      fields.append(
          "select customer_id, '"
              + field
              + "' as field, max(p."
              + field
              + ")::varchar as value, min(p.source) as source, 'latest' as rule,"
              + " min(p.source_person_id) as source_person_id, null::varchar as file,"
              + " null::bigint as line, max(p.updated_at) as recorded_at, '[]'::json as others,"
              + " 1 as agreeing, 1 as considered, 0.9::double as reliability"
              + " from silver.source_person p join gold.identity_link l using (source_person_id)"
              + " group by customer_id");
    }
    Rows.run(connection, "create or replace table gold.golden_field as " + fields);
    Rows.run(
        connection,
        """
        create or replace table gold.identity_record as
        select source_person_id, 0.9::double as reliability, updated_at as recorded_at
        from silver.source_person""");
  }
}
