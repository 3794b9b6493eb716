package io.customer360.studio.cluster.quality;

import java.util.HashMap;
import java.util.Map;

/// How far two clusterings of the same rows agree.
public final class Agreement {
  private Agreement() {}

  /// The adjusted Rand index (Hubert and Arabie 1985): 1 when the clusterings are the same but for
  /// their numbers, 0 on average by chance. Noise (-1) is a cluster like any other.
  ///
  /// @param a labels, of the length of `b`
  public static double adjustedRand(int[] a, int[] b) {
    Map<Long, Long> cells = new HashMap<>();
    Map<Integer, Long> ofA = new HashMap<>();
    Map<Integer, Long> ofB = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      cells.merge(((long) a[i] << 32) | (b[i] & 0xffffffffL), 1L, Long::sum);
      ofA.merge(a[i], 1L, Long::sum);
      ofB.merge(b[i], 1L, Long::sum);
    }
    return adjustedRand(pairs(cells), pairs(ofA), pairs(ofB), a.length);
  }

  /// The same from how many rows are in each cluster of one and of the other.
  ///
  /// @param counts by cluster of the first and of the second
  public static double adjustedRand(long[][] counts) {
    double together = 0;
    double pairsA = 0;
    double pairsB = 0;
    double rows = 0;
    long[] ofB = new long[counts.length == 0 ? 0 : counts[0].length];
    for (long[] row : counts) {
      long ofA = 0;
      for (int q = 0; q < row.length; q++) {
        together += row[q] * (row[q] - 1.0) / 2;
        ofA += row[q];
        ofB[q] += row[q];
      }
      pairsA += ofA * (ofA - 1.0) / 2;
      rows += ofA;
    }
    for (long count : ofB) {
      pairsB += count * (count - 1.0) / 2;
    }
    return adjustedRand(together, pairsA, pairsB, rows);
  }

  private static double adjustedRand(double together, double pairsA, double pairsB, double rows) {
    double all = rows * (rows - 1.0) / 2;
    double expected = all == 0 ? 0 : pairsA * pairsB / all;
    double greatest = (pairsA + pairsB) / 2;
    return greatest == expected ? 1 : (together - expected) / (greatest - expected);
  }

  private static double pairs(Map<?, Long> counts) {
    double sum = 0;
    for (long count : counts.values()) {
      sum += count * (count - 1.0) / 2;
    }
    return sum;
  }

  /// For each cluster of `a` the largest Jaccard index with a cluster of `b`: rows in both by rows
  /// in either; 0 for a cluster without rows. Rows below 0 in either are in no cluster.
  public static double[] bestJaccard(int[] a, int clustersA, int[] b, int clustersB) {
    long[][] both = new long[clustersA][clustersB];
    long[] inA = new long[clustersA];
    long[] inB = new long[clustersB];
    for (int i = 0; i < a.length; i++) {
      if (a[i] >= 0) {
        inA[a[i]]++;
      }
      if (b[i] >= 0) {
        inB[b[i]]++;
      }
      if (a[i] >= 0 && b[i] >= 0) {
        both[a[i]][b[i]]++;
      }
    }
    double[] best = new double[clustersA];
    for (int p = 0; p < clustersA; p++) {
      for (int q = 0; q < clustersB; q++) {
        long either = inA[p] + inB[q] - both[p][q];
        if (either > 0) {
          best[p] = Math.max(best[p], (double) both[p][q] / either);
        }
      }
    }
    return best;
  }
}
