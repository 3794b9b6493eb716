package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.Condition;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double ALL = Double.POSITIVE_INFINITY;

  private static Rule rule(Condition... conditions) {
    return Ranges.rule(new ClusterRule(List.of(List.of(conditions)), 1, 1, 10));
  }

  private static Rule.Attribute attribute(String field, Operator operator, double... numbers) {
    return new Rule.Attribute(
        field,
        new Comparison(
            operator, java.util.Arrays.stream(numbers).<Value>mapToObj(Value.Number::of).toList()));
  }

  @Test
  void whatIsCountedIsComparedWithWholeNumbers() {
    assertThat(rule(new Condition("orders_365d", 1.5, 5.5)))
        .isEqualTo(Rule.all(attribute("orders_365d", Operator.BETWEEN, 2, 5)));
    assertThat(rule(new Condition("orders_365d", 0.5, 1.5)))
        .isEqualTo(Rule.all(attribute("orders_365d", Operator.IS, 1)));
    assertThat(rule(new Condition("visits_30d", 2, ALL)))
        .as("over 2 is at least 3")
        .isEqualTo(Rule.all(attribute("visits_30d", Operator.AT_LEAST, 3)));
    assertThat(rule(new Condition("visits_30d", NONE, 2)))
        .isEqualTo(Rule.all(attribute("visits_30d", Operator.AT_MOST, 2)));
  }

  @Test
  void whatIsMeasuredKeepsItsCut() {
    assertThat(rule(new Condition("revenue_365d", 38.5, 90)))
        .isEqualTo(
            Rule.all(
                attribute("revenue_365d", Operator.MORE_THAN, 38.5),
                attribute("revenue_365d", Operator.AT_MOST, 90)));
    assertThat(rule(new Condition("recency_ratio", 1.5, ALL)))
        .isEqualTo(Rule.all(attribute("recency_ratio", Operator.MORE_THAN, 1.5)));
  }
}
