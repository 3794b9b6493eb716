package io.customer360.studio.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.count.Bits;
import io.customer360.studio.count.Counter;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Rule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {
  @TempDir Path folder;

  /// 30 of 100 against 20 of 200, by hand: z = 0.2 / sqrt(1/6 * 5/6 * 3/200) = 4.381780.
  @Test
  void theStatisticsAreThoseOfTheFormulas() {
    assertThat(Contrast.pValue(30, 100, 20, 200)).isCloseTo(1.1771e-5, within(2e-8));
    double[] interval = Contrast.interval(30, 100, 20, 200);
    double sd = Math.sqrt(1 / 30.0 - 1 / 100.0 + 1 / 20.0 - 1 / 200.0);
    assertThat(interval[0]).isCloseTo(3 * Math.exp(-1.959963984540054 * sd), within(1e-12));
    assertThat(interval[1]).isCloseTo(3 * Math.exp(1.959963984540054 * sd), within(1e-12));
    assertThat(Contrast.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-7));
    assertThat(Contrast.pValue(0, 10, 0, 20)).isEqualTo(1);
  }

  /// The example of Benjamini and Hochberg's paper of 1995: 15 hypotheses, 4 rejected at 5 %.
  @Test
  void falseFindingsAreHeld() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000
    };
    boolean[] found = Contrast.findings(p, 0.05);
    for (int i = 0; i < p.length; i++) {
      assertThat(found[i]).isEqualTo(i < 4);
    }
  }

  @Test
  void whatMakesASegmentIsFoundAndChanceIsNot() {
    try (SmallLake lake = SmallLake.make(folder, 200, 8)) {
      Counter counter = new Counter(lake.lakehouse(), SmallLake.ZONE);
      Bits gold =
          counter.members(
              new Rule.Attribute("tier", io.customer360.studio.rule.Comparison.is("Gold")),
              Progress.NONE);
      Comparison made =
          new Comparer(counter)
              .compare(gold, counter.members(Rule.EVERYONE, Progress.NONE), Progress.NONE);
      assertThat(made.inside() + made.against()).isEqualTo(200);
      assertThat(made.traits().getFirst().field()).isEqualTo("tier");
      Trait tier =
          made.traits().stream()
              .filter(trait -> trait.title().equals("Loyalty tier: Gold"))
              .findFirst()
              .orElseThrow();
      assertThat(tier.inside()).isEqualTo(1);
      assertThat(tier.against()).isZero();
      assertThat(tier.differs()).isTrue();
      // All else was drawn without looking at the tier.
      assertThat(
              made.traits().stream()
                  .filter(Trait::differs)
                  .filter(trait -> !trait.field().equals("tier")))
          .hasSizeLessThanOrEqualTo(2);
      assertThat(made.distributions()).isNotEmpty();
      assertThat(made.distributions().getFirst().inside().stream().mapToDouble(d -> d).sum())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void overlapCountsPairsAndExactCombinations() {
    try (SmallLake lake = SmallLake.make(folder, 100, 8)) {
      Counter counter = new Counter(lake.lakehouse(), SmallLake.ZONE);
      Map<String, Bits> sets = new LinkedHashMap<>();
      for (String tier : List.of("Gold", "Silver")) {
        sets.put(
            tier,
            counter.members(
                new Rule.Attribute("tier", io.customer360.studio.rule.Comparison.is(tier)),
                Progress.NONE));
      }
      sets.put("all", counter.members(Rule.EVERYONE, Progress.NONE));
      Overlap overlap = Overlap.of(sets);
      assertThat(overlap.pairs().getFirst().both()).isZero();
      assertThat(overlap.pairs().get(1).both()).isEqualTo(overlap.sizes().getFirst());
      assertThat(overlap.combinations().stream().mapToInt(Overlap.Combination::customers).sum())
          .isEqualTo(100);
      assertThat(overlap.combinations())
          .anySatisfy(one -> assertThat(one.segments()).containsExactly("Gold", "all"));
    }
  }
}
