package io.customer360.identity.record;

import org.jspecify.annotations.Nullable;

/// A column of text, each distinct value stored once. Immutable after it is built.
public final class TextColumn {
  /// The code of a missing value.
  public static final int MISSING = -1;

  private final String name;
  private final int[] codes;
  private final String[] values;
  private final int filled;

  /// @param codes by row an index into `values`, or [#MISSING]; kept, not copied
  /// @param values the distinct values; kept, not copied
  public TextColumn(String name, int[] codes, String[] values) {
    this.name = name;
    this.codes = codes;
    this.values = values;
    filled = filled(0, codes.length);
  }

  public String name() {
    return name;
  }

  /// The code of a row's value, [#MISSING] where there is none.
  public int code(int row) {
    return codes[row];
  }

  /// The value of a row, null where it is missing.
  public @Nullable String value(int row) {
    int code = codes[row];
    return code < 0 ? null : values[code];
  }

  public String valueOf(int code) {
    return values[code];
  }

  /// How many rows.
  public int size() {
    return codes.length;
  }

  /// How many distinct values.
  public int distinct() {
    return values.length;
  }

  /// Rows by code.
  public int[] counts() {
    int[] counts = new int[values.length];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }

  /// Rows with a value from one row to before another.
  public int filled(int from, int to) {
    int count = 0;
    for (int row = from; row < to; row++) {
      count += codes[row] >= 0 ? 1 : 0;
    }
    return count;
  }

  /// Rows with a value.
  public int filled() {
    return filled;
  }
}
