package io.customer360.studio.cluster;

/// The methods of clustering.
public enum Algorithm {
  /// Round clusters around means; fast at any size.
  KMEANS(true, false),
  /// Dense regions of one density, and noise.
  DBSCAN(false, true),
  /// Dense regions of different densities, and noise.
  HDBSCAN(false, true),
  /// A tree of merges, cut at k.
  HIERARCHICAL(true, false),
  /// Normal distributions with soft membership.
  GMM(true, false);

  private final boolean needsK;
  private final boolean byDensity;

  Algorithm(boolean needsK, boolean byDensity) {
    this.needsK = needsK;
    this.byDensity = byDensity;
  }

  /// Whether the number of clusters is given (or suggested) and not found.
  public boolean needsK() {
    return needsK;
  }

  /// Whether it goes by density and may leave rows as noise.
  public boolean byDensity() {
    return byDensity;
  }

  /// As on the command line and in reports.
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
