package io.customer360.profile;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.profile.lake.LakeTables;
import io.customer360.profile.search.SearchIndex;
import io.customer360.profile.search.SearchIndexBuilder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The search index of the lake as it is, or as it was a moment ago while a new one is made.
final class LiveIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  private record Built(String snapshot, SearchIndex index) {}

  private final Lakehouse lakehouse;
  private final ReentrantLock building = new ReentrantLock();
  private volatile @Nullable Built built;
  private volatile boolean closed;

  LiveIndex(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  SearchIndex current() {
    Built now = built;
    if (now == null) {
      return refresh();
    }
    if (!now.snapshot().equals(lakehouse.snapshotId()) && !building.isLocked() && !closed) {
      Thread.ofVirtual()
          .name("search-index")
          .start(
              () -> {
                try {
                  refresh();
                } catch (RuntimeException e) {
                  if (!closed) {
                    LOG.warn("The search index could not be renewed; the old one stays in use", e);
                  }
                }
              });
    }
    return now.index();
  }

  /// Builds the index on this thread unless it is up to date.
  SearchIndex refresh() {
    building.lock();
    try {
      String snapshot = lakehouse.snapshotId();
      Built now = built;
      if (now != null && now.snapshot().equals(snapshot)) {
        return now.index();
      }
      SearchIndex index =
          lakehouse.read(
              connection ->
                  LakeTables.of(connection).has("gold.customer")
                      ? new SearchIndexBuilder().build(connection)
                      : SearchIndexBuilder.empty());
      built = new Built(snapshot, index);
      return index;
    } finally {
      building.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    built = null;
  }
}
