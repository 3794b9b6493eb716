package io.customer360.decision;

import io.customer360.governance.Person;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One person's approval of one choice, counted together with those before it. An approval is for
/// exact content: one of another text or amount has lapsed.
///
/// @param same approvals of this very content by other persons
/// @param lapsed approvals of anything else, also this person's own
/// @param voted whether this person approved this very content already
record Ballot(
    Choice choice,
    List<DecisionDetail.Vote> same,
    List<DecisionDetail.Vote> lapsed,
    boolean voted) {

  static Ballot of(ApprovalBatch batch, Choice choice, Person by) {
    String content = choice.content();
    List<DecisionDetail.Vote> votes =
        batch.votes(choice.groupId()).stream().filter(DecisionDetail.Vote::approved).toList();
    return new Ballot(
        choice,
        votes.stream()
            .filter(vote -> vote.content().equals(content) && !vote.personId().equals(by.id()))
            .toList(),
        votes.stream().filter(vote -> !vote.content().equals(content)).toList(),
        votes.stream()
            .anyMatch(vote -> vote.content().equals(content) && vote.personId().equals(by.id())));
  }

  /// How many different persons approved this content, this one included.
  int approvals() {
    return (int) same.stream().map(DecisionDetail.Vote::personId).distinct().count() + 1;
  }

  int needed() {
    return Math.max(choice.head().approvalsNeeded(), choice.option().autonomy().approvals());
  }

  /// Whether the proposal goes with this approval.
  boolean last() {
    return approvals() >= needed();
  }

  Optional<String> obstacle() {
    return voted
        ? Optional.of("You approved this already. A second person must.")
        : choice.obstacle();
  }

  /// As it would stand in the outbox, for the checks at send.
  PolicySendGuard.Asked asked(Instant now) {
    return new PolicySendGuard.Asked(
        choice.members().stream().map(member -> intent(member, now)).toList(), last());
  }

  private static Intent intent(Choice.Member member, Instant now) {
    return new Intent(
        0,
        "",
        member.decision().id(),
        member.decision().customerId(),
        member.option().actionId(),
        member.option().kind(),
        member.option().channel(),
        member.option().purpose(),
        member.option().agent(),
        "",
        "",
        member.option().cost(),
        ActionState.QUEUED,
        0,
        now,
        now,
        member.option().expiresAt(),
        "",
        null,
        null,
        null,
        null);
  }
}
