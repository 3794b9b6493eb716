package io.customer360.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows behind an answer: the first ones, and how many there are.
///
/// @param total all rows of the result, also those not carried here
/// @param caption below the table, about its order or its limits: `Highest margin at risk first.`;
///     how many rows are shown is said by who shows them
public record AnswerTable(List<Column> columns, List<Row> rows, long total, String caption) {
  public static final AnswerTable EMPTY = new AnswerTable(List.of(), List.of(), 0, "");

  public AnswerTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// How a column's values are to be shown.
  public enum Kind {
    TEXT,
    /// A customer's name; the row carries the id.
    CUSTOMER,
    COUNT,
    NUMBER,
    /// A score or probability, two decimals.
    SCORE,
    SHARE,
    MONEY,
    DATE,
    TIME
  }

  /// @param key the query's column name
  /// @param unit in the header: `£`, `%`; may be empty
  /// @param sorted the rows are in the order of this column
  public record Column(String key, String title, String unit, Kind kind, boolean sorted) {
    /// Figures are right-aligned, words are not.
    public boolean rightAligned() {
      return switch (kind) {
        case COUNT, NUMBER, SCORE, SHARE, MONEY -> true;
        case TEXT, CUSTOMER, DATE, TIME -> false;
      };
    }
  }

  /// @param values raw values of the query, in column order; null where empty
  /// @param texts the same, ready to print
  /// @param customerId whom Enter opens; null when the row is no customer
  public record Row(
      List<@Nullable Object> values, List<String> texts, @Nullable String customerId) {
    public Row {
      values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
      texts = List.copyOf(texts);
    }
  }
}
