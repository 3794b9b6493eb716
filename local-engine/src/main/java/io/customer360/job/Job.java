package io.customer360.job;

/// A piece of work that may take longer than a second. Runs on a worker thread; polls
/// [Progress#checkCancelled] in its loops; leaves the workspace as it was when cancelled or failed.
@FunctionalInterface
public interface Job<T> {
  T run(Progress progress) throws Exception;
}
