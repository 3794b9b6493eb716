package io.customer360.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ui.control.LineageRoute.Column;
import io.customer360.ui.control.LineageRoute.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Links pass between tables, and tables that belong together take one node.
class LineageRouteTest {
  @Test
  void aLinkPassesAColumnInTheGapNearestToItsWay() {
    List<Stretch> way =
        LineageRoute.of(100, 50, 500, 50, List.of(new Column(200, 300, List.of(10.0, 44.0, 90.0))));
    assertThat(way).hasSize(3);
    assertThat(way.get(1)).isEqualTo(new Stretch(200, 44, 300, 44, true));
    assertThat(way.getLast().toY()).isEqualTo(50);
  }

  @Test
  void neighboursAreJoinedByOneBend() {
    assertThat(LineageRoute.of(0, 1, 9, 5, List.of()))
        .containsExactly(new Stretch(0, 1, 9, 5, false));
  }

  @Test
  void aFamilyIsOneNodeALayerAndOneAloneIsNone() {
    LineageFolds folds =
        new LineageFolds(
            List.of(
                item("gold.identity_link", 3, "Identity"),
                item("gold.customer", 3, ""),
                item("gold.identity_pair", 3, "Identity"),
                item("silver.identity_seed", 2, "Identity")));
    assertThat(folds.all()).hasSize(3);
    assertThat(folds.key("gold.identity_link")).isEqualTo(folds.key("gold.identity_pair"));
    assertThat(folds.of("gold.identity_pair").orElseThrow().family()).isTrue();
    assertThat(folds.of("silver.identity_seed").orElseThrow().family()).isFalse();
  }

  private static LineageGraph.Item item(String id, int column, String family) {
    return new LineageGraph.Item(id, column, id, "", "", Tone.GOOD, family);
  }
}
