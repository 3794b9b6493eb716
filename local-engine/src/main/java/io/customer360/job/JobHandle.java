package io.customer360.job;

import java.util.concurrent.CompletableFuture;

/// A job under way.
///
/// @param result completes on the worker thread: with the value, with the job's exception, or with
///     a `CancellationException`
public record JobHandle<T>(long id, CompletableFuture<T> result, Runnable canceller) {
  public void cancel() {
    canceller.run();
  }
}
