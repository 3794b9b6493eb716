package io.customer360.studio.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A matrix ready for distances, with the way back to what was read.
///
/// @param matrix without gaps; its columns are features or components
/// @param original the same rows in original units, gaps filled in; its columns are the features
///     used
/// @param rows the rows of the loaded matrix that these are, in order; empty when it is all of
///     them
/// @param features how each feature was changed
/// @param components the components, when there are any
public record Prepared(
    Matrix matrix,
    Matrix original,
    int[] rows,
    List<FeatureScale> features,
    @Nullable Components components,
    List<PreparationStep> steps,
    List<String> suggestions,
    List<LoadedMatrix.LeftOut> constant) {

  public Prepared {
    features = List.copyOf(features);
    steps = List.copyOf(steps);
    suggestions = List.copyOf(suggestions);
    constant = List.copyOf(constant);
  }

  /// How one feature is changed: filled, held within bounds, its logarithm taken, shifted, divided.
  /// With this a row that comes later is placed among the clusters.
  ///
  /// @param fill what a gap takes
  /// @param low values below are pulled up to it
  /// @param high values above are pulled down to it
  /// @param logarithm whether `sign(x) log(1 + |x|)` is taken
  public record FeatureScale(
      String name,
      double fill,
      double low,
      double high,
      boolean logarithm,
      double shift,
      double divisor) {
    /// The feature's prepared value of an original one.
    public double apply(double value) {
      double held = Double.isNaN(value) ? fill : value;
      held = Math.min(high, Math.max(low, held));
      return ((logarithm ? Preparation.signedLog(held) : held) - shift) / divisor;
    }
  }

  /// The row of the loaded matrix that row `row` is.
  public int sourceRow(int row) {
    return rows.length == 0 ? row : rows[row];
  }
}
