package io.customer360.studio.drift;

import java.util.Arrays;

/// Pairs rows with columns so that the sum of what the pairs are worth is greatest: the Hungarian
/// method with potentials (Kuhn 1955, Jonker and Volgenant 1987), cubic in the larger side.
final class Assignment {
  private Assignment() {}

  /// The column of each row, -1 where there are fewer columns than rows. A pair worth nothing is no
  /// pair.
  ///
  /// @param worth at least 0, rows of one length
  static int[] best(long[][] worth, int columns) {
    int rows = worth.length;
    int size = Math.max(rows, columns);
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] way = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[size + 1];
      boolean[] used = new boolean[size + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      do {
        used[column] = true;
        int at = rowOf[column];
        int next = 0;
        double delta = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= size; j++) {
          if (!used[j]) {
            double cost = at <= rows && j <= columns ? -(double) worth[at - 1][j - 1] : 0;
            double reduced = cost - rowPotential[at] - columnPotential[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= size; j++) {
          if (used[j]) {
            rowPotential[rowOf[j]] += delta;
            columnPotential[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[way[column]];
        column = way[column];
      }
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int j = 1; j <= columns; j++) {
      int row = rowOf[j] - 1;
      if (row < rows && worth[row][j - 1] > 0) {
        columnOf[row] = j - 1;
      }
    }
    return columnOf;
  }
}
