package io.customer360.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writes the sample company: seven source systems, the catalogue, their mappings, offers,
/// knowledge documents, and the truth beside them.
///
/// ```java
/// SampleSummary summary =
///     SampleData.write(folder, SampleSpec.standard(), SampleListener.SILENT);
/// for (SampleSummary.WrittenFile file : summary.imports()) { ... }
/// ```
///
/// People are made one by one from (seed, number) and written in blocks, so memory does not grow
/// with their count.
public final class SampleData {
  private static final int BLOCK = 250;

  private SampleData() {}

  /// Writes the sample into this folder, over what an earlier one left there.
  ///
  /// @throws CancellationException if the listener asked to stop; the folder is then incomplete
  public static SampleSummary write(Path folder, SampleSpec spec, SampleListener listener)
      throws IOException {
    long started = System.nanoTime();
    listener.progress("Inventing people", 0);
    Company company = new Company(spec);
    Assembly assembly = new Assembly(folder, company.outputs(), file -> true);
    try (assembly) {
      assembly.add(assembly.pack(company.catalogBlock()));
      people(spec, company::block, assembly, listener);
    }
    listener.progress("Writing offers, knowledge and mappings", 0.99);
    Texts.write(folder);
    listener.progress("Sample ready", 1);
    return Texts.summary(folder, company.outputs(), assembly, (System.nanoTime() - started) / 1e9);
  }

  /// Writes the person records of the sources and whose they are, and nothing that happened: the
  /// same files as [#write] leaves for them, at a tenth of the cost.
  ///
  /// @throws CancellationException if the listener asked to stop; the folder is then incomplete
  public static void writePeople(Path folder, SampleSpec spec, SampleListener listener)
      throws IOException {
    listener.progress("Inventing people", 0);
    Company company = new Company(spec);
    try (Assembly assembly = new Assembly(folder, company.outputs(), company.outputs()::ofPeople)) {
      people(spec, company::peopleBlock, assembly, listener);
    }
    listener.progress("People ready", 1);
  }

  @FunctionalInterface
  private interface Maker {
    Block block(int from, int to);
  }

  private static void people(
      SampleSpec spec, Maker maker, Assembly assembly, SampleListener listener) throws IOException {
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start < spec.customers(); start += BLOCK) {
      starts.add(start);
    }
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    ArrayDeque<Future<Assembly.Packed>> ahead = new ArrayDeque<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("sample-", 0).daemon().factory())) {
      try {
        int next = 0;
        for (int done = 0; done < starts.size(); done++) {
          while (next < starts.size() && ahead.size() < threads * 3) {
            int start = starts.get(next++);
            int end = Math.min(start + BLOCK, spec.customers());
            ahead.add(pool.submit(() -> assembly.pack(maker.block(start, end))));
          }
          if (listener.cancelled()) {
            throw new CancellationException("The sample was not finished.");
          }
          assembly.add(ahead.remove().get());
          listener.progress(
              "Writing customers and their traces", 0.98 * (done + 1) / starts.size());
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("A customer could not be written.", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The sample was not finished.");
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
