package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.review.Teaching;

/// What judged pairs taught the model, in a line.
final class IdentityTeachingText {
  private IdentityTeachingText() {}

  static void print(Output out, Teaching teaching) {
    out.line(
        "%s judged pairs (%s matches): F1 on held-out labels %s -> %s; %s",
        Text.whole(teaching.labels()),
        Text.whole(teaching.matches()),
        Text.decimal(teaching.before(), 3),
        Text.decimal(teaching.after(), 3),
        teaching.kept() ? "kept" : "no gain, the model stays untaught");
  }
}
