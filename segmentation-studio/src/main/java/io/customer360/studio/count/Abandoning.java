package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.Lakehouse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Reads that nobody waits for any longer once they are cancelled. The database is told to stop,
/// but looks up only between two pieces of its work, and a large sort is one piece of a tenth of a
/// second and more; whoever asks next need not wait for that.
final class Abandoning {
  private static final ExecutorService READERS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "count-reader");
            thread.setDaemon(true);
            return thread;
          });

  private Abandoning() {}

  /// What `work` reads must be its own until this returns: an abandoned read still goes on a while.
  ///
  /// @throws CancellationException at once when cancelled
  static <T> T read(Lakehouse lakehouse, Progress progress, ConnectionFunction<T> work) {
    progress.checkCancelled();
    if (progress == Progress.NONE) {
      return lakehouse.read(progress, work);
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    // Before the read begins, so that its end is not waited for when the database is told to stop.
    AutoCloseable watch =
        progress.onCancel(() -> answer.completeExceptionally(new CancellationException()));
    try (watch) {
      READERS.execute(() -> complete(answer, lakehouse, progress, work));
      return answer.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException known ? known : failure;
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static <T> void complete(
      CompletableFuture<T> answer,
      Lakehouse lakehouse,
      Progress progress,
      ConnectionFunction<T> work) {
    try {
      answer.complete(lakehouse.read(progress, work));
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }
}
