package io.customer360.ingest.bronze;

import java.nio.file.Path;
import java.util.List;

/// The temporary files of one try at a landing, beside where it will be. Closing deletes those that
/// are still there; what a crash leaves is swept at the next opening.
public final class Scratch implements AutoCloseable {
  private static final List<String> ALL = List.of("text", "rows", "repaired", "bad", "dup");

  private final Bronze bronze;
  private final String dataset;
  private final String attempt;

  Scratch(Bronze bronze, String dataset, String attempt) {
    this.bronze = bronze;
    this.dataset = dataset;
    this.attempt = attempt;
  }

  /// @param what one of `text`, `rows`, `repaired`, `bad`, `dup`
  public Path of(String what) {
    return bronze.temporary(dataset, attempt, what);
  }

  @Override
  public void close() {
    ALL.forEach(what -> bronze.delete(of(what)));
  }
}
