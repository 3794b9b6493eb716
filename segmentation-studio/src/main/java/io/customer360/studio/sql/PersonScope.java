package io.customer360.studio.sql;

import io.customer360.studio.field.FieldCatalog;

/// The names a condition in SQL may use: every column of `gold.customer`, the features the customer
/// does not have under the same name, and the scores `churn_risk` and `buys_30d`.
public final class PersonScope {
  private PersonScope() {}

  /// A subquery of one row per customer.
  public static String table(FieldCatalog catalog) {
    StringBuilder select = new StringBuilder("select p.*");
    StringBuilder from = new StringBuilder(" from gold.customer p");
    if (catalog.hasTable("score")) {
      select.append(", s1.score as churn_risk, s2.score as buys_30d");
      from.append(
          " left join gold.score s1 on s1.customer_id = p.customer_id and s1.model = 'churn'"
              + " left join gold.score s2"
              + " on s2.customer_id = p.customer_id and s2.model = 'propensity'");
    }
    boolean features = false;
    for (var field : catalog.fields()) {
      if (field.sql().startsWith("f.")) {
        select.append(", f.").append(field.name());
        features = true;
      }
    }
    if (features) {
      from.append(" left join gold.feature f on f.customer_id = p.customer_id");
    }
    return "(" + select + from + ")";
  }

  /// The customers for whom a condition holds, as a condition that is never null.
  static String members(FieldCatalog catalog, String condition) {
    return "c.customer_id in (select person.customer_id from "
        + table(catalog)
        + " person where (\n"
        + condition
        + "\n))";
  }
}
