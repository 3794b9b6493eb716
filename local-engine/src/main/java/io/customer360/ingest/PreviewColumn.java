package io.customer360.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A raw column of a file.
///
/// @param name as in the header, or the JSON path of the value
/// @param format the date pattern of a date or timestamp column, as `strptime` writes it
/// @param empty share of rows without a value
/// @param distinct share of different values among those that are there
public record PreviewColumn(
    String name,
    Guess<ColumnType> type,
    @Nullable String format,
    double empty,
    double distinct,
    List<String> examples) {}
