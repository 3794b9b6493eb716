package io.customer360.identity.match;

import java.util.List;

/// Pairs with their weights, the weightiest first, equals in the order of their rows. Immutable.
public final class ScoredPairs {
  private final int[] a;
  private final int[] b;
  private final float[] weights;

  private ScoredPairs(int[] a, int[] b, float[] weights) {
    this.a = a;
    this.b = b;
    this.weights = weights;
  }

  static ScoredPairs of(List<PairBuffer> buffers) {
    int n = buffers.stream().mapToInt(PairBuffer::size).sum();
    long[] pairs = new long[n];
    float[] weights = new float[n];
    int at = 0;
    for (PairBuffer buffer : buffers) {
      for (int i = 0; i < buffer.size(); i++) {
        pairs[at] = buffer.pair(i);
        weights[at++] = buffer.weight(i);
      }
    }
    int[] order = order(pairs, weights);
    int[] a = new int[n];
    int[] b = new int[n];
    float[] sorted = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = PairSample.a(pairs[order[i]]);
      b[i] = PairSample.b(pairs[order[i]]);
      sorted[i] = weights[order[i]];
    }
    return new ScoredPairs(a, b, sorted);
  }

  private static int[] order(long[] pairs, float[] weights) {
    Integer[] order = new Integer[pairs.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.parallelSort(
        order,
        (x, y) -> {
          int by = Float.compare(weights[y], weights[x]);
          return by == 0 ? Long.compare(pairs[x], pairs[y]) : by;
        });
    int[] plain = new int[order.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = order[i];
    }
    return plain;
  }

  public int size() {
    return a.length;
  }

  public int a(int at) {
    return a[at];
  }

  public int b(int at) {
    return b[at];
  }

  /// The total weight in bits.
  public double weight(int at) {
    return weights[at];
  }

  public double probability(int at) {
    return LinkModel.probability(weights[at]);
  }
}
