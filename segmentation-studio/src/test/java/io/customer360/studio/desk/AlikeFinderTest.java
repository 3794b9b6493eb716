package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.ui.StudioLake;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlikeFinderTest {
  @TempDir Path folder;

  @Test
  void theRestOfAKindIsFoundWithoutWhatTheRuleIsMadeOfAndBecomesAList() {
    try (SmallLake lake = StudioLake.make(folder)) {
      SegmentStudio studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
      // 80 customers are of the kind that spends 600 to 610; tenure runs evenly through all kinds.
      Rule rule =
          Rule.all(
              new Rule.Attribute("revenue_365d", Comparison.of(Operator.MORE_THAN, 500.0)),
              new Rule.Attribute("tenure_days", Comparison.of(Operator.MORE_THAN, 125.0)));
      AlikeFinder.Found found =
          new AlikeFinder(lake.lakehouse(), studio).find(rule, "behaviour", 7, Progress.NONE);
      long seeds = studio.count(rule, Progress.NONE).customers();
      assertThat(found.alike().seeds()).isEqualTo((int) seeds);
      assertThat(found.leftOut()).contains("revenue_365d", "tenure_days");
      int others = 80 - (int) seeds;
      List<String> taken = found.customers(others);
      Rule kind =
          Rule.all(new Rule.Attribute("revenue_365d", Comparison.of(Operator.MORE_THAN, 500.0)));
      List<String> ofKind = studio.counter().ids(kind, Progress.NONE);
      assertThat(taken.stream().filter(ofKind::contains).count())
          .isGreaterThan((long) (0.9 * others));
      StaticLists lists = new StaticLists(studio, lake.lakehouse(), StudioLake.person());
      StaticLists.Made made = lists.make("Like them, très bien", "", taken, Progress.NONE);
      assertThat(made.segment().id()).isEqualTo("like-them-tres-bien");
      assertThat(made.segment().source()).isInstanceOf(SegmentSource.StaticList.class);
      assertThat(made.members()).isEqualTo(others);
      assertThat(lists.make("Like them, très bien", "", taken, Progress.NONE).segment().id())
          .isEqualTo("like-them-tres-bien-2");
    }
  }
}
