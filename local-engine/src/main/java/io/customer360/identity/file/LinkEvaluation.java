package io.customer360.identity.file;

import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.record.RecordTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Links against the truth. Pairs of a record whose person is not known are not counted. What
/// cannot be known, as a share of nothing, is null.
///
/// @param truePairs pairs of records that are one person
/// @param foundPairs links whose two persons are known
/// @param correctPairs true pairs among them
/// @param precision correct among found; null where none was found
/// @param recall correct among true; null where there is no true pair
/// @param f1 their harmonic mean; 0 where there are pairs on one side only, null where there are
///     none
/// @param best the threshold whose clusters have the best F1, the same whatever threshold was used;
///     null where there is no true pair
/// @param clusters whole clusters, where one source was searched
public record LinkEvaluation(
    long truePairs,
    long foundPairs,
    long correctPairs,
    @Nullable Double precision,
    @Nullable Double recall,
    @Nullable Double f1,
    @Nullable Best best,
    ClusterFigures clusters) {
  /// Figures of the clusters at one threshold.
  public record Best(double threshold, double precision, double recall, double f1) {}

  /// @param exact persons whose records are exactly one cluster
  /// @param precision share of clusters of two and more that are exactly one person; null where
  ///     there is none
  /// @param recall share of persons with two and more records that are exactly one cluster; null
  ///     where there is none
  public record ClusterFigures(
      long persons,
      long exact,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double f1) {}

  public static LinkEvaluation of(RecordTable records, LinkResult result, Truth truth) {
    long truePairs = truePairs(records, truth);
    long found = 0;
    long correct = 0;
    for (LinkResult.Link link : result.links()) {
      int a = truth.person(link.a());
      int b = truth.person(link.b());
      if (a >= 0 && b >= 0) {
        found++;
        correct += a == b ? 1 : 0;
      }
    }
    return new LinkEvaluation(
        truePairs,
        found,
        correct,
        ratio(correct, found),
        ratio(correct, truePairs),
        ratio(2 * correct, found + truePairs),
        truePairs == 0 ? null : best(records, result, truth, truePairs),
        clusters(result, truth));
  }

  private static long truePairs(RecordTable records, Truth truth) {
    Map<Integer, long[]> sizes = new HashMap<>();
    for (int row = 0; row < records.size(); row++) {
      if (truth.person(row) >= 0) {
        sizes.computeIfAbsent(truth.person(row), p -> new long[2])[records.source(row)]++;
      }
    }
    long pairs = 0;
    for (long[] size : sizes.values()) {
      pairs += records.sourceCount() == 2 ? size[0] * size[1] : size[0] * (size[0] - 1) / 2;
    }
    return pairs;
  }

  /// Follows the clusters from the surest join down; every threshold is passed.
  private static Best best(RecordTable records, LinkResult result, Truth truth, long truePairs) {
    ClosedPairs pairs = new ClosedPairs(records, truth);
    BestSoFar best = new BestSoFar(pairs, truePairs);
    result.joining().run(Double.NEGATIVE_INFINITY, best::join);
    return best.best();
  }

  /// The best threshold among those that were passed.
  private static final class BestSoFar {
    private final ClosedPairs pairs;
    private final long truePairs;
    private Best best = new Best(1, 1, 0, 0);
    private double last = Double.POSITIVE_INFINITY;

    BestSoFar(ClosedPairs pairs, long truePairs) {
      this.pairs = pairs;
      this.truePairs = truePairs;
    }

    void join(int a, int b, double weight) {
      if (weight < last) {
        look();
      }
      last = weight;
      pairs.join(a, b);
    }

    private void look() {
      Double precision = ratio(pairs.correct(), pairs.found());
      double f1 = 2.0 * pairs.correct() / (pairs.found() + truePairs);
      if (precision != null && f1 > best.f1()) {
        double recall = (double) pairs.correct() / truePairs;
        best = new Best(LinkModel.probability(last), precision, recall, f1);
      }
    }

    Best best() {
      look();
      return best;
    }
  }

  private static ClusterFigures clusters(LinkResult result, Truth truth) {
    int[] labels = result.clusters();
    Map<Integer, Integer> clusterSize = new HashMap<>();
    Map<Integer, Integer> personSize = new HashMap<>();
    Map<List<Integer>, Integer> both = new HashMap<>();
    for (int row = 0; row < labels.length; row++) {
      int person = truth.person(row);
      clusterSize.merge(labels[row], 1, Integer::sum);
      if (person >= 0) {
        personSize.merge(person, 1, Integer::sum);
        both.merge(List.of(labels[row], person), 1, Integer::sum);
      }
    }
    long exact = 0;
    long exactMany = 0;
    for (Map.Entry<List<Integer>, Integer> cell : both.entrySet()) {
      int size = cell.getValue();
      if (clusterSize.getOrDefault(cell.getKey().get(0), 0) == size
          && personSize.getOrDefault(cell.getKey().get(1), 0) == size) {
        exact++;
        exactMany += size > 1 ? 1 : 0;
      }
    }
    long many = clusterSize.values().stream().filter(size -> size > 1).count();
    long persons = personSize.values().stream().filter(size -> size > 1).count();
    return new ClusterFigures(
        personSize.size(),
        exact,
        ratio(exactMany, many),
        ratio(exactMany, persons),
        ratio(2 * exactMany, many + persons));
  }

  private static @Nullable Double ratio(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }
}
