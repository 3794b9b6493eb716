package io.customer360.studio.matrix;

import java.util.List;

/// A matrix as it was read, before preparation.
///
/// @param source where it came from, in words: a file's name or `feature set rfm`
/// @param matrix `NaN` wherever a cell was empty, NaN or infinite
/// @param names what the rows are called
/// @param facts one for each column of the matrix
/// @param leftOut columns that were not taken, each with the reason
public record LoadedMatrix(
    String source, Matrix matrix, RowNames names, List<ColumnFacts> facts, List<LeftOut> leftOut) {

  /// A column that was not taken.
  public record LeftOut(String column, String reason) {}

  public LoadedMatrix {
    facts = List.copyOf(facts);
    leftOut = List.copyOf(leftOut);
  }
}
