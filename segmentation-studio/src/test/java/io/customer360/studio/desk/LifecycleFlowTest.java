package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.desk.LifecycleFlow.Flow;
import io.customer360.studio.desk.LifecycleFlow.Period;
import io.customer360.studio.desk.LifecycleFlow.Ribbon;
import io.customer360.studio.desk.LifecycleFlow.State;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleFlowTest {
  @TempDir Path folder;

  @Test
  void everybodyIsInOneStateAndEveryRibbonIsItsRulesCount() {
    try (SmallLake lake = SmallLake.make(folder, 150, 7)) {
      SegmentStudio studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
      LifecycleFlow lifecycle = new LifecycleFlow(studio, lake.lakehouse(), SmallLake.ZONE);
      Flow flow = lifecycle.read(Progress.NONE);
      assertThat(flow.periods()).hasSize(LifecycleFlow.PERIODS);
      for (Period period : flow.periods()) {
        assertThat(period.customers().values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(150);
      }
      for (int i = 0; i + 1 < flow.periods().size(); i++) {
        for (State state : State.values()) {
          if (state == State.OUTSIDE) {
            continue;
          }
          int at = i;
          int leaving =
              flow.ribbons().stream()
                  .filter(one -> one.period() == at && one.from() == state)
                  .mapToInt(Ribbon::customers)
                  .sum();
          assertThat(leaving).isEqualTo(flow.periods().get(i).customers().get(state));
        }
      }
      assertThat(flow.ribbons()).isNotEmpty();
      for (Ribbon ribbon : flow.ribbons()) {
        assertThat(lifecycle.cell(flow, ribbon, Progress.NONE).customers())
            .isEqualTo(ribbon.customers());
      }
      Period last = flow.periods().getLast();
      long ordered =
          lake.lakehouse()
              .read(
                  connection ->
                      Rows.number(
                          connection,
                          "select count(distinct customer_id) from gold.orders where not is_return"
                              + " and ordered_at >= ?::date and ordered_at < ?::date + 1",
                          last.from().toString(),
                          last.to().toString()));
      assertThat(last.customers().get(State.NEW) + last.customers().get(State.ACTIVE))
          .isEqualTo((int) ordered);
    }
  }
}
