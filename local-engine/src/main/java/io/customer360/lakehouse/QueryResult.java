package io.customer360.lakehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a query. Values are `String`, `Long`, `Integer`, `Double`, `BigDecimal`, `Boolean`,
/// `LocalDate`, `Instant` (timestamps are UTC), `List`, `Map` or null.
///
/// @param truncated there were more rows than the limit allowed
public record QueryResult(
    List<ColumnInfo> columns, List<List<@Nullable Object>> rows, boolean truncated, long millis) {
  public QueryResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
