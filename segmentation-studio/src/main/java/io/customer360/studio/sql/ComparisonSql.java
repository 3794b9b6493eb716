package io.customer360.studio.sql;

import io.customer360.lakehouse.Sql;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/// A comparison as SQL.
final class ComparisonSql {
  private final FieldCatalog catalog;
  private final ZoneId zone;

  ComparisonSql(FieldCatalog catalog, ZoneId zone) {
    this.catalog = catalog;
    this.zone = zone;
  }

  /// @param left the expression compared
  /// @param field what it is
  String of(String left, Field field, Comparison comparison) {
    return switch (comparison.operator()) {
      case KNOWN -> left + " is not null";
      case UNKNOWN -> left + " is null";
      case IS ->
          comparison.values().size() == 1
              ? left + " = " + first(field, comparison)
              : left + " in (" + list(field, comparison) + ")";
      case IS_NOT ->
          comparison.values().size() == 1
              ? left + " <> " + first(field, comparison)
              : left + " not in (" + list(field, comparison) + ")";
      case AT_LEAST -> left + " >= " + first(field, comparison);
      case MORE_THAN -> left + " > " + first(field, comparison);
      case AT_MOST -> left + " <= " + first(field, comparison);
      case LESS_THAN -> left + " < " + first(field, comparison);
      case BETWEEN ->
          left
              + " between "
              + first(field, comparison)
              + " and "
              + value(field, comparison.values().getLast());
      case CONTAINS -> "contains(lower(" + left + "), " + folded(comparison) + ")";
      case STARTS_WITH -> "starts_with(lower(" + left + "), " + folded(comparison) + ")";
    };
  }

  private String first(Field field, Comparison comparison) {
    return value(field, comparison.values().getFirst());
  }

  private static String folded(Comparison comparison) {
    return comparison.values().getFirst() instanceof Value.Text text
        ? Sql.literal(text.text().toLowerCase(Locale.ROOT))
        : "null";
  }

  private String list(Field field, Comparison comparison) {
    return comparison.values().stream()
        .map(value -> value(field, value))
        .collect(Collectors.joining(", "));
  }

  private String value(Field field, Value value) {
    return switch (value) {
      case Value.Text text -> Sql.literal(text.text());
      case Value.Number number -> number.number().toPlainString();
      case Value.Truth truth -> String.valueOf(truth.truth());
      case Value.Day day ->
          field.type() == FieldType.DATE
              ? "date '" + day.day() + "'"
              : AsOfText.literal(start(day.day()));
      case Value.DaysAgo ago -> ago(ago.days());
      case Value.Multiple multiple -> {
        Field other = catalog.field(multiple.field());
        // An exponent makes the factor binary, so that a product of exact numbers is compared as
        // everywhere else here.
        yield multiple.factor().toPlainString()
            + (other.floating() ? "" : "e0")
            + " * "
            + other.sql();
      }
    };
  }

  java.time.Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  static String ago(int days) {
    if (days == 0) {
      return AsOfText.CALL;
    }
    return AsOfText.CALL + (days > 0 ? " - interval " : " + interval ") + Math.abs(days) + " day";
  }
}
