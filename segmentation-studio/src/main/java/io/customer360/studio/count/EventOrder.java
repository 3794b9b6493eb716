package io.customer360.studio.count;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which rows of a table are kept in memory, by customer and within a customer by time.
///
/// @param read rows of the table
/// @param starts first row of each customer, and after the last one how many rows are kept
/// @param rows rows of the table in the order they are kept in; null where the table has that order
///     already, those nobody is known for at its end
record EventOrder(int read, int[] starts, int @Nullable [] rows) {
  /// @param customers numbers row by row, below 0 for nobody known
  /// @param seconds when, row by row
  /// @param count how many rows
  /// @param people how many customers there are
  static EventOrder of(int[] customers, int[] seconds, int count, int people) {
    int[] starts = new int[people + 1];
    boolean ordered = true;
    int known = 0;
    for (int row = 0; row < count; row++) {
      int customer = customers[row];
      if (customer < 0) {
        continue;
      }
      ordered &= row == known && (row == 0 || follows(customers, seconds, row));
      known++;
      starts[customer + 1]++;
    }
    for (int i = 0; i < people; i++) {
      starts[i + 1] += starts[i];
    }
    if (ordered) {
      return new EventOrder(count, starts, null);
    }
    int[] next = Arrays.copyOf(starts, people);
    long[] keys = new long[known];
    for (int row = 0; row < count; row++) {
      if (customers[row] >= 0) {
        keys[next[customers[row]]++] = (long) seconds[row] << 32 | row;
      }
    }
    int[] rows = new int[known];
    for (int i = 0; i < people; i++) {
      Arrays.sort(keys, starts[i], starts[i + 1]);
    }
    for (int i = 0; i < known; i++) {
      rows[i] = (int) keys[i];
    }
    return new EventOrder(count, starts, rows);
  }

  private static boolean follows(int[] customers, int[] seconds, int row) {
    return customers[row] > customers[row - 1]
        || customers[row] == customers[row - 1] && seconds[row] >= seconds[row - 1];
  }

  /// How many rows are kept.
  int kept() {
    return starts[starts.length - 1];
  }

  int[] ordered(int[] values) {
    int[] from = rows;
    if (from == null) {
      return Arrays.copyOf(values, kept());
    }
    int[] made = new int[from.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = values[from[i]];
    }
    return made;
  }

  char[] ordered(char[] values) {
    int[] from = rows;
    if (from == null) {
      return values;
    }
    char[] made = new char[from.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = values[from[i]];
    }
    return made;
  }

  double[] ordered(double[] values) {
    int[] from = rows;
    if (from == null) {
      return values;
    }
    double[] made = new double[from.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = values[from[i]];
    }
    return made;
  }
}
