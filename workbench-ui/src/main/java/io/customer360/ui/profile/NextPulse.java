package io.customer360.ui.profile;

import javafx.animation.AnimationTimer;

/// Spreads the building of a dense screen over pulses, so that none of them holds the keys: what
/// was asked for last is done in the pulse after the next, what was asked before is dropped. FX
/// thread only.
final class NextPulse {
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (--left == 0) {
            stop();
            work.run();
          }
        }
      };
  private Runnable work = () -> {};
  private int left;

  void run(Runnable next) {
    work = next;
    left = 2;
    timer.start();
  }
}
