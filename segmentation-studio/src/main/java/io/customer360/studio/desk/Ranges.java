package io.customer360.studio.desk;

import io.customer360.feature.FeatureCatalog;
import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.Condition;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The ranges of a cluster as rules a person reads: what is counted in whole numbers is compared
/// with whole numbers, `orders 2 to 5` where the tree cut at 1.5 and 5.5.
final class Ranges {
  /// Units of features that are whole by nature.
  private static final Set<String> COUNTED =
      Set.of(
          "orders", "deliveries", "e-mails", "opens", "clicks", "tickets", "visits", "categories");

  private static final FeatureCatalog FEATURES = new FeatureCatalog("money");

  private Ranges() {}

  static Rule rule(ClusterRule rule) {
    List<Rule> alternatives = new ArrayList<>();
    for (List<Condition> all : rule.alternatives()) {
      alternatives.add(
          Rule.all(all.stream().flatMap(one -> of(one).stream()).toArray(Rule[]::new)));
    }
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : Rule.all(Rule.any(alternatives.toArray(Rule[]::new)));
  }

  private static List<Rule> of(Condition one) {
    boolean below = one.low() > Double.NEGATIVE_INFINITY;
    boolean above = one.high() < Double.POSITIVE_INFINITY;
    boolean counted =
        FEATURES.features().stream()
            .anyMatch(
                feature ->
                    feature.column().equals(one.feature()) && COUNTED.contains(feature.unit()));
    double least = Math.floor(one.low()) + 1;
    double most = Math.floor(one.high());
    if (counted && below && above) {
      return List.of(
          least == most
              ? attribute(one, Comparison.of(Operator.IS, least))
              : attribute(
                  one,
                  Comparison.of(Operator.BETWEEN, Value.Number.of(least), Value.Number.of(most))));
    }
    List<Rule> rules = new ArrayList<>();
    if (below) {
      rules.add(
          attribute(
              one,
              counted
                  ? Comparison.of(Operator.AT_LEAST, least)
                  : Comparison.of(Operator.MORE_THAN, one.low())));
    }
    if (above) {
      rules.add(attribute(one, Comparison.of(Operator.AT_MOST, counted ? most : one.high())));
    }
    return rules;
  }

  private static Rule attribute(Condition one, Comparison comparison) {
    return new Rule.Attribute(one.feature(), comparison);
  }
}
