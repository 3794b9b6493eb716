package io.customer360.studio.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events count the same however the lake has sorted them.
class EventOrderTest {
  @TempDir Path folder;

  @Test
  void rowsThatAreInOrderStayWhereTheyAre() {
    EventOrder order = EventOrder.of(new int[] {0, 0, 2, -1}, new int[] {-5, 7, 7, 1}, 4, 3);
    assertThat(order.rows()).isNull();
    assertThat(order.starts()).containsExactly(0, 2, 2, 3);
    assertThat(order.ordered(new int[] {1, 2, 3, 4})).containsExactly(1, 2, 3);
  }

  @Test
  void rowsAreSortedByCustomerAndTimeAndThoseOfNobodyLeftOut() {
    EventOrder order = EventOrder.of(new int[] {2, -1, 0, 0, 2}, new int[] {9, 3, 4, -4, 8}, 5, 3);
    assertThat(order.rows()).containsExactly(3, 2, 4, 0);
    assertThat(order.starts()).containsExactly(0, 2, 2, 4);
    assertThat(order.ordered(new char[] {'a', 'b', 'c', 'd', 'e'}))
        .containsExactly('d', 'c', 'e', 'a');
  }

  @Test
  void sortedAndUnsortedLakesCountTheSame() {
    try (SmallLake lake = SmallLake.make(folder, 60, 21)) {
      RandomRules rules = new RandomRules(8);
      List<Rule> trees = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        trees.add(rules.tree());
      }
      Counter unsorted = new Counter(lake.lakehouse(), SmallLake.ZONE);
      List<List<String>> before =
          trees.stream().map(tree -> unsorted.ids(tree, Progress.NONE)).toList();
      lake.lakehouse()
          .write(
              connection -> {
                sort(connection, "orders", "ordered_at");
                sort(connection, "engagement", "occurred_at");
                sort(connection, "service_ticket", "opened_at");
                return true;
              });
      Counter sorted = new Counter(lake.lakehouse(), SmallLake.ZONE);
      for (int i = 0; i < trees.size(); i++) {
        assertThat(sorted.ids(trees.get(i), Progress.NONE))
            .as("%s", trees.get(i))
            .isEqualTo(before.get(i));
      }
    }
  }

  private static void sort(java.sql.Connection connection, String table, String time)
      throws java.sql.SQLException {
    Rows.run(
        connection,
        "create or replace table gold.%1$s as select * from gold.%1$s order by customer_id, %2$s"
            .formatted(table, time));
  }

  @Test
  void stretchesOfASetAreCountedAndWalkedLikeASlowOne() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(300);
      Bits bits = new Bits(size);
      BitSet slow = new BitSet(size);
      for (int i = 0; i < size; i++) {
        if (random.nextInt(5) == 0) {
          bits.set(i);
          slow.set(i);
        }
      }
      int from = random.nextInt(size);
      int to = from + random.nextInt(size - from + 1);
      assertThat(bits.count(from, to)).isEqualTo(slow.get(from, to).cardinality());
      int next = slow.nextSetBit(from);
      assertThat(bits.next(from, to)).isEqualTo(next < 0 || next > to ? to : next);
    }
  }
}
