package io.customer360.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.outbox.ActionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An approval is for exactly what the person saw.
class ApprovedContentTest {
  private static final Person MARA = new Person("mara", "Mara", Role.COMPLIANCE);
  private static final Person BORIS = new Person("boris", "Boris", Role.COMPLIANCE);
  private static final Person LI = new Person("李雷", "李雷", Role.COMPLIANCE);

  @TempDir Path folder;
  private DecisionWorld world;
  private Decisions decisions;

  @BeforeEach
  void open() {
    world = new DecisionWorld(folder, 90);
    decisions = world.decisions();
    decisions.runAgents(AgentRunRequest.ALL, Progress.NONE);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ProposalSummary first(String kind) {
    return decisions.queue(new QueueFilter(kind, false, 0, "", 1_000)).getFirst();
  }

  private static ApprovalEdit body(String text) {
    return new ApprovalEdit(0, null, text);
  }

  private String head(String sql, String id) {
    return world.lake.read(
        c -> io.customer360.lakehouse.Rows.list(c, sql, row -> row.getString(1), id).getFirst());
  }

  @Test
  void aChangedTextStartsTheCountAnew() {
    String id = first("regulatory").decisionId();
    assertThat(decisions.approve(id, MARA, ApprovalEdit.NONE).approvals()).isEqualTo(1);
    ApprovalResult changed = decisions.approve(id, BORIS, body("COMPLETELY DIFFERENT TEXT"));
    assertThat(changed.state()).isEqualTo(ActionState.APPROVED);
    assertThat(changed.approvals()).isEqualTo(1);
    assertThat(changed.queued()).isZero();
    assertThat(changed.lapsed()).containsExactly("Mara");
    assertThat(first("regulatory").approvals()).isEqualTo(1);
    assertThat(decisions.detail(id).orElseThrow().votes())
        .extracting(DecisionDetail.Vote::personName)
        .containsExactly("Boris");
    assertThat(decisions.approvalObstacle(id, BORIS)).isPresent();
    assertThat(head("select json from ops.audit where subject = ? order by seq desc", id))
        .contains("\"lapsed\":[\"mara\"]", "\"content\":\"", "\"edited\":true");
    // Who read the new text lets it go.
    assertThat(decisions.approvalObstacle(id, MARA)).isEmpty();
    ApprovalResult second = decisions.approve(id, MARA, ApprovalEdit.NONE);
    assertThat(second.state()).isEqualTo(ActionState.QUEUED);
    assertThat(second.lapsed()).isEmpty();
    assertThat(second.queued()).isEqualTo(3);
    assertThat(world.count("select count(*) from ops.outbox where payload like '%DIFFERENT TEXT%'"))
        .isEqualTo(3);
    assertThat(world.desk.audit().verify().verified()).isTrue();
    assertThat(decisions.replay(Optional.of(id), Progress.NONE).different()).isEmpty();
  }

  @Test
  void theSameWordsTypedAgainAreNoChange() {
    String id = first("regulatory").decisionId();
    decisions.approve(id, MARA, ApprovalEdit.NONE);
    DecisionDetail shown = decisions.detail(id).orElseThrow();
    ApprovalResult second =
        decisions.approve(
            id,
            LI,
            new ApprovalEdit(shown.chosenOption(), shown.messageSubject(), shown.messageBody()));
    assertThat(second.state()).isEqualTo(ActionState.QUEUED);
    assertThat(second.lapsed()).isEmpty();
    assertThat(
            world.count("select count(distinct payload) from ops.outbox where kind = 'regulatory'"))
        .as("each member keeps his own words")
        .isEqualTo(3);
  }

  @Test
  void anEditOfOnesOwnApprovalDoesNotCountTwice() {
    String id = first("regulatory").decisionId();
    decisions.approve(id, MARA, ApprovalEdit.NONE);
    assertThat(decisions.approve(id, MARA, body("Mended")).approvals()).isEqualTo(1);
    assertThatThrownBy(() -> decisions.approve(id, MARA, body("Mended")))
        .hasMessageContaining("second person");
    assertThat(decisions.approve(id, BORIS, ApprovalEdit.NONE).state())
        .isEqualTo(ActionState.QUEUED);
  }

  @Test
  void anApprovalOfUnknownContentDoesNotCount() {
    String id = first("regulatory").decisionId();
    decisions.approve(id, MARA, ApprovalEdit.NONE);
    world.run("update ops.vote set content = null");
    ApprovalResult next = decisions.approve(id, BORIS, ApprovalEdit.NONE);
    assertThat(next.approvals()).isEqualTo(1);
    assertThat(next.lapsed()).containsExactly("Mara");
  }

  @Test
  void tooLongAMessageIsRefusedAndNeverCut() {
    String id = first("service").decisionId();
    assertThatThrownBy(() -> decisions.approve(id, MARA, body("x".repeat(14_000))))
        .hasMessageContaining("14,000")
        .hasMessageContaining("12,000");
    assertThat(decisions.detail(id).orElseThrow().summary().state())
        .isEqualTo(ActionState.PROPOSED);
    String longest = "x".repeat(11_999) + "\uD83D\uDE42";
    assertThat(decisions.approve(id, MARA, body(longest)).state()).isEqualTo(ActionState.QUEUED);
    assertThat(head("select payload from ops.outbox where decision_id = ?", id)).contains(longest);
    String recall = first("regulatory").decisionId();
    assertThatThrownBy(() -> decisions.approve(recall, MARA, body("y".repeat(12_001))))
        .as("at the first of two approvals too")
        .hasMessageContaining("12,001");
  }

  @Test
  void rolesAreEnforcedAlikeForApprovingRejectingAndTakingBack() {
    String recall = first("regulatory").decisionId();
    Person marketer = new Person("m", "Max", Role.MARKETER);
    assertThat(decisions.approvalObstacle(recall, marketer))
        .hasValueSatisfying(why -> assertThat(why).contains("marketer", "regulatory"));
    assertThat(decisions.approveAll(List.of(recall), marketer).refused()).containsKey(recall);
    assertThatThrownBy(() -> decisions.reject(recall, marketer, RejectReason.OTHER, ""))
        .hasMessageContaining("marketer");
    decisions.approve(recall, MARA, ApprovalEdit.NONE);
    assertThatThrownBy(() -> decisions.undo(recall, marketer)).hasMessageContaining("marketer");
    String service = first("service").decisionId();
    decisions.approve(service, marketer, ApprovalEdit.NONE);
    Person analyst = new Person("a", "Ana", Role.ANALYST);
    assertThatThrownBy(() -> decisions.undo(service, analyst)).hasMessageContaining("analyst");
    decisions.stopAgents(analyst);
    assertThatThrownBy(() -> decisions.resumeAgents(marketer)).hasMessageContaining("marketer");
    decisions.resumeAgents(new Person("r", "Rae", Role.ADMINISTRATOR));
    assertThat(decisions.stopped()).isFalse();
  }
}
