package io.customer360.ingest;

import org.jspecify.annotations.Nullable;

/// How one canonical column is filled. One of `from`, `transform` and `constant` says with what.
///
/// @param from raw column, or a JSON path such as `$.customer.email`
/// @param format date pattern as `strptime` writes it (`%d/%m/%Y %H:%M`); null for ISO dates and
///     everything that is not a date
/// @param zone the zone of timestamps without an offset, such as `Europe/London`; null is UTC
/// @param transform an SQL expression over raw columns, such as `upper("Country")`
/// @param constant a fixed value
public record ColumnMapping(
    @Nullable String from,
    @Nullable String format,
    @Nullable String zone,
    @Nullable String transform,
    @Nullable String constant) {
  public static ColumnMapping from(String column) {
    return new ColumnMapping(column, null, null, null, null);
  }

  public static ColumnMapping timestamp(
      String column, @Nullable String format, @Nullable String zone) {
    return new ColumnMapping(column, format, zone, null, null);
  }

  public static ColumnMapping transform(String expression) {
    return new ColumnMapping(null, null, null, expression, null);
  }

  public static ColumnMapping constant(String value) {
    return new ColumnMapping(null, null, null, null, value);
  }
}
