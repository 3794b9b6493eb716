package io.customer360.studio.count;

/// Keeps the rows of a block that pass.
@FunctionalInterface
interface RowFilter {
  /// @param rows row numbers; the first `count` are looked at, those that pass come first after
  /// @return how many passed
  int keep(int[] rows, int count);

  static RowFilter numbers(double[] values, NumberTest test) {
    return (rows, count) -> {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        if (test.passes(values[row])) {
          rows[kept++] = row;
        }
      }
      return kept;
    };
  }

  static RowFilter codes(char[] codes, boolean[] passes) {
    return (rows, count) -> {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        if (passes[codes[row]]) {
          rows[kept++] = row;
        }
      }
      return kept;
    };
  }
}
