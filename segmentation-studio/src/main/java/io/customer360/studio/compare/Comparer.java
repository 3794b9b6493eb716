package io.customer360.studio.compare;

import io.customer360.job.Progress;
import io.customer360.studio.count.Bits;
import io.customer360.studio.count.Counter;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares a segment with everyone else or with another segment: categories value by value,
/// numbers by the half of all customers above the median, and things done or agreed to.
public final class Comparer {
  private static final double FALSE_FINDINGS = 0.05;
  private static final int MOST_VALUES = 40;
  private static final int BARS = 20;
  private static final List<String> SHOWN =
      List.of("margin_12m", "orders_12m", "quiet_days", "churn_risk", "age");

  private final Counter counter;

  public Comparer(Counter counter) {
    this.counter = counter;
  }

  /// @param others the group compared with; customers of both count to the segment only
  public Comparison compare(Bits segment, Bits others, Progress progress) {
    return compare(segment, others, Set.of(), progress);
  }

  /// The same without some fields.
  ///
  /// @param leftOut fields whose difference is no news, since the segment is made by them; a test
  ///     that must succeed would let more false findings pass
  public Comparison compare(Bits segment, Bits others, Set<String> leftOut, Progress progress) {
    Bits against = others.without(segment);
    int n = segment.count();
    int m = against.count();
    List<Trait> drafts = new ArrayList<>();
    List<Distribution> distributions = new ArrayList<>();
    FieldCatalog catalog = counter.catalog();
    for (Field field : catalog.fields()) {
      progress.checkCancelled();
      if (leftOut.contains(field.name())) {
        continue;
      }
      if (field.type() == FieldType.TEXT) {
        texts(field, segment, against, n, m, drafts, progress);
      } else if (field.type() == FieldType.NUMBER) {
        numbers(field, segment, against, n, m, drafts, distributions, progress);
      }
    }
    ruleTraits(catalog, progress)
        .forEach(
            (title, rule) -> {
              Bits has = counter.members(rule, progress);
              drafts.add(trait("", title, title, segment.common(has), n, against.common(has), m));
            });
    double[] p = drafts.stream().mapToDouble(Trait::pValue).toArray();
    boolean[] found = Contrast.findings(p, FALSE_FINDINGS);
    List<Trait> traits = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      traits.add(judged(drafts.get(i), found[i]));
    }
    traits.sort(
        Comparator.comparing(Trait::differs)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Comparer::strength).reversed())
            .thenComparing(Trait::title));
    return new Comparison(n, m, drafts.size(), traits, distributions);
  }

  private Map<String, Rule> ruleTraits(FieldCatalog catalog, Progress progress) {
    return RuleTraits.of(catalog, counter.channels(), counter.categories(progress));
  }

  /// The rule that holds for who has a trait, so that it can become a condition; empty when the
  /// trait's field is gone.
  public Optional<Rule> rule(Trait trait, Progress progress) {
    FieldCatalog catalog = counter.catalog();
    if (trait.field().isEmpty()) {
      return Optional.ofNullable(ruleTraits(catalog, progress).get(trait.title()));
    }
    return catalog
        .find(trait.field())
        .map(
            field ->
                new Rule.Attribute(
                    field.name(),
                    field.type() == FieldType.NUMBER
                        ? io.customer360.studio.rule.Comparison.of(
                            Operator.MORE_THAN, trait.floor().orElseThrow())
                        : io.customer360.studio.rule.Comparison.is(trait.value())));
  }

  /// How far the interval stays from 1, on the scale of the logarithm: small groups count less.
  private static double strength(Trait trait) {
    double low = Math.log(trait.low());
    double high = Math.log(trait.high());
    return low > 0 ? low : high < 0 ? -high : 0;
  }

  private void texts(
      Field field,
      Bits segment,
      Bits against,
      int n,
      int m,
      List<Trait> drafts,
      Progress progress) {
    Map<String, int[]> counts = counter.values(field, segment, against, MOST_VALUES, progress);
    counts.forEach(
        (value, both) ->
            drafts.add(
                trait(field.name(), value, field.title() + ": " + value, both[0], n, both[1], m)));
  }

  private void numbers(
      Field field,
      Bits segment,
      Bits against,
      int n,
      int m,
      List<Trait> drafts,
      List<Distribution> distributions,
      Progress progress) {
    double[] values = counter.numbers(field, progress);
    double median = Quantiles.median(values, segment, against);
    if (Double.isNaN(median)) {
      return;
    }
    // what is printed is what is counted, and what the condition made of it finds
    String printed = Quantiles.plain(median);
    double floor = Double.parseDouble(printed);
    int a = above(values, segment, floor);
    int b = above(values, against, floor);
    drafts.add(
        trait(field.name(), Trait.above(printed), field.title() + ": over " + printed, a, n, b, m));
    if (SHOWN.contains(field.name())) {
      distributions.add(Quantiles.distribution(field, values, segment, against, BARS));
    }
  }

  private static int above(double[] values, Bits group, double median) {
    int count = 0;
    for (int i = group.next(0); i >= 0; i = group.next(i + 1)) {
      count += values[i] > median ? 1 : 0;
    }
    return count;
  }

  private static Trait trait(String field, String value, String title, int a, int n, int b, int m) {
    double inside = n == 0 ? 0 : (double) a / n;
    double against = m == 0 ? 0 : (double) b / m;
    double[] interval = Contrast.interval(a, n, b, m);
    double lift = against == 0 ? Double.POSITIVE_INFINITY : inside / against;
    return new Trait(
        field,
        value,
        title,
        a,
        b,
        inside,
        against,
        lift,
        interval[0],
        interval[1],
        Contrast.pValue(a, n, b, m),
        false);
  }

  private static Trait judged(Trait t, boolean differs) {
    return new Trait(
        t.field(),
        t.value(),
        t.title(),
        t.insideCount(),
        t.againstCount(),
        t.inside(),
        t.against(),
        t.lift(),
        t.low(),
        t.high(),
        t.pValue(),
        differs);
  }
}
