package io.customer360.lakehouse;

/// A column of `toTable` is computed from a column of `fromTable`. A `fromColumn` of `*` stands for
/// the number of its rows.
public record ColumnEdge(String fromTable, String fromColumn, String toTable, String toColumn) {}
