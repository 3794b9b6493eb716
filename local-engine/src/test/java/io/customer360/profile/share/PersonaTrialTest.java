package io.customer360.profile.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.decision.AgentRunRequest;
import io.customer360.decision.DecisionWorld;
import io.customer360.decision.Decisions;
import io.customer360.decision.QueueFilter;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.policy.Policies;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kept inputs decided again under other policies, over a real lake.
class PersonaTrialTest {
  private static final String NO_CALLS =
      "rules:\n  - {id: no-calls, says: No calls, channels: [call], fact: {stage: suitability,"
          + " when: \"customer_days < 0\"}}\n";

  @TempDir private Path folder;
  private DecisionWorld world;
  private Decisions decisions;

  private void open(int customers) {
    world = new DecisionWorld(folder, customers);
    decisions = world.decisions();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void change(String file, String from, String to) throws Exception {
    String text = Policies.defaultTexts().files().get(file);
    assertThat(text).contains(from);
    Files.writeString(world.policies().resolve(file), text.replace(from, to));
  }

  @Test
  void aChangedPolicyChangesWhatIsDecidedAndSaysHow() throws Exception {
    open(12);
    DecisionInput kept = decisions.input("C-000006");
    Decision before = decisions.decide(kept);
    assertThat(before.best().orElseThrow().channel()).isEqualTo("call");
    String called = before.best().orElseThrow().actionId();
    change("product.yaml", "rules:\n", NO_CALLS);
    Decision now = decisions.decide(kept);
    List<TrialDifference> differences = TrialDifference.between(before, now);
    assertThat(now.options()).noneMatch(option -> option.channel().equals("call"));
    assertThat(now.versions().get("policies")).isNotEqualTo(before.versions().get("policies"));
    assertThat(now.versions().get("catalogue")).isEqualTo(before.versions().get("catalogue"));
    assertThat(differences.getFirst().kind()).isEqualTo(TrialDifference.Kind.FIRST);
    assertThat(differences.getFirst().words())
        .contains("instead of " + before.best().orElseThrow().name() + " (call)");
    assertThat(differences)
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(TrialDifference.Kind.STOPPED);
              assertThat(difference.actionId()).isEqualTo(called);
              assertThat(difference.words()).contains("No calls");
            });
    assertThat(world.count("select count(*) from ops.decision")).isZero();
    assertThat(world.count("select count(*) from ops.proposal")).isZero();
    // And back: what was stopped passes again.
    Files.delete(world.policies().resolve("product.yaml"));
    assertThat(TrialDifference.between(now, decisions.decide(kept)))
        .extracting(TrialDifference::kind)
        .contains(TrialDifference.Kind.FIRST, TrialDifference.Kind.PASSES);
    assertThat(decisions.decide(kept).outputHash()).isEqualTo(before.outputHash());
  }

  @Test
  void aKeptInputDoesNotFollowTheDataAndABrokenPolicyIsNamed() throws Exception {
    open(12);
    DecisionInput kept = decisions.input("C-000006");
    Decision before = decisions.decide(kept);
    world.run("update gold.consent set status = 'no'");
    assertThat(decisions.decide(kept)).isEqualTo(before);
    assertThat(decisions.decide(decisions.input("C-000006")).blocked().size())
        .isGreaterThan(before.blocked().size());

    Files.writeString(world.policies().resolve("product.yaml"), "rules: [\n");
    assertThatThrownBy(() -> decisions.decide(kept))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("product.yaml, line");
    Files.delete(world.policies().resolve("product.yaml"));
    assertThatThrownBy(() -> decisions.input("C-999999")).hasMessageContaining("C-999999");
  }

  @Test
  void aProposalThatWaitsStopsNothingInWhatIsKept() {
    open(150);
    decisions.runAgents(AgentRunRequest.ALL, Progress.NONE);
    String waits =
        decisions.queue(QueueFilter.ALL).stream()
            .filter(proposal -> proposal.members() == 1)
            .map(proposal -> proposal.customerId())
            .findFirst()
            .orElseThrow();
    String rule = "One open action for a customer at a time";
    assertThat(decisions.preview(waits).blocked()).anyMatch(no -> no.rule().equals(rule));
    DecisionInput kept = decisions.input(waits);
    assertThat(kept.contacts()).noneMatch(contact -> contact.kind().equals("open"));
    assertThat(decisions.decide(kept).blocked()).noneMatch(no -> no.rule().equals(rule));
    assertThat(decisions.decide(kept).options()).isNotEmpty();
  }
}
