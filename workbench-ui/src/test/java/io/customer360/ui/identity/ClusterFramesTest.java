package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterFramesTest {
  @Test
  void aGraphIsDraggedAndItsFramesCounted() throws InterruptedException {
    ClusterFrames.Figures figures = ClusterFrames.measure(60);
    assertThat(figures.records()).isEqualTo(60);
    assertThat(figures.ties()).isGreaterThanOrEqualTo(59);
    assertThat(figures.placedMillis()).isPositive();
    assertThat(figures.framesPerSecond()).isPositive();
    assertThat(figures.processorMillis()).isPositive();
  }
}
