package io.customer360.ui.decision;

import io.customer360.job.Progress;

/// Delivers what waits in the outbox, once. Called off the FX thread.
@FunctionalInterface
public interface DeliverySwitch {
  Delivered deliver(Progress progress);

  /// What came of it.
  ///
  /// @param later attempts that will be made again
  record Delivered(int sent, int bounced, int later, int failed) {}
}
