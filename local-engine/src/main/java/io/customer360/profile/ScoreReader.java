package io.customer360.profile;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Scores and what they are made of, from `gold.score` and `gold.score_reason`.
final class ScoreReader {
  private static final Map<String, String> LABELS =
      Map.of("churn", "Churn risk", "propensity", "Likely to buy");

  private ScoreReader() {}

  private record Reason(String model, ScoreView.Contribution contribution) {}

  /// Those known at `asOf`, by model name.
  static List<UnifiedContext.Score> scores(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.score")) {
      return List.of();
    }
    return Point.list(
        connection,
        """
        select model, score, low, high, confidence, version, as_of::timestamp as as_of
        from gold.score
        where customer_id = ? and (as_of is null or as_of::timestamp <= ?) order by model
        """,
        row ->
            new UnifiedContext.Score(
                row.getString("model"),
                row.getDouble("score"),
                Cells.number(row, "low"),
                Cells.number(row, "high"),
                Cells.number(row, "confidence"),
                Cells.text(row, "version"),
                Cells.time(row, "as_of")),
        customerId,
        asOf);
  }

  /// Past scores and those of today, by model and then the oldest first.
  static List<ScorePoint> history(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("gold.score", "gold.score_history")) {
      return List.of();
    }
    return Point.list(
        connection,
        """
        select model, as_of::timestamp as as_of, score from gold.score_history
        where customer_id = ?
        union all
        select model, as_of::timestamp, score from gold.score
        where customer_id = ? and as_of is not null
        order by model, as_of
        """,
        row ->
            new ScorePoint(
                row.getString("model"),
                Objects.requireNonNull(Cells.time(row, "as_of")),
                row.getDouble("score")),
        customerId,
        customerId);
  }

  static List<ScoreView> views(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    List<UnifiedContext.Score> scores = scores(connection, tables, customerId, asOf);
    List<Reason> reasons =
        tables.has("gold.score_reason")
            ? Point.list(
                connection,
                """
                select model, feature, label, value::varchar as value, contribution
                from gold.score_reason where customer_id = ? order by model, position
                """,
                row ->
                    new Reason(
                        row.getString("model"),
                        new ScoreView.Contribution(
                            row.getString("feature"),
                            row.getString("label"),
                            Cells.text(row, "value"),
                            row.getDouble("contribution"))),
                customerId)
            : List.of();
    List<ScoreView> views = new ArrayList<>();
    for (UnifiedContext.Score score : scores) {
      List<ScoreView.Contribution> parts =
          reasons.stream()
              .filter(reason -> reason.model().equals(score.model()))
              .map(Reason::contribution)
              .toList();
      double base =
          score.score() - parts.stream().mapToDouble(ScoreView.Contribution::contribution).sum();
      views.add(
          new ScoreView(
              score.model(),
              LABELS.getOrDefault(score.model(), score.model()),
              score.score(),
              score.low(),
              score.high(),
              score.confidence(),
              score.version(),
              score.asOf(),
              base,
              parts));
    }
    return views;
  }
}
