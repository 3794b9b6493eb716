package io.customer360.lakehouse;

/// A column and its SQL type, such as `DECIMAL(14,2)`.
public record ColumnInfo(String name, String type) {}
