package io.customer360.sample;

/// A part somebody plays in one of the planted stories.
enum Role {
  NONE,
  /// Bought an anorak of the recalled batch.
  RECALL_BUYER,
  /// Bought one and cannot be told: no address of any kind, and no to every channel.
  RECALL_UNREACHABLE,
  /// Bought one and has already brought it back.
  RECALL_RETURNED,
  /// Silver, less than 150 points from Gold, points about to expire.
  NEAR_GOLD,
  /// Drawn by hand, with a name known on the stage.
  SCRIPTED
}
