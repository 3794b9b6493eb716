package io.customer360.identity;

import java.util.Arrays;

/// Resolved clusters against the truth, in pairs of records and in whole clusters. A pair is *true*
/// when the truth says both records are one person, *found* when the resolution says so. Computed
/// from the contingency table of the two labellings, `sum n(n-1)/2` over its cells and margins, so
/// the cost is that of one sort, however large a cluster is.
///
/// @param precision share of found pairs that are true; 1 when nothing was found
/// @param recall share of true pairs that were found; 1 when there was nothing to find
/// @param exactClusters resolved clusters that hold exactly the records of one person
public record IdentityEvaluation(
    long records,
    long persons,
    long clusters,
    long truePairs,
    long foundPairs,
    long correctPairs,
    double precision,
    double recall,
    double f1,
    long exactClusters,
    long splitPersons,
    long mixedClusters) {

  /// `truth[i]` and `found[i]` are the labels of record `i`, both `>= 0`.
  public static IdentityEvaluation of(int[] truth, int[] found) {
    if (truth.length != found.length) {
      throw new IllegalArgumentException(
          "One label each: " + truth.length + " true, " + found.length + " found");
    }
    int n = truth.length;
    long[] cells = new long[n];
    for (int i = 0; i < n; i++) {
      cells[i] = ((long) truth[i] << 32) | found[i];
    }
    int[] sizesOfTruth = sizes(truth);
    int[] sizesOfFound = sizes(found);
    Arrays.sort(cells);
    long correct = 0;
    long exact = 0;
    int[] partsOfTruth = new int[sizesOfTruth.length];
    int[] partsOfFound = new int[sizesOfFound.length];
    for (int start = 0; start < n; ) {
      int end = start;
      while (end < n && cells[end] == cells[start]) {
        end++;
      }
      int person = (int) (cells[start] >>> 32);
      int cluster = (int) cells[start];
      int size = end - start;
      correct += pairs(size);
      partsOfTruth[person]++;
      partsOfFound[cluster]++;
      if (size == sizesOfTruth[person] && size == sizesOfFound[cluster]) {
        exact++;
      }
      start = end;
    }
    long truePairs = 0;
    for (int size : sizesOfTruth) {
      truePairs += pairs(size);
    }
    long foundPairs = 0;
    for (int size : sizesOfFound) {
      foundPairs += pairs(size);
    }
    double precision = foundPairs == 0 ? 1 : (double) correct / foundPairs;
    double recall = truePairs == 0 ? 1 : (double) correct / truePairs;
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new IdentityEvaluation(
        n,
        Arrays.stream(sizesOfTruth).filter(size -> size > 0).count(),
        Arrays.stream(sizesOfFound).filter(size -> size > 0).count(),
        truePairs,
        foundPairs,
        correct,
        precision,
        recall,
        f1,
        exact,
        Arrays.stream(partsOfTruth).filter(parts -> parts > 1).count(),
        Arrays.stream(partsOfFound).filter(parts -> parts > 1).count());
  }

  private static int[] sizes(int[] labels) {
    int[] sizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }
}
