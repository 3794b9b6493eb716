package io.customer360.ui.shell;

import io.customer360.ui.job.Fault;

/// What happens while the first workspace is made; steps count from 0.
public sealed interface FirstRunEvent {
  /// A step began.
  record Started(int step) implements FirstRunEvent {}

  /// How far it is.
  ///
  /// @param fact what is known already, with real counts: `18,306 records`; may be empty
  /// @param fraction 0 to 1, negative when unknown
  record Moved(int step, String fact, double fraction) implements FirstRunEvent {}

  /// A step is done.
  ///
  /// @param title what was done, now with its count: `Land 846,198 rows in bronze`
  /// @param fact further counts: `2,257 duplicates, 37 held back`
  record Done(int step, String title, String fact, long millis) implements FirstRunEvent {}

  /// It cannot go on.
  record Failed(int step, Fault fault) implements FirstRunEvent {}
}
