package io.customer360.connector.planted.other;

import io.customer360.connector.planted.Planted;

/// The other half of a cycle.
public final class PlantedToo {
  Class<?> back = Planted.class;
}
