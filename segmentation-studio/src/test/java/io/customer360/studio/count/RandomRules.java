package io.customer360.studio.count;

import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random rule trees over the small lake.
public final class RandomRules {
  private static final List<Operator> ORDER =
      List.of(Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN);

  private final SplittableRandom random;

  public RandomRules(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public Rule tree() {
    return group(3);
  }

  private Rule group(int depth) {
    List<Rule> rules = new ArrayList<>();
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      Rule one = depth > 1 && random.nextInt(3) == 0 ? group(depth - 1) : leaf();
      rules.add(random.nextInt(12) == 0 ? new Rule.Off(one) : one);
    }
    return new Rule.Group(pick(List.of(Combination.values())), rules);
  }

  private Rule leaf() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Rule.Attribute("tier", text(List.of("Gold", "Silver", "Bronze")));
      case 2 -> new Rule.Attribute(pick(List.of("city", "postcode_area")), text(SmallLake.CITIES));
      case 3 -> number();
      case 4 -> time();
      case 5 ->
          new Rule.Consent(
              "marketing",
              pick(List.of("email", "sms", "")).isEmpty() ? null : "email",
              pick(List.of(ConsentStatus.values())));
      case 6, 7 -> behaviour();
      default ->
          new Rule.Sequence(
              orders(window()),
              random.nextBoolean(),
              messages(Window.ANYTIME),
              1 + random.nextInt(9));
    };
  }

  private Rule number() {
    String field =
        pick(List.of("orders", "revenue_12m", "churn_risk", "recency_ratio", "age", "quiet_days"));
    if (random.nextInt(6) == 0) {
      return new Rule.Attribute(
          "quiet_days",
          Comparison.of(
              pick(ORDER),
              new Value.Multiple(
                  new BigDecimal(pick(List.of("1.5", "0.1", "2"))),
                  pick(List.of("usual_gap_days", "orders")))));
    }
    return new Rule.Attribute(field, compare(field.equals("revenue_12m") ? 25 : 1));
  }

  private Comparison compare(int step) {
    double a = random.nextInt(12) * step * (step == 1 && random.nextBoolean() ? 0.1 : 1);
    return switch (random.nextInt(7)) {
      case 0 -> Comparison.of(Operator.IS, a);
      case 1 -> Comparison.of(Operator.IS_NOT, Value.Number.of(a), Value.Number.of(a + step));
      case 2 -> Comparison.of(Operator.BETWEEN, Value.Number.of(a), Value.Number.of(a + 3 * step));
      case 3 -> Comparison.of(random.nextBoolean() ? Operator.KNOWN : Operator.UNKNOWN);
      default -> Comparison.of(pick(ORDER), a);
    };
  }

  private Rule time() {
    if (random.nextBoolean()) {
      return new Rule.Attribute(
          "birth_date",
          Comparison.of(
              pick(ORDER), new Value.Day(LocalDate.of(1950 + random.nextInt(50), 3, 11))));
    }
    return new Rule.Attribute(
        "last_order_at",
        random.nextBoolean()
            ? Comparison.of(pick(ORDER), new Value.DaysAgo(random.nextInt(30)))
            : Comparison.of(
                random.nextBoolean() ? Operator.AT_LEAST : Operator.LESS_THAN,
                new Value.Day(LocalDate.of(2026, 6, 1 + random.nextInt(20)))));
  }

  private Rule behaviour() {
    if (random.nextInt(3) == 0) {
      return new Rule.Behaviour(
          messages(window()),
          pick(
              List.of(
                  Measure.COUNT,
                  new Measure(Measure.Kind.DAYS_SINCE_LAST, ""),
                  new Measure(Measure.Kind.DAYS_SINCE_FIRST, ""))),
          compare(1));
    }
    if (random.nextInt(5) == 0) {
      return new Rule.Behaviour(
          Occurrence.of("tickets", window()),
          new Measure(
              pick(List.of(Measure.Kind.AVERAGE, Measure.Kind.LARGEST, Measure.Kind.SMALLEST)),
              "rating"),
          compare(1));
    }
    boolean sum = random.nextBoolean();
    return new Rule.Behaviour(
        orders(window()),
        sum
            ? new Measure(
                pick(List.of(Measure.Kind.SUM, Measure.Kind.LARGEST, Measure.Kind.AVERAGE)),
                "revenue")
            : Measure.COUNT,
        sum ? compare(25) : compare(1));
  }

  private Occurrence orders(Window window) {
    List<Occurrence.Detail> details = new ArrayList<>();
    if (random.nextBoolean()) {
      details.add(new Occurrence.Detail("channel", text(List.of("web", "store"))));
    }
    if (random.nextBoolean()) {
      details.add(new Occurrence.Detail("revenue", Comparison.of(pick(ORDER), 100)));
    }
    if (random.nextInt(4) == 0) {
      details.add(
          new Occurrence.Detail(
              "has_recalled", Comparison.of(Operator.IS, new Value.Truth(random.nextBoolean()))));
    }
    return new Occurrence(pick(List.of("orders", "orders", "returns")), details, window);
  }

  private Occurrence messages(Window window) {
    List<Occurrence.Detail> details = new ArrayList<>();
    if (random.nextBoolean()) {
      details.add(new Occurrence.Detail("kind", text(List.of("opened", "clicked", "sent"))));
    }
    return new Occurrence("messages", details, window);
  }

  private Window window() {
    return switch (random.nextInt(5)) {
      case 4 -> new Window.Since(LocalDate.of(2026, 6, 1 + random.nextInt(20)));
      case 0 -> Window.ANYTIME;
      case 1 -> new Window.LastDays(1 + random.nextInt(30));
      case 2 -> new Window.Before(1 + random.nextInt(30));
      default ->
          new Window.Between(
              LocalDate.of(2026, 6, 1 + random.nextInt(10)),
              LocalDate.of(2026, 6, 11 + random.nextInt(10)));
    };
  }

  private Comparison text(List<String> values) {
    return switch (random.nextInt(7)) {
      case 0 -> Comparison.of(Operator.KNOWN);
      case 1 -> Comparison.of(Operator.UNKNOWN);
      case 2 -> Comparison.of(Operator.CONTAINS, new Value.Text("E"));
      case 3 -> Comparison.of(Operator.STARTS_WITH, new Value.Text("l"));
      case 4 -> Comparison.of(Operator.IS_NOT, new Value.Text(pick(values)));
      case 5 -> Comparison.is(values.getFirst(), values.getLast());
      default -> Comparison.is(pick(values));
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
