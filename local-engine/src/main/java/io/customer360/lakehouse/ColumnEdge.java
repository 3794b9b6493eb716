package io.customer360.lakehouse;

/// A column of `toTable` is computed from a column of `fromTable`.
public record ColumnEdge(String fromTable, String fromColumn, String toTable, String toColumn) {}
