package io.customer360.planted.upward;

import io.customer360.lakehouse.Lakehouse;

/// Breaks the rule about who may know whom, when it is taken for a lower room.
final class UsesLakehouse {
  Object asOf(Lakehouse lake) {
    return lake.asOf();
  }
}
