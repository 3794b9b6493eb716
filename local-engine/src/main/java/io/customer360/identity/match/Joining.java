package io.customer360.identity.match;

import java.util.Arrays;

/// How scored pairs become clusters, or partners one to one, the surest pair first. What is joined
/// at one threshold is joined at every lower one too, so that one walk down the pairs passes the
/// clusters of every threshold.
public final class Joining {
  private final PairScorer scorer;
  private final ScoredPairs pairs;
  private final int rows;
  private final boolean oneToOne;
  private final int largest;

  /// @param rows how many records there are
  /// @param oneToOne whether a record has one partner at most
  /// @param largest the most records one cluster may hold
  Joining(PairScorer scorer, ScoredPairs pairs, int rows, boolean oneToOne, int largest) {
    this.scorer = scorer;
    this.pairs = pairs;
    this.rows = rows;
    this.oneToOne = oneToOne;
    this.largest = largest;
  }

  /// Takes what is joined.
  @FunctionalInterface
  public interface Sink {
    /// @param a a row of one cluster
    /// @param b a row of another, which is one with it from here on
    /// @param weight of the pair that joins them, in bits; never more than that of the one before
    void join(int a, int b, double weight);
  }

  /// Every join down to a weight, in order.
  ///
  /// @param bits the least weight
  public void run(double bits, Sink sink) {
    if (oneToOne) {
      partners(bits, sink);
    } else {
      clusters(bits, sink);
    }
  }

  Clusters clusters(double bits, Sink sink) {
    Clusters clusters = new Clusters(scorer, rows, largest);
    clusters.join(pairs, bits, sink);
    return clusters;
  }

  /// By row the first row of its pair.
  int[] partners(double bits, Sink sink) {
    int[] labels = new int[rows];
    Arrays.setAll(labels, row -> row);
    boolean[] taken = new boolean[rows];
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= bits; at++) {
      int a = pairs.a(at);
      int b = pairs.b(at);
      if (!taken[a] && !taken[b]) {
        taken[a] = true;
        taken[b] = true;
        labels[Math.max(a, b)] = Math.min(a, b);
        sink.join(a, b, pairs.weight(at));
      }
    }
    return labels;
  }
}
