package io.customer360.app.road;

import java.time.Duration;

/// Hears how the road is walked, for a progress screen. Called on the working thread.
public interface RoadListener {
  /// For those who only wait.
  RoadListener SILENT =
      new RoadListener() {
        @Override
        public void started(RoadStep step) {}

        @Override
        public void finished(RoadStep step, String fact, Duration took) {}
      };

  void started(RoadStep step);

  /// @param fact what came of it, with numbers: `18,306 records, 10,482 people`
  void finished(RoadStep step, String fact, Duration took);
}
