package io.customer360.connector.setup;

import io.customer360.outbox.Outbox;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Approved actions that wait for a destination nobody configured.
public final class Unconfigured {
  private Unconfigured() {}

  /// What to do about each, by the target's name.
  ///
  /// @param names the destinations there are
  public static Map<String, String> waiting(Outbox outbox, Collection<String> names) {
    Map<String, String> found = new TreeMap<>();
    outbox
        .queued()
        .forEach(
            (target, n) -> {
              if (!names.contains(target)) {
                found.put(
                    target,
                    (n == 1 ? "1 approved action waits" : n + " approved actions wait")
                        + " for it, but destinations.yaml has no destination of this name."
                        + " Add one there.");
              }
            });
    return found;
  }
}
