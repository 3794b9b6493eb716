package io.customer360.identity.standard;

import java.util.List;

/// What was found of a column and is kept apart from its records, so that other records of it are
/// read in the same way.
///
/// @param filled rows that had a value to compare
/// @param distinct how many distinct values they had
/// @param overshared values that are nobody's own and were taken out
public record KeptColumn(
    String name, ColumnKind kind, int filled, int distinct, List<String> overshared) {
  /// Copies the list.
  public KeptColumn {
    overshared = List.copyOf(overshared);
  }

  /// What there is to keep of a column in standard form.
  public static KeptColumn of(StandardColumn column) {
    // Values taken out stay in the dictionary; no row holds them any more.
    int[] counts = column.text().counts();
    List<String> without = new java.util.ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] == 0) {
        without.add(column.text().valueOf(code));
      }
    }
    return new KeptColumn(
        column.name(), column.kind(), column.text().filled(), counts.length, without);
  }
}
