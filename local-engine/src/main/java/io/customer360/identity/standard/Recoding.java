package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Makes a column of another: each distinct value once. An empty value is a missing one.
final class Recoding {
  private final Map<String, Integer> dictionary = new HashMap<>();

  private Recoding() {}

  /// From each value of a column.
  static TextColumn ofValues(
      String name, TextColumn column, Function<String, @Nullable String> value) {
    return ofCodes(name, column, code -> value.apply(column.valueOf(code)));
  }

  /// From each code of a column.
  static TextColumn ofCodes(String name, TextColumn column, IntFunction<@Nullable String> value) {
    Recoding recoding = new Recoding();
    int[] map = new int[column.distinct()];
    Arrays.setAll(map, code -> recoding.code(value.apply(code)));
    int[] codes = new int[column.size()];
    Arrays.setAll(codes, row -> column.code(row) < 0 ? TextColumn.MISSING : map[column.code(row)]);
    return recoding.column(name, codes);
  }

  /// From each row.
  static TextColumn ofRows(String name, int rows, IntFunction<@Nullable String> value) {
    Recoding recoding = new Recoding();
    int[] codes = new int[rows];
    Arrays.setAll(codes, row -> recoding.code(value.apply(row)));
    return recoding.column(name, codes);
  }

  private int code(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return TextColumn.MISSING;
    }
    Integer known = dictionary.putIfAbsent(value, dictionary.size());
    return known == null ? dictionary.size() - 1 : known;
  }

  private TextColumn column(String name, int[] codes) {
    String[] values = new String[dictionary.size()];
    dictionary.forEach((value, code) -> values[code] = value);
    return new TextColumn(name, codes, values);
  }
}
