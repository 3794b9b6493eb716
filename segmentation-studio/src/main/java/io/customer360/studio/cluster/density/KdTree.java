package io.customer360.studio.cluster.density;

import java.util.Arrays;

/// A k-d tree over rows: nodes split their rows at the median of the widest coordinate, down to
/// leaves of a few rows. Rows are kept in tree order, so a node is one stretch of them, and row by
/// row, since a leaf is looked at row by row. Immutable once built; any number of threads may read.
///
/// Node 0 is the root; node i has children `2 i + 1` and `2 i + 2` when `isLeaf(i)` is false.
final class KdTree {
  private final int d;
  private final int leafRows;

  /// Coordinates of the row at place p: `points[p * d]` to `points[p * d + d - 1]`.
  private final double[] points;

  /// The row at each place.
  private final int[] order;

  private final int[] starts;
  private final int[] ends;

  /// Least and greatest coordinate of each node's rows.
  private final double[] low;

  private final double[] high;

  KdTree(double[][] columns, int rows, int leafRows) {
    d = columns.length;
    this.leafRows = leafRows;
    order = new int[rows];
    Arrays.setAll(order, i -> i);
    int levels = 1;
    while ((rows >> (levels - 1)) > leafRows) {
      levels++;
    }
    int nodes = (1 << levels) - 1;
    starts = new int[nodes];
    ends = new int[nodes];
    low = new double[nodes * d];
    high = new double[nodes * d];
    build(columns, 0, 0, rows, levels);
    points = new double[rows * d];
    for (int p = 0; p < rows; p++) {
      for (int j = 0; j < d; j++) {
        points[p * d + j] = columns[j][order[p]];
      }
    }
  }

  private void build(double[][] columns, int node, int start, int end, int levels) {
    starts[node] = start;
    ends[node] = end;
    int widest = 0;
    double width = -1;
    for (int j = 0; j < d; j++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      double[] column = columns[j];
      for (int p = start; p < end; p++) {
        double value = column[order[p]];
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      low[node * d + j] = least;
      high[node * d + j] = greatest;
      if (greatest - least > width) {
        width = greatest - least;
        widest = j;
      }
    }
    if (levels > 1) {
      int middle = (start + end) >>> 1;
      select(columns[widest], start, end - 1, middle);
      build(columns, 2 * node + 1, start, middle, levels - 1);
      build(columns, 2 * node + 2, middle, end, levels - 1);
    }
  }

  /// Puts the row of rank `middle` in its place, smaller ones before it (quickselect, Hoare).
  private void select(double[] column, int from, int to, int middle) {
    int left = from;
    int right = to;
    while (left < right) {
      double pivot =
          medianOfThree(
              column[order[left]], column[order[(left + right) >>> 1]], column[order[right]]);
      int i = left;
      int j = right;
      while (i <= j) {
        while (column[order[i]] < pivot) {
          i++;
        }
        while (column[order[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = order[i];
          order[i] = order[j];
          order[j] = swap;
          i++;
          j--;
        }
      }
      if (middle <= j) {
        right = j;
      } else if (middle >= i) {
        left = i;
      } else {
        return;
      }
    }
  }

  private static double medianOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  int rows() {
    return order.length;
  }

  int width() {
    return d;
  }

  int nodes() {
    return starts.length;
  }

  boolean isLeaf(int node) {
    return 2 * node + 1 >= starts.length;
  }

  int leafRows() {
    return leafRows;
  }

  int start(int node) {
    return starts[node];
  }

  int end(int node) {
    return ends[node];
  }

  /// The row at a place of the tree's order.
  int row(int place) {
    return order[place];
  }

  /// The coordinates in tree order, row by row; only to be read.
  double[] points() {
    return points;
  }

  /// Squared distance of the rows at two places.
  double squared(int a, int b) {
    double sum = 0;
    int pa = a * d;
    int pb = b * d;
    for (int j = 0; j < d; j++) {
      double away = points[pa + j] - points[pb + j];
      sum += away * away;
    }
    return sum;
  }

  /// Least squared distance of the row at a place to any row of a node could have.
  double least(int node, int place) {
    double sum = 0;
    int at = node * d;
    int p = place * d;
    for (int j = 0; j < d; j++) {
      double value = points[p + j];
      double away = Math.max(0, Math.max(low[at + j] - value, value - high[at + j]));
      sum += away * away;
    }
    return sum;
  }

  /// Greatest squared distance of the row at a place to any row of a node could have.
  double greatest(int node, int place) {
    double sum = 0;
    int at = node * d;
    int p = place * d;
    for (int j = 0; j < d; j++) {
      double value = points[p + j];
      double away = Math.max(value - low[at + j], high[at + j] - value);
      sum += away * away;
    }
    return sum;
  }

  /// Least squared distance between rows of two nodes could have.
  double leastBetween(int a, int b) {
    double sum = 0;
    int x = a * d;
    int y = b * d;
    for (int j = 0; j < d; j++) {
      double away = Math.max(0, Math.max(low[x + j] - high[y + j], low[y + j] - high[x + j]));
      sum += away * away;
    }
    return sum;
  }

  /// Greatest squared distance between rows of two nodes could have.
  double greatestBetween(int a, int b) {
    double sum = 0;
    int x = a * d;
    int y = b * d;
    for (int j = 0; j < d; j++) {
      double away = Math.max(high[x + j] - low[y + j], high[y + j] - low[x + j]);
      sum += away * away;
    }
    return sum;
  }
}
