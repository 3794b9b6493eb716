package io.customer360.ingest.contract;

import io.customer360.ingest.mapping.LostFile;

/// A check of a landing against earlier ones and against itself.
///
/// @param name `volume`, `empty column`, `unit error`, `columns`, `freshness`, `held back`, `lost`
/// @param field canonical column, or empty
/// @param passed false is an alarm
/// @param words what was seen and what was expected, one line
public record QualityCheck(
    String dataset,
    String source,
    String landing,
    String file,
    String name,
    String field,
    boolean passed,
    String words) {
  /// The check whether the rows of a landed file are there.
  public static final String LOST = "lost";

  /// What a person does about an alarm, one line; empty when the check passed.
  public String advice() {
    if (passed) {
      return "";
    }
    return switch (name) {
      case "unit error" ->
          field.isEmpty()
              ? "Look at the rows in quarantine, mend them and replay."
              : "Select the rows in quarantine, set "
                  + field
                  + " = "
                  + field
                  + " / 1000 or what fits, and replay.";
      case "empty column" ->
          "Ask the source why "
              + field
              + " is missing, or map the column it moved to, and import"
              + " again.";
      case "volume" -> "Ask the source whether the file is whole. Import the rest, or leave it.";
      case "freshness" ->
          "Ask for the next file of this source; scores rest on old rows until then.";
      case "columns" ->
          "Ask the source whether this is meant to be; map what has another name and import again.";
      case LOST -> new LostFile(landing, dataset, source, file, "", "").advice() + ".";
      case "held back" -> "Open the quarantine, mend what repeats in the mapping, and replay.";
      default -> "Look at the file and its mapping.";
    };
  }
}
