package io.customer360.ingest.suggest;

import io.customer360.ingest.value.ColumnType;
import io.customer360.ingest.value.Guess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A raw column of a file.
///
/// @param name as in the header, or the JSON path of the value
/// @param format the date pattern of a date or timestamp column, as `strptime` writes it; of whole
///     numbers how they would be read as moments, such as `epoch_ms`, or null
/// @param empty share of rows without a value
/// @param distinct share of different values among those that are there
/// @param nothing words that stand for no value, in lower case
/// @param marked whether values have the apostrophe before them by which spreadsheets mark texts
public record PreviewColumn(
    String name,
    Guess<ColumnType> type,
    @Nullable String format,
    double empty,
    double distinct,
    boolean marked,
    List<String> nothing,
    List<String> examples) {}
