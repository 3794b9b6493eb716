package io.customer360.studio.count;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read or computed, the least lately used given up beyond a budget. Not thread-safe.
final class ColumnCache {
  private record Entry(Object value, long bytes) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private final long budget;
  private long bytes;

  ColumnCache(long budget) {
    this.budget = budget;
  }

  @Nullable Object get(Object key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  void put(Object key, Object value, long size) {
    Entry before = entries.put(key, new Entry(value, size));
    bytes += size - (before == null ? 0 : before.bytes());
    Iterator<Map.Entry<Object, Entry>> oldest = entries.entrySet().iterator();
    while (bytes > budget && oldest.hasNext()) {
      Map.Entry<Object, Entry> entry = oldest.next();
      if (!entry.getKey().equals(key)) {
        bytes -= entry.getValue().bytes();
        oldest.remove();
      }
    }
  }

  long bytes() {
    return bytes;
  }
}
