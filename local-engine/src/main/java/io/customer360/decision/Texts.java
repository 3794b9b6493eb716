package io.customer360.decision;

import io.customer360.decision.action.Catalogue;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.text.TextBundle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The catalogue and the policies in force: read again whenever a file changed, compiled once.
final class Texts {
  private final Path offers;
  private final Path policies;
  private @Nullable TextBundle seenOffers;
  private @Nullable TextBundle seenPolicies;
  private @Nullable Decider decider;

  Texts(Path offers, Path policies) {
    this.offers = offers;
    this.policies = policies;
  }

  synchronized Decider decider() {
    TextBundle nowOffers = TextBundle.ofFolder(offers);
    TextBundle nowPolicies = TextBundle.ofFolder(policies);
    Decider ready = decider;
    if (ready == null || !nowOffers.equals(seenOffers) || !nowPolicies.equals(seenPolicies)) {
      ready = new Decider(Catalogue.ofFolder(offers), Policies.ofFolder(policies));
      decider = ready;
      seenOffers = nowOffers;
      seenPolicies = nowPolicies;
    }
    return ready;
  }

  Policies policies() {
    return decider().policies();
  }
}
