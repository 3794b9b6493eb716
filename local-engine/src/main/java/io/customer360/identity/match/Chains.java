package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The pairs of one cluster, and how each is one person: directly, where the two alone reach the
/// threshold, else by the surest chain of pairs that do. A chain is as sure as the product of its
/// links (the shortest paths of Dijkstra, with products for sums). Not for use by several threads.
public final class Chains {
  private final PairScorer scorer;
  private final RecordComparator.Scratch scratch;
  private final RecordTable records;
  private final double bits;

  /// @param threshold the probability a link needs
  public Chains(PairScorer scorer, RecordTable records, double threshold) {
    this.scorer = scorer;
    this.scratch = scorer.comparator().scratch();
    this.records = records;
    this.bits = LinkModel.bits(threshold);
  }

  /// @param rows of one cluster, in their order
  /// @return every pair; across the sources only when there are two
  public List<LinkResult.Link> links(List<Integer> rows) {
    int n = rows.size();
    double[][] weight = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        weight[i][j] = scorer.weight(rows.get(i), rows.get(j), scratch);
        weight[j][i] = weight[i][j];
      }
    }
    List<LinkResult.Link> links = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Paths paths = null;
      for (int j = i + 1; j < n; j++) {
        int a = rows.get(i);
        int b = rows.get(j);
        if (records.sourceCount() == 2 && records.source(a) == records.source(b)) {
          continue;
        }
        if (n == 2 || reaches(weight[i][j])) {
          double own = LinkModel.probability(weight[i][j]);
          links.add(new LinkResult.Link(a, b, weight[i][j], List.of(), own));
        } else {
          paths = paths == null ? paths(weight, i) : paths;
          links.add(new LinkResult.Link(a, b, weight[i][j], paths.to(j, rows), paths.sure()[j]));
        }
      }
    }
    return links;
  }

  /// Rounded as the pairs that were joined are.
  private boolean reaches(double weight) {
    return (float) weight >= bits;
  }

  /// The surest chains from one member of a cluster, over pairs that reach the threshold.
  @SuppressWarnings("ArrayRecordComponent") // a hand-over inside the class, never compared
  private record Paths(int from, double[] sure, int[] before) {
    List<Integer> to(int member, List<Integer> rows) {
      List<Integer> between = new ArrayList<>();
      for (int at = before[member]; at >= 0 && at != from; at = before[at]) {
        between.add(rows.get(at));
      }
      Collections.reverse(between);
      return between;
    }
  }

  private Paths paths(double[][] weight, int from) {
    int n = weight.length;
    double[] sure = new double[n];
    int[] before = new int[n];
    boolean[] done = new boolean[n];
    Arrays.fill(before, -1);
    sure[from] = 1;
    for (int at = from; at >= 0; at = surest(sure, done)) {
      done[at] = true;
      for (int next = 0; next < n; next++) {
        double through =
            next == at || done[next] || !reaches(weight[at][next])
                ? 0
                : sure[at] * LinkModel.probability(weight[at][next]);
        if (through > sure[next]) {
          sure[next] = through;
          before[next] = at;
        }
      }
    }
    return new Paths(from, sure, before);
  }

  private static int surest(double[] sure, boolean[] done) {
    int best = -1;
    for (int at = 0; at < sure.length; at++) {
      if (!done[at] && sure[at] > 0 && (best < 0 || sure[at] > sure[best])) {
        best = at;
      }
    }
    return best;
  }
}
