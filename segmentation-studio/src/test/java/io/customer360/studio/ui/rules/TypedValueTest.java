package io.customer360.studio.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.count.SmallLake;
import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.ui.StudioLake;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedValueTest {
  private static final Comparison ABOVE = Comparison.of(Operator.MORE_THAN, 50);

  @TempDir static Path folder;

  private static SmallLake lake;
  private static Vocabulary words;

  @BeforeAll
  static void makeLake() {
    lake = StudioLake.make(folder);
    SegmentStudio studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
    words = new Vocabulary(studio.catalog(), Map.of(), StudioLake.FORMATS);
  }

  @AfterAll
  static void closeLake() {
    lake.close();
  }

  private static TypedValue typed(String text, String field, Comparison comparison, int at) {
    Field of = words.catalog().field(field);
    return TypedValue.of(text, of, comparison, at, words);
  }

  @Test
  void aNumberIsReadAsItIsWritten() {
    assertThat(typed("1,200.50", "orders", ABOVE, 0).value()).contains(Value.Number.of(1200.5));
    assertThat(typed("\u22123", "orders", ABOVE, 0).value()).contains(Value.Number.of(-3));
  }

  @Test
  void whatIsNoNumberIsToldAndNotGuessed() {
    for (String text : new String[] {"", "abc", "1,5", "12,34", "1e5", "\u00a350"}) {
      TypedValue read = typed(text, "orders", ABOVE, 0);
      assertThat(read.value()).as(text).isEmpty();
      assertThat(read.complaint()).as(text).contains("A number is needed");
    }
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsToldWithItsValues() {
    Comparison range = Comparison.of(Operator.BETWEEN, Value.Number.of(2), Value.Number.of(9));
    assertThat(typed("9", "orders", range, 0).value()).contains(Value.Number.of(9));
    TypedValue first = typed("10", "orders", range, 0);
    assertThat(first.value()).isEmpty();
    assertThat(first.complaint()).contains("From 10 to 9 holds for nobody");
    assertThat(typed("1", "orders", range, 1).complaint()).contains("From 2 to 1");
  }

  @Test
  void aTraitIsSaidInTheUnitsOfTheRules() {
    io.customer360.studio.compare.Trait trait =
        new io.customer360.studio.compare.Trait(
            "margin_12m",
            "more than 1240",
            "Margin: over 1240",
            3,
            4,
            0.5,
            0.2,
            2.5,
            1.5,
            3,
            0.01,
            true);
    assertThat(words.trait(trait)).isEqualTo("Margin, 12 months: over \u00a31,240");
  }

  @Test
  void daysAgoCountBackwards() {
    Comparison range =
        Comparison.of(Operator.BETWEEN, new Value.DaysAgo(90), new Value.DaysAgo(30));
    assertThat(typed("60", "last_order_at", range, 1).value()).contains(new Value.DaysAgo(60));
    assertThat(typed("120", "last_order_at", range, 1).value()).isEmpty();
    assertThat(typed("tomorrow", "last_order_at", range, 1).complaint())
        .contains("Days ago are needed");
  }
}
