package io.customer360.assistant.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Figures;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreReasonsTest {
  private static final Figures FIGURES = new Figures("GBP", LocalDate.of(2026, 11, 20));

  /// Rounded one by one they would print 0.33 + 0.33 + 0.33 beside a score of 1.00 from 0.00.
  @Test
  void whatIsPrintedAddsUp() {
    ScoreReasons reasons =
        ScoreReasons.of(
            0.9999,
            new Run.Result(
                List.of("feature", "label", "value", "contribution"),
                List.of(
                    Arrays.asList("a", "Late", 2.0, 0.3333),
                    Arrays.asList("b", "Silent", 36.54, 0.3333),
                    Arrays.asList("other", "Everything else", null, 0.3333))));
    assertThat(reasons.reasons().stream().mapToDouble(ScoreReasons.Reason::printed).sum())
        .isEqualTo(1.0);
    AnswerTable table = reasons.table(new Tables(FIGURES), FIGURES);
    assertThat(table.rows())
        .extracting(row -> row.texts().get(1))
        .containsExactly("2", "36.54", "empty");
    assertThat(reasons.lines(FIGURES)).contains("Late: +0.34");
  }

  @Test
  void whatTheModelSumsUpIsNeverTheReasonThatMattersMost() {
    ScoreReasons reasons =
        ScoreReasons.of(
            0.9,
            new Run.Result(
                List.of("feature", "label", "value", "contribution"),
                List.of(
                    Arrays.asList("other", "Everything else", null, 0.4),
                    Arrays.asList("b", "Silent", 36.0, 0.1),
                    Arrays.asList("a", "Loyal", 36.0, -0.2))));
    assertThat(reasons.strongest())
        .get()
        .extracting(ScoreReasons.Reason::label)
        .isEqualTo("Silent");
    assertThat(reasons.lines(FIGURES)).contains("Loyal: \u22120.20");
  }
}
