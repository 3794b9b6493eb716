package io.customer360.studio.cluster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.linkage.Hierarchical;
import io.customer360.studio.cluster.linkage.HierarchicalResult;
import io.customer360.studio.cluster.linkage.Linkage;
import io.customer360.studio.cluster.quality.Silhouette;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlotTest {
  @Test
  void aTreeIsDrawnWithoutCrossingsAndInTheColoursOfItsCut() {
    double[][] columns = Points.clusters(150, 3, 5, 0.4, 11);
    try (Workers workers = new Workers(1)) {
      HierarchicalResult found =
          Hierarchical.fit(columns, 150, 5, Linkage.WARD, 1, workers, Progress.NONE);
      Dendrogram drawn = Dendrogram.of(found.tree(), leaf -> found.labels()[leaf], 5, 20, false);
      assertThat(drawn.ends()).isEqualTo(21);
      assertThat(drawn.branches()).hasSize(41);
      double[] places =
          drawn.branches().stream()
              .filter(Dendrogram.Branch::end)
              .mapToDouble(Dendrogram.Branch::place)
              .sorted()
              .toArray();
      for (int i = 0; i < places.length; i++) {
        assertThat(places[i]).isEqualTo(i);
      }
      for (Dendrogram.Branch branch : drawn.branches()) {
        assertThat(branch.cluster() < 0).isEqualTo(branch.height() > drawn.cut());
        if (!branch.end()) {
          Dendrogram.Branch left = drawn.branches().get(branch.left());
          Dendrogram.Branch right = drawn.branches().get(branch.right());
          assertThat(branch.place()).isBetween(left.place(), right.place());
          assertThat(branch.height()).isGreaterThanOrEqualTo(left.height());
          assertThat(branch.rows()).isEqualTo(left.rows() + right.rows());
          if (branch.cluster() >= 0) {
            assertThat(left.cluster()).isEqualTo(branch.cluster());
          }
        }
      }
      long clusters =
          drawn.branches().stream()
              .filter(Dendrogram.Branch::end)
              .map(Dendrogram.Branch::cluster)
              .distinct()
              .count();
      assertThat(clusters).isEqualTo(5);
    }
  }

  @Test
  void silhouettesFallWithinEachClusterAndCountTheMisplaced() {
    double[][] columns = Points.clusters(200, 2, 3, 2.5, 4);
    int[] labels = new int[200];
    Arrays.setAll(labels, i -> i % 3);
    try (Workers workers = new Workers(1)) {
      Silhouette measured =
          Silhouette.of(columns, labels, 3, 1, workers, Kernels.best(), Progress.NONE);
      SilhouettePlot plot = SilhouettePlot.of(measured);
      assertThat(plot.strips()).hasSize(3);
      int rows = 0;
      for (SilhouettePlot.Strip strip : plot.strips()) {
        assertThat(strip.misplaced()).isGreaterThan(0.2);
        long below = Arrays.stream(strip.values()).filter(value -> value < 0).count();
        assertThat(strip.misplaced() * strip.values().length).isEqualTo(below);
        for (int i = 1; i < strip.values().length; i++) {
          assertThat(strip.values()[i]).isLessThanOrEqualTo(strip.values()[i - 1]);
        }
        assertThat(SilhouettePlot.at(strip, 0)).isEqualTo(strip.values()[0]);
        assertThat(SilhouettePlot.at(strip, 1))
            .isEqualTo(strip.values()[strip.values().length - 1]);
        rows += strip.values().length;
      }
      assertThat(rows).isEqualTo(200);
    }
  }
}
