package io.customer360.assistant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void aWaterfallThatDoesNotAddUpIsRefused() {
    List<Chart.Step> steps = List.of(new Chart.Step("Long silence", 0.2));
    assertThatThrownBy(() -> new Chart.Waterfall("Risk", "", "Average", 0.5, steps, "Risk", 0.8))
        .hasMessageContaining("not 0.8");
  }
}
