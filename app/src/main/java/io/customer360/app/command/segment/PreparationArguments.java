package io.customer360.app.command.segment;

import io.customer360.studio.matrix.PreparationOptions;
import java.util.List;
import picocli.CommandLine.Option;

/// What is done to columns of numbers before they are clustered.
final class PreparationArguments {
  @Option(
      names = "--impute",
      paramLabel = "HOW",
      description = "Gaps, NaN, infinity: median, or drop the row (default median).")
  private PreparationOptions.Impute impute = PreparationOptions.Impute.MEDIAN;

  @Option(
      names = "--winsorise",
      paramLabel = "P",
      description = "Pull in this share of values at each end (default 0, off).")
  private double winsorise;

  @Option(
      names = "--log",
      paramLabel = "C,...",
      split = ",",
      description = "Take the logarithm of these columns (default none).")
  private List<String> logarithms = List.of();

  @Option(
      names = "--scale",
      paramLabel = "HOW",
      description = "standard (deviations from the mean) or none (default standard).")
  private PreparationOptions.Scale scale = PreparationOptions.Scale.STANDARD;

  @Option(
      names = "--pca",
      paramLabel = "N|SHARE",
      description = "Cluster by principal components: how many, or the share of variance.")
  private double components;

  PreparationOptions options() {
    return new PreparationOptions(impute, winsorise, logarithms, scale, components);
  }
}
