package io.customer360.ui.shell;

import java.time.Instant;
import java.util.Map;

/// What the frame of the window shows about the workspace. Read off the FX thread.
///
/// @param workspace `alder-and-pine.c360`
/// @param snapshot the lakehouse's short hash; empty before the first refresh
/// @param planner `Built-in planner`, or the local model's name
/// @param network `Offline, 0 bytes out`
/// @param counters screen id to what waits there for a person; no entry for none
public record ShellFacts(
    String workspace,
    long customers,
    String snapshot,
    Instant asOf,
    String planner,
    String network,
    Map<String, Integer> counters) {
  public ShellFacts {
    counters = Map.copyOf(counters);
  }
}
