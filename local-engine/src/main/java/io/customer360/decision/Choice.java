package io.customer360.decision;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.CanonicalJson;
import io.customer360.governance.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person lets go: an option, its words when somebody changed them, and what that is for
/// each member of the group.
///
/// @param subject another subject, null = each member's own
/// @param body another text, null = each member's own
/// @param without how many members have no such option
record Choice(
    ProposalRow head,
    RankedOption option,
    @Nullable String subject,
    @Nullable String body,
    List<Member> members,
    int without) {

  /// One customer of the group, with the option as it is for him.
  record Member(Decision decision, RankedOption option) {}

  /// The proposal as it stands, with what this person changes.
  static Choice of(ApprovalBatch batch, List<ProposalRow> group, ApprovalEdit edit) {
    ProposalRow head = group.getFirst();
    RankedOption option =
        option(
            batch.decision(head.decisionId()), edit.option() == 0 ? head.chosen() : edit.option());
    // Words written for one option do not go with another.
    boolean same = option.rank() == head.chosen();
    String subject =
        words(edit.subject(), same ? head.subject() : null, option.message().subject());
    String body = words(edit.body(), same ? head.body() : null, option.message().body());
    if (body != null && body.isBlank()) {
      throw WorkbenchException.user(
          "C360-DEC-071", "The message is empty. Write it, or approve it as it was proposed.");
    }
    List<Member> members = new ArrayList<>(group.size());
    int without = 0;
    for (ProposalRow row : group) {
      if (!batch.knows(row.decisionId())) {
        continue;
      }
      Decision decision = batch.decision(row.decisionId());
      Optional<RankedOption> own =
          group.size() == 1
              ? Optional.of(option)
              : decision.options().stream()
                  .filter(o -> o.actionId().equals(option.actionId()))
                  .findFirst();
      own.ifPresent(o -> members.add(new Member(decision, o)));
      without += own.isPresent() ? 0 : 1;
    }
    return new Choice(head, option, subject, body, List.copyOf(members), without);
  }

  /// What somebody wrote; null when it reads as rendered, so that members keep their own.
  private static @Nullable String words(
      @Nullable String now, @Nullable String before, String rendered) {
    String written = now == null ? before : now;
    return rendered.equals(written) ? null : written;
  }

  private static RankedOption option(Decision decision, int rank) {
    return decision.options().stream()
        .filter(option -> option.rank() == rank)
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-DEC-072",
                    "Decision "
                        + decision.id()
                        + " has no option "
                        + rank
                        + ". It has 1 to "
                        + decision.options().size()
                        + "."));
  }

  String groupId() {
    return head.groupId();
  }

  /// Whether it is another option or other words than the proposal holds.
  boolean changes() {
    return changesOption() || changesWords();
  }

  boolean changesWords() {
    return !Objects.equals(subject, head.subject()) || !Objects.equals(body, head.body());
  }

  boolean changesOption() {
    return option.rank() != head.chosen();
  }

  /// What an approval is for: SHA-256, lower-case hex, of all that leaves the house and what it
  /// costs, member by member. Two persons approve the same only when it is equal.
  String content() {
    return Hashes.sha256(
        CanonicalJson.of(
            (Object)
                members.stream()
                    .map(
                        member ->
                            Map.of(
                                "decision", member.decision().id(),
                                "action", member.option().actionId(),
                                "version", member.option().actionVersion(),
                                "channel", member.option().channel(),
                                "to", member.option().message().to(),
                                "subject", subject(member),
                                "body", body(member),
                                "cost",
                                    member.option().cost().stripTrailingZeros().toPlainString()))
                    .toList()));
  }

  /// Why it cannot go as it is, whoever lets it go.
  Optional<String> obstacle() {
    if (without > 0) {
      return Optional.of(
          option.name() + " is no option for " + without + " of the customers of this proposal.");
    }
    return members.stream()
        .map(member -> MessageLimit.why(subject(member), body(member)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String subject(Member member) {
    return subject == null ? member.option().message().subject() : subject;
  }

  private String body(Member member) {
    return body == null ? member.option().message().body() : body;
  }
}
