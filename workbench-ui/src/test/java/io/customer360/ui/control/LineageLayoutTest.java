package io.customer360.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ui.control.LineageLayout.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where tables stand and which links are drawn.
class LineageLayoutTest {
  private static Map<String, Integer> layers(Object... pairs) {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      layers.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return layers;
  }

  @Test
  void aSmallLayerIsOneColumn() {
    LineageLayout layout =
        new LineageLayout(layers("a", 0, "b", 0, "c", 1), 2, List.of(new Link("a", "c")), 3);
    assertThat(layout.slots()).isEqualTo(2);
    assertThat(layout.place("c").slot()).isEqualTo(1);
    assertThat(layout.tallest()).isEqualTo(2);
  }

  @Test
  void aTallLayerBreaksByDepthSoThatLinksRunToTheRight() {
    LineageLayout layout =
        new LineageLayout(
            layers("deep", 0, "a", 0, "b", 0, "middle", 0),
            1,
            List.of(new Link("a", "middle"), new Link("middle", "deep")),
            2);
    assertThat(layout.place("a").slot()).isLessThan(layout.place("middle").slot());
    assertThat(layout.place("middle").slot()).isLessThanOrEqualTo(layout.place("deep").slot());
    assertThat(layout.depth(0)).isLessThanOrEqualTo(2);
  }

  @Test
  void noTwoTablesShareAPlace() {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      layers.put("t" + i, i % 3);
    }
    LineageLayout layout = new LineageLayout(layers, 3, List.of(), 5);
    assertThat(layers.keySet().stream().map(layout::place).distinct()).hasSize(40);
    assertThat(layout.tallest()).isLessThanOrEqualTo(5);
  }

  @Test
  void aLinkThatAChainAlreadySaysIsNotDrawn() {
    List<Link> links =
        List.of(new Link("a", "b"), new Link("b", "c"), new Link("a", "c"), new Link("a", "d"));
    LineageLayout layout = new LineageLayout(layers("a", 0, "b", 1, "c", 2, "d", 2), 3, links, 9);
    assertThat(layout.drawn("a", "b")).isTrue();
    assertThat(layout.drawn("b", "c")).isTrue();
    assertThat(layout.drawn("a", "d")).isTrue();
    assertThat(layout.drawn("a", "c")).isFalse();
  }

  @Test
  void rowsFollowWhatFeedsThem() {
    LineageLayout layout =
        new LineageLayout(
            layers("a", 0, "b", 0, "c", 0, "ofC", 1, "ofB", 1, "ofA", 1),
            2,
            List.of(new Link("a", "ofA"), new Link("b", "ofB"), new Link("c", "ofC")),
            9);
    assertThat(layout.place("ofA").row()).isEqualTo(layout.place("a").row());
    assertThat(layout.place("ofC").row()).isEqualTo(layout.place("c").row());
  }

  @Test
  void aCircleEnds() {
    LineageLayout layout =
        new LineageLayout(
            layers("a", 0, "b", 0, "c", 0),
            1,
            List.of(new Link("a", "b"), new Link("b", "a"), new Link("b", "c")),
            2);
    assertThat(layout.slots()).isGreaterThanOrEqualTo(2);
  }
}
