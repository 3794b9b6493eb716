package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import java.util.List;

/// The pairs of one cluster with the probability of their surest chain: a chain is as sure as the
/// product of its links, and a pair is as sure as its surest chain (Floyd and Warshall on
/// logarithms for clusters of common size; direct probabilities beyond).
final class Chains {
  private static final int LARGEST = 80;

  private final PairScorer scorer;
  private final RecordComparator.Scratch scratch;
  private final RecordTable records;

  Chains(PairScorer scorer, RecordComparator.Scratch scratch, RecordTable records) {
    this.scorer = scorer;
    this.scratch = scratch;
    this.records = records;
  }

  void links(List<Integer> rows, List<LinkResult.Link> out) {
    int n = rows.size();
    double[][] weight = new double[n][n];
    double[][] sure = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        weight[i][j] = scorer.weight(rows.get(i), rows.get(j), scratch);
        sure[i][j] = LinkModel.probability(weight[i][j]);
        sure[j][i] = sure[i][j];
      }
    }
    if (n > 2 && n <= LARGEST) {
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            if (i != j) {
              sure[i][j] = Math.max(sure[i][j], sure[i][k] * sure[k][j]);
            }
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        int a = rows.get(i);
        int b = rows.get(j);
        if (records.sourceCount() == 1 || records.source(a) != records.source(b)) {
          out.add(new LinkResult.Link(a, b, weight[i][j], sure[i][j]));
        }
      }
    }
  }
}
