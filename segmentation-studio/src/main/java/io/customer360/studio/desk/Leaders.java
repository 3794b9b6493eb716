package io.customer360.studio.desk;

import io.customer360.job.Progress;
import io.customer360.studio.count.Bits;
import io.customer360.studio.count.Counter;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Customers by the values of a field, with several measures to lead by. Every line is a rule tree
/// and its number that tree's count. Long: call it on a job's thread.
public final class Leaders {
  /// A field with more values than these leads nowhere.
  private static final int MOST_VALUES = 60;

  private static final List<String> DIMENSIONS =
      List.of(
          "city",
          "favourite_channel",
          "favourite_category",
          "tier",
          "lifecycle",
          "value_tier",
          "country");

  private final SegmentStudio studio;

  public Leaders(SegmentStudio studio) {
    this.studio = studio;
  }

  /// Customers who share a value.
  ///
  /// @param margin12m of all of them
  /// @param again share who ordered at least twice in 12 months, 0 to 1
  /// @param active share who ordered in the last 90 days, 0 to 1
  public record Line(
      String value,
      Rule rule,
      int customers,
      double revenue12m,
      double margin12m,
      double again,
      double active) {
    /// Margin of 12 months of one of them.
    public double each() {
      return customers == 0 ? 0 : margin12m / customers;
    }
  }

  /// @param field by whose values the lines are made
  /// @param lines most margin first
  public record Board(Field field, int everyone, List<Line> lines) {
    public Board {
      lines = List.copyOf(lines);
    }
  }

  /// Fields to lead by, the usual ones first.
  public List<Field> dimensions() {
    return studio.catalog().fields().stream()
        .filter(field -> field.type() == FieldType.TEXT && DIMENSIONS.contains(field.name()))
        .sorted(Comparator.comparingInt(field -> DIMENSIONS.indexOf(field.name())))
        .toList();
  }

  public Board read(Field field, Progress progress) {
    progress.stage("Compare customers by " + field.title());
    Counter counter = studio.counter();
    Bits everyone = counter.members(Rule.EVERYONE, progress);
    Bits nobody = everyone.without(everyone);
    Bits again = at(counter, "orders_12m", Operator.AT_LEAST, 2, progress);
    Bits active = at(counter, "quiet_days", Operator.AT_MOST, 90, progress);
    List<Line> lines = new ArrayList<>();
    for (String value : counter.values(field, everyone, nobody, MOST_VALUES, progress).keySet()) {
      progress.checkCancelled();
      Rule rule = Rule.all(new Rule.Attribute(field.name(), Comparison.is(value)));
      SegmentCount count = studio.count(rule, progress);
      Bits members = counter.members(rule, progress);
      if (count.customers() > 0) {
        lines.add(
            new Line(
                value,
                rule,
                count.customers(),
                count.revenue12m(),
                count.margin12m(),
                (double) members.common(again) / count.customers(),
                (double) members.common(active) / count.customers()));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::margin12m).reversed().thenComparing(Line::value));
    return new Board(field, everyone.count(), lines);
  }

  private static Bits at(
      Counter counter, String field, Operator operator, double number, Progress progress) {
    return counter.members(
        Rule.all(new Rule.Attribute(field, Comparison.of(operator, number))), progress);
  }
}
