package io.customer360.studio.cluster.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// A few threads for pieces of one computation. The caller works too. Which thread does which piece
/// is left to chance, so a piece writes only what is its own and the pieces are merged in their
/// order afterwards: results do not depend on the number of threads.
public final class Workers implements AutoCloseable {
  /// Rows a piece: columns of one piece stay in the second-level cache.
  public static final int BLOCK = 8192;

  private final int threads;
  private final ExecutorService others;

  /// @param threads at least 1, the caller included
  public Workers(int threads) {
    this.threads = threads;
    others =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            work -> {
              Thread thread = new Thread(work, "cluster-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /// One worker a processor, 16 at most.
  public static Workers open() {
    return new Workers(Math.min(16, Runtime.getRuntime().availableProcessors()));
  }

  /// How many threads work, the caller included.
  public int threads() {
    return threads;
  }

  /// How many blocks of [#BLOCK] rows there are in `rows`.
  public static int blocks(int rows) {
    return (rows + BLOCK - 1) / BLOCK;
  }

  /// Runs `piece` once for every number from 0 to `count`, in no order, and returns when all are
  /// done. The first failure of a piece is thrown here.
  public void forEach(int count, IntConsumer piece) {
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          int i;
          while ((i = next.getAndIncrement()) < count) {
            piece.accept(i);
          }
        };
    List<Future<?>> helpers = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, count); t++) {
      helpers.add(others.submit(loop));
    }
    try {
      loop.run();
    } finally {
      // Whatever happened, nobody writes to the arrays any more when this returns.
      next.set(count);
      await(helpers);
    }
  }

  private static void await(List<Future<?>> helpers) {
    boolean interrupted = false;
    RuntimeException failure = null;
    for (Future<?> helper : helpers) {
      boolean done = false;
      while (!done) {
        try {
          helper.get();
          done = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          done = true;
          failure =
              e.getCause() instanceof RuntimeException known
                  ? known
                  : new IllegalStateException(e.getCause());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  /// Runs `piece` for every block of rows with its first row and its length.
  public void forBlocks(int rows, BlockWork piece) {
    forEach(
        blocks(rows),
        block -> {
          int from = block * BLOCK;
          piece.accept(block, from, Math.min(BLOCK, rows - from));
        });
  }

  /// Work on one block.
  @FunctionalInterface
  public interface BlockWork {
    void accept(int block, int from, int length);
  }

  @Override
  public void close() {
    others.shutdownNow();
  }
}
