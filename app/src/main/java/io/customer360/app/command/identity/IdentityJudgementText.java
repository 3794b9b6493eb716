package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.identity.steward.Judgement;
import java.util.Locale;

/// One judgement for people or as a document.
final class IdentityJudgementText {
  private IdentityJudgementText() {}

  static void print(Output out, Judgement judgement) {
    if (out.json()) {
      out.document(judgement);
      return;
    }
    out.line(
        "Judgement %d (%s, %d pairs) is %s. It takes effect with: workbench identity resolve",
        judgement.number(),
        judgement.kind().name().toLowerCase(Locale.ROOT),
        judgement.pairs().size(),
        judgement.inForce() ? "in force" : "taken back");
  }
}
