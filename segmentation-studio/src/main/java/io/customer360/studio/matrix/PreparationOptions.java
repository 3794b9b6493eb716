package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import java.util.List;

/// How numbers are made ready for distances.
///
/// Defaults, and why: gaps take the median of their column (a row with one gap is still a person);
/// no winsorising and no logarithm, since both change what a centre means and are suggested, not
/// done silently; standardised, since otherwise the column with the largest unit decides alone;
/// no components, since centres in features can be read.
///
/// @param impute what happens to a gap
/// @param winsorise share of values pulled in at each end, 0 (off) to below 0.5
/// @param logarithms columns to take the logarithm of
/// @param scale what unit distances are measured in
/// @param components principal components to keep: 0 none, below 1 that share of the variance, else
///     that many
public record PreparationOptions(
    Impute impute, double winsorise, List<String> logarithms, Scale scale, double components) {

  /// What happens to a gap.
  public enum Impute {
    /// The gap takes its column's median.
    MEDIAN,
    /// The row is not clustered.
    DROP
  }

  /// What unit distances are measured in.
  public enum Scale {
    /// Standard deviations from the mean.
    STANDARD,
    /// As they are.
    NONE
  }

  public static final PreparationOptions DEFAULT =
      new PreparationOptions(Impute.MEDIAN, 0, List.of(), Scale.STANDARD, 0);

  public PreparationOptions {
    logarithms = List.copyOf(logarithms);
    if (!(winsorise >= 0 && winsorise < 0.5)) {
      throw WorkbenchException.user(
          "C360-CLU-011", "--winsorise is a share of each end, from 0 to below 0.5, such as 0.01.");
    }
    if (!(components >= 0) || components > 1 && components != Math.rint(components)) {
      throw WorkbenchException.user(
          "C360-CLU-011",
          "--pca is a number of components such as 3, or a share of the variance such as 0.9.");
    }
  }
}
