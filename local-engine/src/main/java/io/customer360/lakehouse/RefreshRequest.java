package io.customer360.lakehouse;

/// What to rebuild.
///
/// @param full drop silver and gold and rebuild everything from bronze
/// @param seed of anything random in the steps
public record RefreshRequest(boolean full, long seed) {
  public static final long SEED = 7;

  /// Only what is out of date.
  public static RefreshRequest stale() {
    return new RefreshRequest(false, SEED);
  }

  /// Everything, from bronze.
  public static RefreshRequest everything() {
    return new RefreshRequest(true, SEED);
  }
}
