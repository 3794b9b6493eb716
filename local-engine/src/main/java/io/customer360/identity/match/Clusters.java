package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.group.UnionFind;
import java.util.Arrays;

/// Puts records together by their links, the surest first. Two clusters are joined only when the
/// records of one resemble those of the other on the whole, not by one bridge alone: the mean
/// probability over the pairs across them, compared or not, has to reach the bar. What is not
/// joined although a link asked for it is counted as a bridge. The bar is the same at every
/// threshold, so that clusters of a higher one are parts of those of a lower one.
final class Clusters {
  private static final int FROM_EACH = 10;

  /// The mean probability across two clusters that lets them be joined. On invented people a bar
  /// that fell with the threshold let strangers in (at 0.05 precision 0.988 instead of 1).
  private static final double BAR = 0.6 * MatchSettings.DEFAULT_THRESHOLD;

  private final UnionFind sets;
  private final int[] next;
  private final int[] last;
  private final int[] size;
  private final PairScorer scorer;
  private final RecordComparator.Scratch scratch;
  private final int largest;
  private int bridges;
  private int tooLarge;

  Clusters(PairScorer scorer, int rows, int largest) {
    this.scorer = scorer;
    this.scratch = scorer.comparator().scratch();
    this.largest = largest;
    sets = new UnionFind(rows);
    next = new int[rows];
    last = new int[rows];
    size = new int[rows];
    for (int row = 0; row < rows; row++) {
      next[row] = -1;
      last[row] = row;
      size[row] = 1;
    }
  }

  /// @param bits the least weight of a link
  void join(ScoredPairs pairs, double bits, Joining.Sink sink) {
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= bits; at++) {
      int a = sets.find(pairs.a(at));
      int b = sets.find(pairs.b(at));
      if (a == b) {
        continue;
      }
      if (size[a] + size[b] > largest) {
        tooLarge++;
      } else if (size[a] + size[b] == 2 || alike(a, b)) {
        union(a, b);
        sink.join(a, b, pairs.weight(at));
      } else {
        bridges++;
      }
    }
  }

  private boolean alike(int a, int b) {
    double sum = 0;
    int count = 0;
    int stepA = Math.max(1, size[a] / FROM_EACH);
    int stepB = Math.max(1, size[b] / FROM_EACH);
    int i = 0;
    for (int row = a; row >= 0; row = next[row], i++) {
      if (i % stepA != 0) {
        continue;
      }
      int j = 0;
      for (int other = b; other >= 0; other = next[other], j++) {
        if (j % stepB == 0) {
          sum += LinkModel.probability(scorer.weight(row, other, scratch));
          count++;
        }
      }
    }
    return sum >= BAR * count;
  }

  private void union(int a, int b) {
    int root = Math.min(a, b);
    int other = Math.max(a, b);
    sets.union(root, other);
    next[last[root]] = other;
    last[root] = last[other];
    size[root] += size[other];
  }

  /// By row the first row of its cluster.
  int[] labels() {
    int[] labels = new int[size.length];
    Arrays.setAll(labels, sets::find);
    return labels;
  }

  int bridges() {
    return bridges;
  }

  int tooLarge() {
    return tooLarge;
  }
}
