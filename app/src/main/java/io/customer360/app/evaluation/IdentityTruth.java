package io.customer360.app.evaluation;

import io.customer360.engine.Engine;
import io.customer360.identity.IdentityEvaluation;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Resolved customers against who the sample's records really are.
public final class IdentityTruth {
  private IdentityTruth() {}

  private record Labels(int truth, int found) {}

  /// @param sample the folder with `truth/persons.csv` (source, source_key, person_id)
  public static IdentityEvaluation judge(Engine engine, Path sample) {
    String file = sample.resolve("truth/persons.csv").toString();
    List<Labels> labels =
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        """
                        select
                          dense_rank() over (order by t.person_id) - 1 as truth,
                          dense_rank() over (order by l.customer_id) - 1 as found
                        from read_csv(%s, all_varchar = true, header = true) t
                        join gold.identity_link l
                          on l.source_person_id = t.source || ':' || t.source_key
                        """
                            .formatted(Sql.literal(file)),
                        row -> new Labels(row.getInt("truth"), row.getInt("found"))));
    return IdentityEvaluation.of(
        labels.stream().mapToInt(Labels::truth).toArray(),
        labels.stream().mapToInt(Labels::found).toArray());
  }

  /// The first pairs a person is asked, judged by the truth.
  public static List<Judgement.Pair> verdicts(Engine engine, Path sample, int most) {
    String file = sample.resolve("truth/persons.csv").toString();
    Map<String, String> persons = new HashMap<>();
    engine
        .lakehouse()
        .read(
            connection ->
                Rows.list(
                    connection,
                    "select source || ':' || source_key, person_id from read_csv(%s,"
                            .formatted(Sql.literal(file))
                        + " all_varchar = true, header = true)",
                    row -> persons.put(row.getString(1), row.getString(2))));
    List<Judgement.Pair> pairs = new ArrayList<>();
    for (ReviewQueue.Task task : engine.reviews().queue(Integer.MAX_VALUE).tasks()) {
      String left = persons.get(task.left());
      String right = persons.get(task.right());
      if (left != null && right != null && pairs.size() < most) {
        pairs.add(
            new Judgement.Pair(
                task.left(),
                task.right(),
                left.equals(right) ? Verdict.MATCH : Verdict.NOT_A_MATCH));
      }
    }
    return pairs;
  }
}
