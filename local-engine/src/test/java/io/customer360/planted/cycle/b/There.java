package io.customer360.planted.cycle.b;

import io.customer360.planted.cycle.a.Here;

/// The other half of a planted cycle.
public final class There {
  Here here() {
    return new Here();
  }
}
