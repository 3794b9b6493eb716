package io.customer360.planted.cycle.a;

import io.customer360.planted.cycle.b.There;

/// One half of a planted cycle.
public final class Here {
  There there() {
    return new There();
  }
}
