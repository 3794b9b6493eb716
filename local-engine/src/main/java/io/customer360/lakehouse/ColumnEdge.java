package io.customer360.lakehouse;

/// A column of `toTable` is computed from a column of `fromTable`. A `fromColumn` of `*` stands for
/// the number of its rows.
///
/// Where a table holds one field a row, its name in one column and its value in another, each field
/// is followed for itself: `value[field=email]` is the column `value` where `field` is `email`.
public record ColumnEdge(String fromTable, String fromColumn, String toTable, String toColumn) {
  /// The name of the part of a column that holds one field, which the column `named` names.
  public static String part(String column, String named, String field) {
    return column + "[" + named + "=" + field + "]";
  }

  /// The column itself, when a part of it is named.
  public static String whole(String column) {
    int bracket = column.indexOf('[');
    return bracket < 0 ? column : column.substring(0, bracket);
  }
}
