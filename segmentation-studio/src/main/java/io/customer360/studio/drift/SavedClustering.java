package io.customer360.studio.drift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clustering that was kept. Arrays are shared and only to be read.
///
/// @param name lower-case letters, digits, hyphens
/// @param run 1 for the first time it was kept, one more each time after
/// @param asOf the data's today
/// @param snapshot of the data
/// @param report everything that was measured, as JSON
public record SavedClustering(
    String name,
    int run,
    String title,
    String author,
    Instant saved,
    Instant asOf,
    String snapshot,
    ClusterSettings settings,
    Figures figures,
    String report) {

  /// What was found.
  ///
  /// @param n people clustered
  /// @param noise people in no cluster
  /// @param stability adjusted Rand over other samples; null where it was not measured
  /// @param dataHash equal for equal prepared data
  public record Figures(
      String algorithm,
      int n,
      int k,
      int noise,
      double inertia,
      @Nullable Double silhouette,
      @Nullable Double daviesBouldin,
      @Nullable Double stability,
      long seed,
      String kernel,
      String dataHash,
      List<Feature> features,
      List<Group> groups) {
    public Figures {
      features = List.copyOf(features);
      groups = List.copyOf(groups);
    }
  }

  /// Mean and standard deviation over everybody, in original units.
  public record Feature(String name, double mean, double deviation) {}

  /// A cluster.
  ///
  /// @param means of the features, in original units
  /// @param rule what defined it, in words
  public record Group(
      String name, int size, double[] means, String rule, double precision, double recall) {}
}
