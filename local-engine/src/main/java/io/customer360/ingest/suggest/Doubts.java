package io.customer360.ingest.suggest;

import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.value.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a suggested mapping is not sure of. Below [#LEAST] a suggestion is a question to a person.
final class Doubts {
  /// The certainty below which a dataset or a column must be confirmed.
  static final double LEAST = 0.6;

  private Doubts() {}

  static List<String> of(FilePreview preview, Mapping mapping, boolean datasetChosen) {
    List<String> doubts = new ArrayList<>();
    for (DatasetSuggestion fit : preview.datasets()) {
      if (!fit.dataset().equals(mapping.dataset())) {
        continue;
      }
      if (!datasetChosen && fit.confidence() < LEAST) {
        doubts.add("that it is " + fit.dataset() + " (" + sure(fit.confidence()) + ")");
      }
      for (ColumnSuggestion column : fit.columns()) {
        if (column.from() != null && column.confidence() < LEAST && !empty(preview, column)) {
          doubts.add(
              "that "
                  + column.target()
                  + " is '"
                  + column.from()
                  + "' ("
                  + sure(column.confidence())
                  + ")");
        }
      }
    }
    return List.copyOf(doubts);
  }

  /// A column without values does no harm wherever it goes.
  private static boolean empty(FilePreview preview, ColumnSuggestion suggestion) {
    return preview.columns().stream()
        .anyMatch(
            column ->
                column.name().equals(suggestion.from())
                    && column.type().value() == ColumnType.EMPTY);
  }

  private static String sure(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }
}
