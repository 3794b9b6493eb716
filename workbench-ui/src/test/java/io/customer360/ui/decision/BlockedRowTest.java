package io.customer360.ui.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of the actions that were blocked.
class BlockedRowTest {
  private static BlockedOption blocked(String name, Stage stage, String fact) {
    return new BlockedOption(name, name, "service", "email", stage, "the rule", fact, "later");
  }

  private static final List<BlockedOption> FIVE =
      List.of(
          blocked("a", Stage.ELIGIBILITY, "not for this audience"),
          blocked("b", Stage.ELIGIBILITY, "not for this audience"),
          blocked("c", Stage.CONSENT, "no marketing by SMS"),
          blocked("d", Stage.ELIGIBILITY, "not for this audience"),
          blocked("e", Stage.ELIGIBILITY, ""));

  @Test
  void manyWithOneReasonTakeOneLineBelowTheReasonsOfTheirOwn() {
    List<BlockedRow> rows = BlockedRow.grouped(FIVE);
    assertThat(rows)
        .extracting(BlockedRow::names)
        .containsExactly(List.of("c"), List.of("e"), List.of("a", "b", "d"));
    assertThat(rows.getLast().reason()).isEqualTo("not for this audience");
  }

  @Test
  void withoutAFactTheRuleIsTheReason() {
    assertThat(BlockedRow.each(FIVE)).hasSize(5);
    assertThat(BlockedRow.each(FIVE).getFirst().names()).containsExactly("c");
    assertThat(BlockedRow.each(FIVE).getLast().reason()).isEqualTo("the rule");
  }
}
