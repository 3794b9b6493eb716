package io.customer360.ingest;

import io.customer360.ingest.file.SourceFile;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lands files one after the other, receiving the next while one is checked. Order matters: a file
/// looks for its duplicates, and for the keys it refers to, in those before it.
final class Convoy {
  private final Receiver receiver;
  private final Importer importer;

  Convoy(Receiver receiver, Importer importer) {
    this.receiver = receiver;
    this.importer = importer;
  }

  List<ImportReport> load(List<FileToLoad> files, Progress progress) {
    List<ImportReport> reports = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long[] ends = ends(files);
    double total = Math.max(1, files.isEmpty() ? 0 : ends[files.size() - 1]);
    AtomicBoolean given = new AtomicBoolean();
    CompletableFuture<Received> next = receive(files, 0, names, progress, given);
    try {
      for (int i = 0; i < files.size(); i++) {
        try (Received received = arrived(next)) {
          names.add(received.landing());
          next = receive(files, i + 1, Set.copyOf(names), progress, given);
          double from = i == 0 ? 0 : ends[i - 1] / total;
          reports.add(importer.finish(received, progress.part(from, ends[i] / total), false));
        }
      }
      return reports;
    } finally {
      given.set(true);
      next.handle(
              (received, failure) -> {
                if (received != null) {
                  received.close();
                }
                return true;
              })
          .join();
    }
  }

  /// Bytes up to and with each file.
  private static long[] ends(List<FileToLoad> files) {
    long[] ends = new long[files.size()];
    long sum = 0;
    for (int i = 0; i < ends.length; i++) {
      SourceFile.check(files.get(i).file());
      sum += SourceFile.size(files.get(i).file());
      ends[i] = sum;
    }
    return ends;
  }

  private CompletableFuture<Received> receive(
      List<FileToLoad> files, int i, Set<String> names, Progress progress, AtomicBoolean given) {
    CompletableFuture<Received> future = new CompletableFuture<>();
    if (i >= files.size()) {
      future.cancel(false);
      return future;
    }
    FileToLoad file = files.get(i);
    Thread.ofPlatform()
        .name("receive")
        .daemon()
        .start(
            () -> {
              try {
                future.complete(
                    receiver.receive(
                        file.file(), file.mapping(), names, new Ahead(progress, given)));
              } catch (Throwable failure) {
                future.completeExceptionally(failure);
              }
            });
    return future;
  }

  private static Received arrived(CompletableFuture<Received> next) {
    try {
      return next.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failure;
    }
  }

  /// Receiving ahead shows nothing, and stops when the whole is cancelled or given up.
  private record Ahead(Progress whole, AtomicBoolean given) implements Progress {
    @Override
    public void stage(String words) {}

    @Override
    public void fraction(double done) {}

    @Override
    public boolean cancelled() {
      return given.get() || whole.cancelled();
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
      return whole.onCancel(action);
    }
  }
}
