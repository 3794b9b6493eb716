package io.customer360.identity.read;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.rules.MatchRule;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The records of the customers of a pair, and what ties them.
final class PairGraph {
  private final Connection connection;

  PairGraph(Connection connection) {
    this.connection = connection;
  }

  ReviewPair.Graph read(ReviewPair.Side left, ReviewPair.Side right, double bits)
      throws SQLException {
    List<ReviewPair.Node> nodes = new ArrayList<>();
    List<ReviewPair.Edge> edges = new ArrayList<>();
    Rows.list(
        connection,
        """
        select l.source_person_id, p.source,
          coalesce(nullif(p.full_name, ''), p.email, p.phone, p.source_key) as name,
          l.customer_id, l.matched_with, l.rule, l.weight
        from gold.identity_link l join silver.source_person p using (source_person_id)
        where l.customer_id in (?, ?)
        order by l.customer_id, l.source_person_id
        """,
        row -> {
          nodes.add(
              new ReviewPair.Node(
                  row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
          String with = row.getString(5);
          if (with != null) {
            double weight = row.getDouble(7);
            Double known = row.wasNull() ? null : weight;
            MatchRule rule = MatchRule.of(row.getString(6));
            edges.add(
                new ReviewPair.Edge(
                    row.getString(1),
                    with,
                    known == null ? rule.id() : "%.2f".formatted(weight),
                    known,
                    true));
          }
          return nodes.size();
        },
        left.customerId(),
        right.customerId());
    if (!left.customerId().equals(right.customerId())) {
      edges.add(
          new ReviewPair.Edge(left.record(), right.record(), "%.2f".formatted(bits), bits, false));
    }
    return new ReviewPair.Graph(nodes, edges);
  }
}
