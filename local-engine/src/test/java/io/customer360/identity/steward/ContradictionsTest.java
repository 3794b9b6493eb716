package io.customer360.identity.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.steward.Contradictions.Chain;
import io.customer360.identity.steward.Contradictions.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
  private static Said said(long number, String left, Verdict verdict, String right) {
    return new Said(new Judgement.Pair(left, right, verdict), number);
  }

  @Test
  void aChainWhoseEndsAreTwoIsNamedWithItsJudgements() {
    assertThat(
            Contradictions.of(
                List.of(
                    said(1, "a", Verdict.MATCH, "b"),
                    said(2, "b", Verdict.MATCH, "c"),
                    said(3, "a", Verdict.NOT_A_MATCH, "c"))))
        .containsExactly(new Chain(List.of("a", "b", "c"), List.of(1L, 2L), 3));
  }

  @Test
  void theShortestOfSeveralChainsIsTold() {
    assertThat(
            Contradictions.of(
                List.of(
                    said(1, "a", Verdict.MATCH, "b"),
                    said(2, "b", Verdict.MATCH, "c"),
                    said(3, "c", Verdict.MATCH, "d"),
                    said(4, "a", Verdict.MATCH, "d"),
                    said(5, "d", Verdict.MATCH, "e"),
                    said(6, "e", Verdict.NOT_A_MATCH, "a"))))
        .containsExactly(new Chain(List.of("a", "d", "e"), List.of(4L, 5L), 6));
  }

  @Test
  void whatGoesTogetherIsNotTold() {
    assertThat(
            Contradictions.of(
                List.of(
                    said(1, "a", Verdict.MATCH, "b"),
                    said(2, "b", Verdict.UNSURE, "c"),
                    said(3, "a", Verdict.NOT_A_MATCH, "c"),
                    said(4, "x", Verdict.NOT_A_MATCH, "y"))))
        .isEmpty();
  }
}
