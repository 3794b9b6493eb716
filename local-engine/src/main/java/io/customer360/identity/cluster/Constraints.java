package io.customer360.identity.cluster;

import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What people said, by record number: pairs that are one and pairs that stay apart. A pair whose
/// record is gone from the sources has no effect, and has it again when the record comes back.
///
/// @param one pairs to join first
/// @param apart pairs that nothing may join
public record Constraints(List<int[]> one, List<int[]> apart) {
  static final Constraints NONE = new Constraints(List.of(), List.of());

  /// Every pair somebody spoke of.
  void each(Consumer<int[]> sink) {
    one.forEach(sink);
    apart.forEach(sink);
  }

  public static Constraints read(Connection connection) throws SQLException {
    List<Judgement.Pair> pairs = JudgementStore.inForce(connection);
    if (pairs.isEmpty()) {
      return NONE;
    }
    Map<String, Integer> numbers = RecordNumbers.of(connection, pairs);
    List<int[]> one = new ArrayList<>();
    List<int[]> apart = new ArrayList<>();
    for (Judgement.Pair pair : pairs) {
      Integer left = numbers.get(pair.left());
      Integer right = numbers.get(pair.right());
      if (left == null || right == null || pair.verdict() == Verdict.UNSURE) {
        continue;
      }
      (pair.verdict() == Verdict.MATCH ? one : apart).add(new int[] {left, right});
    }
    return new Constraints(one, apart);
  }
}
