package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.review.Contradiction;
import java.util.List;

/// Judgements that cannot all be true, for people.
final class ContradictionText {
  private ContradictionText() {}

  static void print(Output out, List<Contradiction> contradictions) {
    if (contradictions.isEmpty()) {
      return;
    }
    out.line(
        "%s %s cannot be true together:",
        Text.whole(contradictions.size()),
        contradictions.size() == 1 ? "chain of judgements" : "chains of judgements");
    contradictions.forEach(each -> out.line("  %s", each.words()));
  }
}
