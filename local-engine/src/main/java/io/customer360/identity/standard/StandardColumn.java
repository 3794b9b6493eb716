package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;

/// A column in its standard form.
///
/// @param name the column's name, or for a part of a column its name and the part: `name (first)`
/// @param origin the column it was made of
/// @param text the standard values
public record StandardColumn(String name, ColumnKind kind, String origin, TextColumn text) {
  /// Whether the column's name speaks of the time of a birth, or of a part of it.
  public boolean isBirth() {
    return KindFinder.ofBirth(name);
  }
}
