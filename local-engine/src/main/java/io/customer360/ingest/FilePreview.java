package io.customer360.ingest;

import java.nio.file.Path;
import java.util.List;

/// What was seen of a file before anything is landed.
///
/// @param options all guesses together, ready for a mapping
/// @param sample the first rows as received; a missing value is an empty text
/// @param datasets best fit first
/// @param suggested the mapping for the best fit
/// @param remarks what a person must know: an ambiguous date order, columns without a name
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
    List<String> remarks) {}
