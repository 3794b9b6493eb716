package io.customer360.studio.desk;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.words.Spoken;
import io.customer360.studio.words.WordsToRules;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads sentences into rules over the values the lake has now; the values are read once for a
/// snapshot. Safe from any thread; the first call after a refresh reads from the lake.
public final class SpokenRules {
  private final Lakehouse lakehouse;
  private final ZoneId zone;
  private @Nullable Known known;

  private record Known(String snapshot, WordsToRules reader) {}

  /// @param zone in which a day of a sentence begins
  public SpokenRules(Lakehouse lakehouse, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.zone = zone;
  }

  /// What a sentence means, or which of its words are not understood.
  public Spoken read(String text) {
    return reader().read(text);
  }

  private synchronized WordsToRules reader() {
    String snapshot = lakehouse.snapshotId();
    Known have = known;
    if (have == null || !have.snapshot().equals(snapshot)) {
      have = new Known(snapshot, WordsToRules.of(lakehouse, zone));
      known = have;
    }
    return have.reader();
  }
}
