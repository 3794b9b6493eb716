package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.studio.segment.SegmentLists;
import java.util.List;

/// What matching a list's entries came to, as every command prints it.
final class SegmentMatches {
  private static final int SHOWN = 10;

  private SegmentMatches() {}

  static void print(Output out, String what, SegmentLists.Matched matched) {
    out.line(
        "%s: %s entries, %s customers, %s not found",
        what,
        Text.whole(matched.given()),
        Text.whole(matched.customers()),
        Text.whole(matched.unmatched().size()));
    List<String> some = matched.unmatched().subList(0, Math.min(SHOWN, matched.unmatched().size()));
    some.forEach(entry -> out.line("  not found: %s", entry));
  }
}
