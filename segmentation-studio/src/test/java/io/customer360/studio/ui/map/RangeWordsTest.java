package io.customer360.studio.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.ui.StudioLake;
import org.junit.jupiter.api.Test;

class RangeWordsTest {
  private static Rule of(String field, Operator operator, double... numbers) {
    return new Rule.Attribute(
        field,
        new Comparison(
            operator, java.util.Arrays.stream(numbers).<Value>mapToObj(Value.Number::of).toList()));
  }

  @Test
  void rangesAreOneSentenceWithUnits() {
    Rule spend = of("revenue_365d", Operator.MORE_THAN, 39);
    Rule some = Rule.all(spend, of("orders_365d", Operator.BETWEEN, 2, 5));
    RangeWords words = new RangeWords(StudioLake.FORMATS);
    assertThat(words.of(some)).isEqualTo("Spend over \u00a339 and orders 2 to 5");
    assertThat(words.of(Rule.all(Rule.any(some, of("visits_30d", Operator.AT_MOST, 2)))))
        .isEqualTo("Spend over \u00a339 and orders 2 to 5, or visits up to 2");
    assertThat(words.of(Rule.EVERYONE)).isEmpty();
  }
}
