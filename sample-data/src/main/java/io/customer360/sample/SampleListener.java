package io.customer360.sample;

/// Hears how far the writing is, and may stop it.
@FunctionalInterface
public interface SampleListener {
  /// A listener that only waits.
  SampleListener SILENT = (stage, fraction) -> {};

  /// Called from the writing thread.
  ///
  /// @param stage what is being done, in plain words
  /// @param fraction from 0 to 1
  void progress(String stage, double fraction);

  /// True if the writing should stop; asked between blocks of customers.
  default boolean cancelled() {
    return false;
  }
}
