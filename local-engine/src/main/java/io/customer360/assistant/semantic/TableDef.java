package io.customer360.assistant.semantic;

/// A table a measure can be counted on.
///
/// @param key short name in the layer
/// @param name `gold.orders`
/// @param alias of its rows in every formula: `c` for customers, `t` otherwise
/// @param time the column a period applies to
/// @param timeIsDate whether that column is a DATE in local days rather than a UTC TIMESTAMP
public record TableDef(
    String key, String name, String alias, String time, boolean timeIsDate, String grain) {
  public boolean isCustomer() {
    return key.equals("customer");
  }

  public String timeColumn() {
    return alias + "." + time;
  }
}
