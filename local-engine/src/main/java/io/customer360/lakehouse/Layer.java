package io.customer360.lakehouse;

import java.util.Locale;

/// The layers of the lake, from what was received to what is decided on.
public enum Layer {
  /// As received, good rows only, typed.
  BRONZE,
  /// Cleaned, one meaning a table.
  SILVER,
  /// By customer.
  GOLD,
  /// What the program itself did; survives every rebuild.
  OPS;

  /// The database schema of the layer.
  public String schema() {
    return name().toLowerCase(Locale.ROOT);
  }
}
