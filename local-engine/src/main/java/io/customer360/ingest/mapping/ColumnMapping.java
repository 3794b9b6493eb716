package io.customer360.ingest.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one canonical column is filled. One of `from`, `transform` and `constant` says with what.
///
/// @param from raw column, or a JSON path such as `$.customer.email`
/// @param format of a date as `strptime` writes it (`%d/%m/%Y %H:%M`), or `epoch_s`, `epoch_ms`,
///     `epoch_us`, or several of the former with ` | ` between them, the first that fits counting;
///     of a number `1,234.56` or `1.234,56`; null for ISO dates and plain numbers
/// @param zone the zone of timestamps without an offset, such as `Europe/London`; null is UTC
/// @param transform an SQL expression over raw columns, such as `upper("Country")`
/// @param constant a fixed value
/// @param values received value to canonical value, or to an empty text for none; others stay as
///     they are
public record ColumnMapping(
    @Nullable String from,
    @Nullable String format,
    @Nullable String zone,
    @Nullable String transform,
    @Nullable String constant,
    Map<String, String> values) {
  public ColumnMapping {
    values = Map.copyOf(values);
  }

  public static ColumnMapping from(String column) {
    return new ColumnMapping(column, null, null, null, null, Map.of());
  }

  public static ColumnMapping from(String column, @Nullable String format, @Nullable String zone) {
    return new ColumnMapping(column, format, zone, null, null, Map.of());
  }

  public static ColumnMapping transform(String expression) {
    return new ColumnMapping(null, null, null, expression, null, Map.of());
  }

  public static ColumnMapping constant(String value) {
    return new ColumnMapping(null, null, null, null, value, Map.of());
  }
}
