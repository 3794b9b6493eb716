package io.customer360.studio.count;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a list of people shows.
final class People {
  private People() {}

  static List<Member> read(Connection connection, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    boolean scores =
        Rows.number(
                connection,
                "select count(*) from duckdb_tables() where schema_name = 'gold'"
                    + " and table_name = 'score'")
            > 0;
    Map<String, Member> found = new HashMap<>();
    Rows.list(
        connection,
        "select c.customer_id, c.full_name, c.city, c.last_order_at, c.margin_12m, "
            + (scores ? "s.score" : "null")
            + " as churn from gold.customer c"
            + (scores
                ? " left join gold.score s on s.customer_id = c.customer_id and s.model = 'churn'"
                    + " and s.customer_id in ("
                    + marks
                    + ")"
                : "")
            + " where c.customer_id in ("
            + marks
            + ")",
        row -> {
          double churn = row.getDouble("churn");
          Double known = row.wasNull() ? null : churn;
          Member member =
              new Member(
                  row.getString("customer_id"),
                  row.getString("full_name"),
                  row.getString("city"),
                  Rows.instant(row, "last_order_at"),
                  row.getDouble("margin_12m"),
                  known);
          return found.put(member.customerId(), member);
        },
        parameters(ids, scores));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static Object[] parameters(List<String> ids, boolean twice) {
    List<String> all = new java.util.ArrayList<>(ids);
    if (twice) {
      all.addAll(ids);
    }
    return all.toArray();
  }
}
