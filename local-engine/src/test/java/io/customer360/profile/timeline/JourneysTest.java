package io.customer360.profile.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.profile.timeline.JourneyStage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JourneysTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-31T12:00:00Z");

  private static Instant day(String day) {
    return Instant.parse(day + "T10:00:00Z");
  }

  private static List<Stage> stages(List<Instant> orders) {
    return Journeys.stages(orders, START, END).stream().map(JourneyStage::stage).toList();
  }

  @Test
  void withoutAnOrderSomebodyStaysAProspect() {
    assertThat(stages(List.of())).containsExactly(Stage.PROSPECT);
  }

  @Test
  void oneOrderMakesNewThenActiveThenAtRisk() {
    assertThat(stages(List.of(day("2026-03-01"))))
        .containsExactly(Stage.PROSPECT, Stage.NEW, Stage.ACTIVE, Stage.AT_RISK);
  }

  @Test
  void whoOrderedOftenIsMissedSooner() {
    List<Instant> often =
        IntStream.range(0, 20)
            .mapToObj(i -> day("2025-12-01").plusSeconds(86_400L * 10 * i))
            .toList();
    List<JourneyStage> stages = Journeys.stages(often, START, END);
    assertThat(stages)
        .extracting(JourneyStage::stage)
        .containsExactly(Stage.NEW, Stage.ACTIVE, Stage.AT_RISK, Stage.CHURNED);
    // quiet for more than max(1.5 x 10, 30) days after 9 June, for more than 180 after that
    assertThat(stages.get(2).from()).isEqualTo(Instant.parse("2026-07-09T00:00:00Z"));
    assertThat(stages.get(3).from()).isEqualTo(Instant.parse("2026-12-06T00:00:00Z"));
  }

  @Test
  void stagesLeaveNoGap() {
    List<JourneyStage> stages = Journeys.stages(List.of(day("2026-03-01")), START, END);
    assertThat(stages.getFirst().from()).isEqualTo(START);
    assertThat(stages.getLast().until()).isEqualTo(END);
    for (int i = 1; i < stages.size(); i++) {
      assertThat(stages.get(i).from()).isEqualTo(stages.get(i - 1).until());
    }
    assertThat(Journeys.stages(List.of(), END, START)).isEmpty();
  }
}
