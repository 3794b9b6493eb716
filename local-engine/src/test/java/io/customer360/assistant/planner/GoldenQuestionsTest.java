package io.customer360.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoldenQuestionsTest {
  @Test
  void everyGoldenQuestionIsReadAsMeantOrRefusedWhereItMust() {
    PlannerEvaluation found = PlannerEvaluation.run();
    String told = String.join("\n", found.faults());
    assertThat(found.wrong()).as(told).isZero();
    assertThat(found.refused()).as(told).isZero();
    assertThat(found.questions()).isGreaterThanOrEqualTo(50).isEqualTo(found.right());
  }
}
