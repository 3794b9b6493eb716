package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.review.ReviewPair;
import java.util.ArrayList;
import java.util.List;

/// One pair with its weights, for people or as a document.
final class IdentityPairText {
  private IdentityPairText() {}

  static void print(Output out, ReviewPair pair) {
    if (out.json()) {
      out.document(pair);
      return;
    }
    out.line(
        "%s (%s) and %s (%s)",
        pair.left().record(),
        pair.left().customerId(),
        pair.right().record(),
        pair.right().customerId());
    out.line(
        "probability %s, weight %s bits, category %d of 5: %s",
        Text.decimal(pair.probability(), 4),
        Text.decimal(pair.totalBits(), 2),
        pair.category(),
        pair.together() ? "one customer" : "two customers");
    out.line("%s %s", pair.sentence(), pair.wouldChange());
    List<List<Object>> fields = new ArrayList<>();
    for (ReviewPair.Field field : pair.fields()) {
      fields.add(
          List.of(
              field.label(),
              field.left() == null ? "empty" : field.left(),
              field.right() == null ? "empty" : field.right(),
              field.words()));
    }
    out.table(List.of("field", "one", "other", "comparison"), fields);
    List<List<Object>> weights = new ArrayList<>();
    for (ReviewPair.Weight weight : pair.weights()) {
      weights.add(List.of(weight.label(), Text.decimal(weight.bits(), 2)));
    }
    weights.add(List.of("Match weight", Text.decimal(pair.totalBits(), 2)));
    out.table(List.of("weight", "bits"), weights);
    for (ReviewPair.ConsentEffect effect : pair.consents()) {
      out.line(
          "If merged: %s by %s %s and %s become %s",
          effect.purpose(),
          effect.channel(),
          effect.left() == null ? "not asked" : effect.left(),
          effect.right() == null ? "not asked" : effect.right(),
          effect.together());
    }
  }
}
