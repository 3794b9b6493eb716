package io.customer360.identity.read;

import io.customer360.identity.cluster.OwnIdentifiers;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Why the resolution kept two customers apart whom the weights of a pair would have joined: a
/// person said so, each has identifiers of their own, or the rest of their records speaks against
/// it. In words, for a steward.
final class ApartReason {
  /// As many kinds as [OwnIdentifiers] asks for.
  private static final int LEAST_DIFFERENT = 2;

  /// Of each kind of identifier known of both customers: whether any value is held by both.
  private static final String KINDS =
      """
      with record as (
        select l.customer_id, lower(p.email) as email,
          nullif(right(regexp_replace(p.phone, '[^0-9]', '', 'g'), 9), '') as phone,
          coalesce(p.loyalty_id, a.loyalty_id) as loyalty, p.birth_date::varchar as born
        from gold.identity_link l
        join silver.source_person p using (source_person_id)
        left join silver.loyalty_account a using (source_person_id)
        where l.customer_id in (?, ?)
      ),
      held as (
        select 'e-mail' as kind, 1 as place, email as value, customer_id from record
        union select 'phone', 2, phone, customer_id from record
        union select 'loyalty id', 3, loyalty, customer_id from record
        union select 'birth date', 4, born, customer_id from record
      ),
      by_value as (
        select kind, place, value, count(*) as holders, min(customer_id) as one,
          max(customer_id) as other
        from held where value is not null group by all
      )
      select kind, max(holders) > 1 as shared from by_value
      group by kind, place having min(one) <> max(other) order by place
      """;

  private record Kind(String name, boolean shared) {}

  private ApartReason() {}

  /// A sentence; `left` and `right` are two customers.
  static String of(Connection connection, String left, String right) throws SQLException {
    if (judged(connection, left, right)) {
      return "They are kept apart because a person said that two of their records are two people.";
    }
    List<Kind> kinds =
        Rows.list(
            connection,
            KINDS,
            row -> new Kind(row.getString("kind"), row.getBoolean("shared")),
            left,
            right);
    List<String> own = kinds.stream().filter(kind -> !kind.shared()).map(Kind::name).toList();
    return own.size() >= LEAST_DIFFERENT && own.size() == kinds.size()
        ? "The two customers are kept apart: with all their records, each has "
            + listed(own)
            + " of their own."
        : "They are kept apart because their other records do not resemble each other.";
  }

  /// `an e-mail, a phone and a loyalty id`; two or more.
  private static String listed(List<String> kinds) {
    return kinds.subList(0, kinds.size() - 1).stream()
            .map(ApartReason::withArticle)
            .collect(Collectors.joining(", "))
        + " and "
        + withArticle(kinds.getLast());
  }

  private static String withArticle(String kind) {
    return (kind.startsWith("e") ? "an " : "a ") + kind;
  }

  private static boolean judged(Connection connection, String left, String right)
      throws SQLException {
    return Rows.number(
            connection,
            """
            select count(*) from gold.identity_judged j
            join gold.identity_link l on l.source_person_id = j.left_record
            join gold.identity_link r on r.source_person_id = j.right_record
            where j.verdict = 'not'
              and ((l.customer_id = ? and r.customer_id = ?)
                or (l.customer_id = ? and r.customer_id = ?))
            """,
            left,
            right,
            right,
            left)
        > 0;
  }
}
