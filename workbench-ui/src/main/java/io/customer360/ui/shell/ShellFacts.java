package io.customer360.ui.shell;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the frame of the window shows about the workspace. Read off the FX thread.
///
/// @param workspace `alder-and-pine.c360`
/// @param refreshed what the last refresh left; null before the first
/// @param snapshot the lakehouse's short hash; empty before the first refresh
/// @param planner `Built-in planner`, or the local model's name
/// @param network `Offline, 0 bytes out`
/// @param counters screen id to what waits there for a person; no entry for none
public record ShellFacts(
    String workspace,
    long customers,
    String snapshot,
    Instant asOf,
    @Nullable Refreshed refreshed,
    String planner,
    String network,
    Map<String, Integer> counters) {
  /// When the lake was brought up to date, and whether files have come since.
  public record Refreshed(Instant at, boolean due) {}

  public ShellFacts {
    counters = Map.copyOf(counters);
  }
}
