package io.customer360.identity.file;

import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.record.RecordTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Links against the truth. Pairs of a record whose person is not known are not counted.
///
/// @param best the threshold on single pairs that would have given the best F1, or the one used
/// @param clusters whole clusters, where one source was searched
public record LinkEvaluation(
    long truePairs,
    long foundPairs,
    long correctPairs,
    double precision,
    double recall,
    double f1,
    Best best,
    ClusterFigures clusters) {
  /// Figures at one threshold.
  public record Best(double threshold, double precision, double recall, double f1) {}

  /// @param exact persons whose records are exactly one cluster
  /// @param precision share of clusters of two and more that are exactly one person
  /// @param recall share of persons with two and more records that are exactly one cluster
  public record ClusterFigures(
      long persons, long exact, double precision, double recall, double f1) {}

  public static LinkEvaluation of(
      RecordTable records, LinkResult result, Truth truth, double threshold) {
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
    double precision = ratio(correct, found);
    double recall = ratio(correct, truePairs);
    double f1 = f1(precision, recall);
    Best best = best(result.pairs(), truth, truePairs);
    if (best.f1() < f1) {
      best = new Best(threshold, precision, recall, f1);
    }
    return new LinkEvaluation(
        truePairs, found, correct, precision, recall, f1, best, clusters(result, truth));
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

  private static Best best(ScoredPairs pairs, Truth truth, long truePairs) {
    Best best = new Best(1, 1, 0, 0);
    long found = 0;
    long correct = 0;
    for (int at = 0; at < pairs.size(); at++) {
      int a = truth.person(pairs.a(at));
      int b = truth.person(pairs.b(at));
      if (a < 0 || b < 0) {
        continue;
      }
      found++;
      correct += a == b ? 1 : 0;
      boolean last = at + 1 == pairs.size() || pairs.weight(at + 1) < pairs.weight(at);
      double precision = ratio(correct, found);
      double recall = ratio(correct, truePairs);
      if (last && f1(precision, recall) > best.f1()) {
        best = new Best(pairs.probability(at), precision, recall, f1(precision, recall));
      }
    }
    return best;
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
    double precision = ratio(exactMany, many);
    double recall = ratio(exactMany, persons);
    return new ClusterFigures(personSize.size(), exact, precision, recall, f1(precision, recall));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
