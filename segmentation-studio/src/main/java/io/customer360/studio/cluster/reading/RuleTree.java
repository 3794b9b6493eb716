package io.customer360.studio.cluster.reading;

import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// Finds the rule of a cluster with a shallow tree (CART, Gini impurity) that tells the cluster
/// from all other rows, in original units. Splits are looked for between up to 64 quantiles a
/// feature, on a sample; precision and recall are counted over all rows given.
public final class RuleTree {
  private static final int SAMPLE = 20_000;
  private static final int BINS = 64;
  private static final int DEPTH = 3;

  /// A second alternative has to add this much F1 to be worth reading.
  private static final double WORTH = 0.03;

  private final Matrix original;
  private final int[] labels;
  private final int[] sample;
  private final double[][] edges;
  private final byte[][] bins;

  public RuleTree(Matrix original, int[] labels, long seed) {
    this.original = original;
    this.labels = labels;
    sample = Sampling.rows(labels.length, SAMPLE, new SplittableRandom(seed));
    int d = original.width();
    edges = new double[d][];
    bins = new byte[d][sample.length];
    for (int j = 0; j < d; j++) {
      double[] values = new double[sample.length];
      for (int i = 0; i < sample.length; i++) {
        values[i] = original.columns()[j][sample[i]];
      }
      edges[j] = edges(values);
      for (int i = 0; i < sample.length; i++) {
        bins[j][i] = (byte) bin(edges[j], values[i]);
      }
    }
  }

  /// Thresholds between neighbouring values, at quantiles, shortened to the fewest digits that
  /// still tell the neighbours apart.
  private static double[] edges(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] found = new double[BINS - 1];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      int at = (int) ((long) b * sorted.length / BINS);
      // The next place where the value changes, so that equal values stay together.
      while (at < sorted.length && at > 0 && sorted[at] == sorted[at - 1]) {
        at++;
      }
      if (at <= 0 || at >= sorted.length) {
        continue;
      }
      double edge = RoundNumbers.between(sorted[at - 1], sorted[at]);
      if (count == 0 || edge > found[count - 1]) {
        found[count++] = edge;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// How many edges lie below the value.
  private static int bin(double[] edges, double value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private record Leaf(List<Condition> path, int inside, int all) {
    double purity() {
      return all == 0 ? 0 : (double) inside / all;
    }
  }

  /// The rule of one cluster. Without any condition when no split tells it from the others.
  public ClusterRule of(int cluster) {
    int[] rows = new int[sample.length];
    Arrays.setAll(rows, i -> i);
    List<Leaf> leaves = new ArrayList<>();
    grow(rows, cluster, List.of(), 0, leaves);
    leaves.sort(Comparator.comparingInt((Leaf leaf) -> -leaf.inside()));
    ClusterRule best = null;
    double bestF1 = -1;
    List<List<Condition>> chosen = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf.inside() == 0 || chosen.size() == 2 || best != null && leaf.purity() < 0.5) {
        continue;
      }
      List<List<Condition>> tried = new ArrayList<>(chosen);
      tried.add(leaf.path());
      ClusterRule rule = judge(tried, cluster);
      double f1 = f1(rule);
      if (best == null || f1 > bestF1 + WORTH) {
        best = rule;
        bestF1 = f1;
        chosen = tried;
      }
    }
    return best == null ? judge(List.of(List.of()), cluster) : best;
  }

  private static double f1(ClusterRule rule) {
    double sum = rule.precision() + rule.recall();
    return sum > 0 ? 2 * rule.precision() * rule.recall() / sum : 0;
  }

