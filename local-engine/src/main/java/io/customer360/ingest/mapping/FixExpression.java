package io.customer360.ingest.mapping;

import io.customer360.lakehouse.Canonical;
import java.util.Locale;

/// `quantity = quantity / 1000`: which canonical column gets which value.
public record FixExpression(String field, String expression) {
  public static FixExpression parse(String text, Canonical.Dataset dataset) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw Faults.expression(text, "write it as 'column = expression'");
    }
    String field = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String expression = text.substring(equals + 1).strip();
    if (dataset.column(field).isEmpty()) {
      throw Faults.expression(text, dataset.name() + " has no column '" + field + "'");
    }
    if (expression.isEmpty()) {
      throw Faults.expression(text, "there is nothing behind '='");
    }
    return new FixExpression(field, expression);
  }

  public String text() {
    return field + " = " + expression;
  }
}
