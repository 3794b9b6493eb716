package io.customer360.sample;

import java.util.List;

/// What was written.
///
/// @param files every data file, in a fixed order
/// @param rows data rows over the source files (truth, texts and mappings not counted)
/// @param bytes size of all files written
/// @param seconds time it took
public record SampleSummary(List<WrittenFile> files, long rows, long bytes, double seconds) {
  public SampleSummary {
    files = List.copyOf(files);
  }

  /// One file.
  ///
  /// @param path relative to the sample folder, with `/`
  /// @param source the source system, or `truth` and the like
  /// @param dataset the canonical dataset its mapping leads to, empty if it is not to be imported
  /// @param mapping path of its mapping file relative to the sample folder, empty if none
  /// @param rows data rows, without the header
  /// @param bytes size on disk
  public record WrittenFile(
      String path, String source, String dataset, String mapping, long rows, long bytes) {}

  /// The files to import, catalog and people first.
  public List<WrittenFile> imports() {
    return files.stream().filter(file -> !file.dataset().isEmpty()).toList();
  }
}
