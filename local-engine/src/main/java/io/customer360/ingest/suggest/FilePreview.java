package io.customer360.ingest.suggest;

import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.value.Guess;
import java.nio.file.Path;
import java.util.List;

/// What was seen of a file before anything is landed.
///
/// @param options all guesses together, ready for a mapping
/// @param sample the first rows as received; a missing value is an empty text
/// @param datasets best fit first
/// @param suggested the mapping for the best fit
/// @param notes what a person must know of the file, whatever it is taken for: an ambiguous date
///     order, apostrophes that are taken away
public record FilePreview(
    Path file,
    long bytes,
    Guess<FileFormat> format,
    Guess<String> delimiter,
    Guess<String> quote,
    Guess<String> encoding,
    Guess<Boolean> header,
    FileOptions options,
    List<PreviewColumn> columns,
    List<List<String>> sample,
    List<DatasetSuggestion> datasets,
    Mapping suggested,
    List<String> notes) {
  /// What a person must know before the file is imported as suggested.
  public List<String> remarks() {
    return remarks(suggested);
  }

  /// What a person must know before the file is imported by a mapping: the notes, columns it leaves
  /// out, required ones it does not fill, columns that look like consent.
  public List<String> remarks(Mapping mapping) {
    return MappingRemarks.of(this, mapping);
  }

  /// What makes a suggested mapping too uncertain to be taken unseen, one sentence each; empty
  /// where it is sure enough.
  ///
  /// @param datasetChosen whether a person has said what the file holds
  public List<String> doubts(Mapping mapping, boolean datasetChosen) {
    return Doubts.of(this, mapping, datasetChosen);
  }
}
