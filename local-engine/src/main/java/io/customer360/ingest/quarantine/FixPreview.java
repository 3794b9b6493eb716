package io.customer360.ingest.quarantine;

import java.util.List;

/// What a fix would do.
///
/// @param expression as it would be written into the mapping
/// @param rows the first five
/// @param good how many of the chosen rows would become good
/// @param bad how many would stay held back
public record FixPreview(String expression, List<Row> rows, long good, long bad) {
  /// @param before the field's value as received
  /// @param after the value the fix gives, empty when none
  /// @param problem the rule still broken, empty when the row becomes good
  public record Row(
      long id, long line, String field, String before, String after, String problem) {}
}
