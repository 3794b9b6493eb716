package io.customer360.studio.cluster.embedding;

/// The nearest of many.
final class Nearest {
  private Nearest() {}

  /// The `k` rows with the least distance, nearest first, of equal ones the lower row.
  ///
  /// @param away distance of every row
  /// @param self the row that is no neighbour
  static int[] of(double[] away, int self, int k) {
    int[] kept = new int[k];
    int count = 0;
    for (int row = 0; row < away.length; row++) {
      if (row == self || count == k && !(away[row] < away[kept[k - 1]])) {
        continue;
      }
      int at = count < k ? count++ : k - 1;
      while (at > 0 && away[kept[at - 1]] > away[row]) {
        kept[at] = kept[at - 1];
        at--;
      }
      kept[at] = row;
    }
    return kept;
  }
}
