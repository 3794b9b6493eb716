package io.customer360.studio.field;

/// A name rules may use.
///
/// @param name as in a rule: `tier`
/// @param title as shown: `Loyalty tier`
/// @param meaning one sentence
/// @param group under which a screen lists it: `Identity`, `Purchases`, `Scores`
/// @param type of its values
/// @param unit `money`, `days`, `share`, `orders`; blank where there is none
/// @param sql the expression over the aliases c, f, churn and propensity; for a field of an event
///     its column
/// @param storage the column's type in the lake: `DECIMAL(14,2)`
public record Field(
    String name,
    String title,
    String meaning,
    String group,
    FieldType type,
    String unit,
    String sql,
    String storage) {
  /// Digits after the point where the lake keeps exact decimals, else 0.
  public int scale() {
    int comma = storage.indexOf(',');
    return storage.startsWith("DECIMAL") && comma > 0
        ? Integer.parseInt(storage.substring(comma + 1, storage.indexOf(')')).strip())
        : 0;
  }

  /// Whether the lake keeps it as a binary floating point number.
  public boolean floating() {
    return storage.equals("DOUBLE") || storage.equals("FLOAT");
  }
}