  private void grow(int[] rows, int cluster, List<Condition> path, int depth, List<Leaf> leaves) {
    int inside = 0;
    for (int i : rows) {
      inside += labels[sample[i]] == cluster ? 1 : 0;
    }
    int bestFeature = -1;
    int bestEdge = -1;
    double bestGain = 1e-9 * rows.length;
    if (depth < DEPTH && inside > 0 && inside < rows.length) {
      double before = gini(inside, rows.length);
      for (int j = 0; j < bins.length; j++) {
        int[] all = new int[BINS];
        int[] in = new int[BINS];
        for (int i : rows) {
          all[bins[j][i]]++;
          in[bins[j][i]] += labels[sample[i]] == cluster ? 1 : 0;
        }
        int left = 0;
        int leftIn = 0;
        for (int e = 0; e < edges[j].length; e++) {
          left += all[e];
          leftIn += in[e];
          double gain = before - gini(leftIn, left) - gini(inside - leftIn, rows.length - left);
          if (gain > bestGain) {
            bestGain = gain;
            bestFeature = j;
            bestEdge = e;
          }
        }
      }
    }
    if (bestFeature < 0) {
      leaves.add(new Leaf(merged(path), inside, rows.length));
      return;
    }
    byte[] of = bins[bestFeature];
    int edge = bestEdge;
    String name = original.names().get(bestFeature);
    double value = edges[bestFeature][edge];
    grow(
        Arrays.stream(rows).filter(i -> of[i] <= edge).toArray(),
        cluster,
        plus(path, new Condition(name, Double.NEGATIVE_INFINITY, value)),
        depth + 1,
        leaves);
    grow(
        Arrays.stream(rows).filter(i -> of[i] > edge).toArray(),
        cluster,
        plus(path, new Condition(name, value, Double.POSITIVE_INFINITY)),
        depth + 1,
        leaves);
  }

  /// Gini impurity times the number of rows.
  private static double gini(double inside, double all) {
    return all == 0 ? 0 : 2 * inside * (all - inside) / all;
  }

  private static List<Condition> plus(List<Condition> path, Condition next) {
    List<Condition> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }

  /// One range a feature.
  private static List<Condition> merged(List<Condition> path) {
    Map<String, Condition> ranges = new LinkedHashMap<>();
    for (Condition next : path) {
      ranges.merge(
          next.feature(),
          next,
          (a, b) ->
              new Condition(a.feature(), Math.max(a.low(), b.low()), Math.min(a.high(), b.high())));
    }
    return List.copyOf(ranges.values());
  }

  private ClusterRule judge(List<List<Condition>> alternatives, int cluster) {
    double[][][] columns = new double[alternatives.size()][][];
    for (int a = 0; a < columns.length; a++) {
      columns[a] =
          alternatives.get(a).stream()
              .map(c -> original.columns()[original.names().indexOf(c.feature())])
              .toArray(double[][]::new);
    }
    // Whole numbers: the sum is the same in whatever order the pieces end.
    LongAdder inside = new LongAdder();
    LongAdder fulfilled = new LongAdder();
    LongAdder both = new LongAdder();
    IntStream.range(0, Workers.blocks(labels.length))
        .parallel()
        .forEach(
            block -> {
              int to = Math.min(labels.length, (block + 1) * Workers.BLOCK);
              int in = 0;
              int passed = 0;
              int hits = 0;
              for (int i = block * Workers.BLOCK; i < to; i++) {
                boolean holds = false;
                for (int a = 0; a < columns.length && !holds; a++) {
                  holds = holds(alternatives.get(a), columns[a], i);
                }
                boolean member = labels[i] == cluster;
                in += member ? 1 : 0;
                passed += holds ? 1 : 0;
                hits += member && holds ? 1 : 0;
              }
              inside.add(in);
              fulfilled.add(passed);
              both.add(hits);
            });
    long members = inside.sum();
    long holding = fulfilled.sum();
    return new ClusterRule(
        alternatives,
        holding == 0 ? 0 : (double) both.sum() / holding,
        members == 0 ? 0 : (double) both.sum() / members,
        labels.length);
  }

  private static boolean holds(List<Condition> all, double[][] columns, int row) {
    for (int c = 0; c < columns.length; c++) {
      if (!all.get(c).holds(columns[c][row])) {
        return false;
      }
    }
    return true;
  }
}
