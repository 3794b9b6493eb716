package io.customer360.decision;

import io.customer360.governance.Person;
import io.customer360.governance.StopSwitch;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Why a person may not let a proposal go, by its state and by who asks. What the policies say at
/// this moment is apart: [PolicySendGuard].
final class ApprovalRules {
  private final StopSwitch stop;

  ApprovalRules(StopSwitch stop) {
    this.stop = stop;
  }

  Optional<String> refusal(ProposalRow head, Person by, Instant now) {
    if (!head.open()) {
      return Optional.of(
          head.groupId()
              + " is "
              + head.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " already.");
    }
    if (!head.expiresAt().isAfter(now)) {
      return Optional.of(head.groupId() + " has expired. The next run decides anew.");
    }
    if (stop.stopped()) {
      return Optional.of(stop.words());
    }
    if (by.isAgent() || by.id().equals("agent:" + head.agent())) {
      return Optional.of("The proposer never approves: an agent proposed this.");
    }
    return by.barredFrom(head.kind());
  }
}
