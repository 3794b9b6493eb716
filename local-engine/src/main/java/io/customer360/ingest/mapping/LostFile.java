package io.customer360.ingest.mapping;

/// A landed file whose rows the workspace has lost: deleted by hand, or copied by half.
///
/// @param file as it was called when it was imported
/// @param stored what is missing or damaged, relative to the workspace
/// @param what `is missing` or what is wrong with it
public record LostFile(
    String landing, String dataset, String source, String file, String stored, String what) {
  /// What was seen, one line.
  public String words() {
    return stored + ", which holds the rows of " + file + ", " + what;
  }

  /// What a person does about it, one line.
  public String advice() {
    return "Import "
        + file
        + " again: it takes its old place. If nobody has it any more, give its rows up with"
        + " workbench import --forget "
        + file;
  }
}
