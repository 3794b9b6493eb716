package io.customer360.ui.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.ProposalSummary;
import io.customer360.outbox.ActionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a person is shown before many proposals are approved at once.
class BatchTest {
  private static ProposalSummary row(
      int id, String action, double value, double sure, boolean novel) {
    return new ProposalSummary(
        "D-" + id,
        "C-" + id,
        "Customer " + id,
        action,
        1,
        action,
        "service",
        "email",
        "churn-prevention",
        BigDecimal.valueOf(value),
        "£" + value,
        sure,
        novel,
        0,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        ActionState.PROPOSED);
  }

  private static List<ProposalSummary> alike(int count) {
    List<ProposalSummary> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i, "call", 100 + i % 7, 0.80 + i % 3 * 0.01, false));
    }
    return rows;
  }

  @Test
  void whatTheyMayNotApproveIsLeftOutWithItsReason() {
    List<ProposalSummary> rows = alike(10);
    Batch batch = Batch.of(rows, Map.of("D-3", "Two persons approve"), 5, 1);
    assertThat(batch.approvable()).hasSize(9).doesNotContain(rows.get(3));
    assertThat(batch.refused()).containsEntry(rows.get(3), "Two persons approve");
    assertThat(batch.customers()).isEqualTo(9);
  }

  @Test
  void theDearTheUnsureTheNewAndTheRareStandOut() {
    List<ProposalSummary> rows = alike(40);
    ProposalSummary dear = row(101, "call", 900, 0.81, false);
    ProposalSummary unsure = row(102, "call", 101, 0.41, false);
    ProposalSummary fresh = row(103, "call", 102, 0.82, true);
    ProposalSummary rare = row(104, "post", 103, 0.80, false);
    rows.addAll(List.of(dear, unsure, fresh, rare));
    Batch batch = Batch.of(rows, Map.of(), 5, 1);
    assertThat(batch.outliers().get(dear)).containsExactly(Batch.Oddity.DEAR);
    assertThat(batch.outliers().get(unsure)).containsExactly(Batch.Oddity.UNSURE);
    assertThat(batch.outliers().get(fresh)).containsExactly(Batch.Oddity.NEW);
    assertThat(batch.outliers().get(rare)).containsExactly(Batch.Oddity.RARE);
    assertThat(batch.outliers()).hasSize(4);
    assertThat(batch.outliers().keySet().iterator().next()).isEqualTo(dear);
  }

  @Test
  void theSampleIsOfTheOthersAndDrawnBySeed() {
    List<ProposalSummary> rows = alike(40);
    ProposalSummary dear = row(101, "call", 900, 0.81, false);
    rows.add(dear);
    Batch first = Batch.of(rows, Map.of(), 5, 1);
    assertThat(first.sample()).hasSize(5).doesNotContain(dear).doesNotHaveDuplicates();
    assertThat(Batch.of(rows, Map.of(), 5, 1).sample()).isEqualTo(first.sample());
    assertThat(Batch.of(rows, Map.of(), 5, 2).sample()).isNotEqualTo(first.sample());
  }

  @Test
  void fewAreNotCalledDear() {
    List<ProposalSummary> rows =
        List.of(row(1, "call", 10, 0.8, false), row(2, "call", 900, 0.8, false));
    assertThat(Batch.of(rows, Map.of(), 5, 1).outliers()).isEmpty();
  }

  @Test
  void noneAreEmpty() {
    Batch batch = Batch.of(List.of(), Map.of(), 5, 1);
    assertThat(batch.approvable()).isEmpty();
    assertThat(batch.sample()).isEmpty();
    assertThat(batch.valueAtRisk()).isEqualByComparingTo("0");
  }
}
