package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NodeQueueTest {
  private static final Pipeline DIAMOND =
      Pipeline.of(
          List.of(
              model("silver.a", "from bronze.person"),
              model("silver.b", "from bronze.product"),
              model("gold.c", "from silver.a join silver.b on true"),
              model("gold.d", "from gold.c"),
              model("gold.e", "from silver.b")),
          List.of());

  private static SqlModel model(String name, String sql) {
    return SqlModel.parse(
        name, name.replace('.', '/') + ".sql", "-- grain: one row\n-- meaning: m\n" + sql);
  }

  @Test
  void theLongestWayGoesFirstAndNothingBeforeWhatItReads() {
    NodeQueue queue = new NodeQueue(DIAMOND, Map.of("silver.b", 0.1, "gold.e", 9.0, "gold.d", 1.0));
    List<String> order = new ArrayList<>();
    for (Pipeline.Node node = queue.take(); node != null; node = queue.take()) {
      assertThat(order)
          .containsAll(node.reads().stream().filter(t -> !t.startsWith("br")).toList());
      order.add(node.name());
      queue.built(node);
    }
    assertThat(order).containsExactly("silver.b", "gold.e", "silver.a", "gold.c", "gold.d");
  }

  @Test
  void aNodeWaitsForAllItReads() {
    NodeQueue queue = new NodeQueue(DIAMOND, Map.of("gold.c", 5.0));
    Pipeline.Node one = queue.take();
    Pipeline.Node two = queue.take();
    assertThat(List.of(one.name(), two.name())).containsExactly("silver.a", "silver.b");
    queue.built(one);
    CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> queue.take().name());
    queue.built(two);
    assertThat(third.join()).isEqualTo("gold.c");
  }

  @Test
  void aFailureEndsEveryLaneAndTheFirstIsTold() {
    NodeQueue queue = new NodeQueue(DIAMOND, Map.of());
    queue.take();
    queue.take();
    CompletableFuture<Pipeline.Node> waiting = CompletableFuture.supplyAsync(queue::take);
    queue.failed(new IllegalArgumentException("first"));
    queue.failed(new IllegalArgumentException("second"));
    assertThat(waiting.join()).isNull();
    assertThat(queue.take()).isNull();
    assertThatThrownBy(queue::rethrow)
        .hasMessage("first")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
  }
}
