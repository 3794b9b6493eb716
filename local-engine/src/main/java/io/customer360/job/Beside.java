package io.customer360.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Two pieces of work that do not need each other, at the same time.
public final class Beside {
  private Beside() {}

  /// Does `here` on the calling thread and `there` on one of its own, then puts the results
  /// together. Both have ended when this returns or throws, also when the calling thread is
  /// interrupted meanwhile: it stays interrupted. A failure of `here` goes before one of `there`.
  public static <A, B, C> C both(
      Supplier<A> here, Supplier<B> there, BiFunction<A, B, C> together) {
    FutureTask<B> task = new FutureTask<>(there::get);
    Thread.ofPlatform().name("beside").daemon().start(task);
    A first;
    try {
      first = here.get();
    } catch (RuntimeException | Error failure) {
      try {
        result(task);
      } catch (RuntimeException | Error second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
    return together.apply(first, result(task));
  }

  private static <T> T result(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException known -> throw known;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
