package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What stands beside customers at risk: how many have gone quiet week by week, what drives their
/// risk, and whom to start with.
final class RiskPictures {
  /// The contribution that raises the score most.
  static final String DRIVER =
      "(select arg_max(r.label, r.contribution) from gold.score_reason r"
          + " where r.customer_id = c.customer_id and r.model = 'churn' and r.contribution > 0"
          + " and r.feature <> 'other')";

  /// The same as a kind, so that customers with like reasons can be counted together.
  private static final String DRIVER_KIND =
      "(select arg_max(r.feature, r.contribution) from gold.score_reason r"
          + " where r.customer_id = c.customer_id and r.model = 'churn' and r.contribution > 0"
          + " and r.feature <> 'other')";

  private static final String CONFIDENCE =
      "(select s.confidence from gold.score s"
          + " where s.customer_id = c.customer_id and s.model = 'churn')";

  private static final int WEEKS = 12;
  private static final int MOST_DRIVERS = 3;
  private static final int MOST_IDS = 5_000;

  private final Run run;

  RiskPictures(Run run) {
    this.run = run;
  }

  /// The pictures, and what to do first.
  Draft add(Draft draft, Audience audience, Audience whole, String wholeWords) throws SQLException {
    Draft more = draft;
    Chart course = scored(audience, whole, wholeWords);
    if (course == null) {
      course = quiet(whole, wholeWords);
    }
    if (course != null) {
      more = more.chart(course);
    }
    Run.Result drivers = drivers(audience, false);
    return (drivers.isEmpty() ? more : more.chart(bars(drivers))).next(next(audience, drivers));
  }

  Run.Result drivers(Audience audience, boolean shown) throws SQLException {
    QueryText text =
        new QueryText()
            .add("select driver, count(*) as customers, sum(at_risk) as at_risk from (\n  select ")
            .add(DRIVER_KIND + " as driver, " + Clauses.AT_RISK_MARGIN + " as at_risk\n")
            .append(run.clauses.fromCustomers(audience, "churn.score"))
            .append(run.clauses.where(run.layer.table("customer"), audience, null))
            .add(
                ") where driver is not null\n"
                    + "group by driver order by customers desc, driver limit 8");
    return shown ? run.query(text) : run.quiet(text);
  }

  Chart bars(Run.Result drivers) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < Math.min(6, drivers.rows().size()); i++) {
      double count = drivers.number(i, 1);
      bars.add(
          CustomerAnswers.bar(
              run.layer.driver(drivers.text(i, 0)), count, run.figures.count(count), i == 0));
    }
    return new Chart.Bars(
        "Main driver, customers",
        "Customers by the reason that raises their churn risk most.",
        "",
        bars,
        "");
  }

  /// How many of the whole were at risk on the days the lake keeps scores of; null where it keeps
  /// too few, or where "at risk" is not one limit of the churn score.
  private @Nullable Chart scored(Audience audience, Audience whole, String wholeWords)
      throws SQLException {
    List<Condition.Threshold> limits =
        audience.conditions().stream()
            .filter(Condition.Threshold.class::isInstance)
            .map(Condition.Threshold.class::cast)
            .filter(one -> one.attribute().equals("churn"))
            .toList();
    if (limits.size() != 1
        || limits.getFirst().negated()
        || !limits.getFirst().op().equals(">=")
        || !run.exists("gold", "score_history")) {
      return null;
    }
    double limit = limits.getFirst().value();
    QueryText text =
        new QueryText()
            .add("with audience as (select c.customer_id ")
            .append(run.clauses.fromCustomers(whole))
            .append(run.clauses.where(run.layer.table("customer"), whole, null))
            .add(
                """
                ), scored as (
                  select customer_id, as_of, score from gold.score_history where model = 'churn'
                  union all
                  select customer_id, as_of, score from gold.score where model = 'churn')
                select as_of::date as day, count(*) filter (where score >= """)
            .bind(limit)
            .add(") as customers from scored join audience using (customer_id)")
            .add(" group by day order by day");
    Run.Result result = run.quiet(text);
    if (result.rows().size() < 4) {
      return null;
    }
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      double value = result.number(i, 1);
      points.add(
          new Chart.Point(LocalDate.parse(result.text(i, 0)), value, run.figures.count(value)));
    }
    return new Chart.Line(
        wholeWords.substring(0, 1).toUpperCase(Locale.UK)
            + wholeWords.substring(1)
            + " at risk, every two weeks",
        "From "
            + points.getFirst().text()
            + " to "
            + points.getLast().text()
            + " customers with a churn score of "
            + limit
            + " or more, by the model in use from what was known on each day.",
        "customers",
        14,
        List.of(new Chart.Series("at risk", points)),
        newCarrier(points.getFirst().date()));
  }

  /// Customers whose last order lay further back than one and a half times their usual gap, at the
  /// end of each week: a history that needs no scores of the past.
  private @Nullable Chart quiet(Audience whole, String wholeWords) throws SQLException {
    List<LocalDate> ends = new ArrayList<>();
    for (int i = WEEKS; i >= 0; i--) {
      ends.add(run.today.plusDays(1).minusWeeks(i));
    }
    Run.Result result = run.quiet(lastOrders(whole, ends));
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      if (result.number(0, 2 * i) > 0) {
        double value = result.number(0, 2 * i + 1);
        points.add(new Chart.Point(ends.get(i).minusDays(1), value, run.figures.count(value)));
      }
    }
    if (points.size() < 4) {
      return null;
    }
    String title =
        wholeWords.substring(0, 1).toUpperCase(Locale.UK)
            + wholeWords.substring(1)
            + " quieter than usual, per week";
    return new Chart.Line(
        title,
        "From "
            + points.getFirst().text()
            + " to "
            + points.getLast().text()
            + " customers whose last order lies more than one and a half times their usual gap"
            + " back.",
        "customers",
        7,
        List.of(new Chart.Series("quieter than usual", points)),
        newCarrier(points.getFirst().date()));
  }

  /// For each of these days how many customers had ordered before, and how many of them were quiet.
  /// Every order is read once, however many days there are.
  private QueryText lastOrders(Audience whole, List<LocalDate> ends) {
    QueryText text =
        new QueryText()
            .add("with audience as (select c.customer_id, c.usual_gap_days ")
            .append(run.clauses.fromCustomers(whole))
            .append(run.clauses.where(run.layer.table("customer"), whole, null))
            .add("), last_order as (select o.customer_id");
    for (int i = 0; i < ends.size(); i++) {
      text.add(", max(o.ordered_at) filter (where o.ordered_at < ")
          .bind(run.clauses.instant(ends.get(i)))
          .add(") as before_" + i);
    }
    text.add(" from gold.orders o where not o.is_return")
        .add(" and o.customer_id in (select customer_id from audience) group by o.customer_id)\n")
        .add("select ");
    for (int i = 0; i < ends.size(); i++) {
      text.add((i == 0 ? "" : ", ") + "count(before_" + i + "), count(*) filter (where")
          .add(" usual_gap_days > 0 and date_diff('day', before_" + i + ", ")
          .bind(run.clauses.instant(ends.get(i)))
          .add(") > 1.5 * usual_gap_days)");
    }
    return text.add(" from last_order join audience using (customer_id)");
  }

  /// The day a carrier first drove for us, when it falls into the picture.
  Chart.@Nullable Annotation newCarrier(LocalDate from) throws SQLException {
    QueryText text =
        new QueryText()
            .add("select carrier, min(shipped_at)::date as first from gold.shipment ")
            .add("where carrier is not null and shipped_at is not null group by carrier ")
            .add("having min(shipped_at) >= ")
            .bind(run.clauses.instant(from))
            .add(" order by first limit 1");
    Run.Result result = run.quiet(text);
    if (result.isEmpty()) {
      return null;
    }
    LocalDate first = LocalDate.parse(result.text(0, 1));
    return new Chart.Annotation(first, "New carrier from " + run.figures.day(first));
  }

  /// Start with the group of one driver for which the proposals bring most above their cost; where
  /// none pays, with the largest group.
  private @Nullable NextAction next(Audience audience, Run.Result drivers) throws SQLException {
    int most = Math.min(MOST_DRIVERS, drivers.rows().size());
    if (most == 0) {
      return null;
    }
    Map<String, Group> groups = groups(audience, drivers, most);
    Proposals proposals =
        Proposals.of(run, groups.values().stream().flatMap(g -> g.ids().stream()).toList());
    NextAction best = null;
    for (int i = 0; i < most; i++) {
      Group group = groups.getOrDefault(drivers.text(i, 0), new Group(List.of(), 0));
      NextAction next = next(drivers, i, group, proposals);
      if (best == null || net(next) > Math.max(0, net(best))) {
        best = next;
      }
    }
    return best;
  }

  private static double net(NextAction next) {
    MoneyFigure net = next.net();
    return net == null ? 0 : net.amount().doubleValue();
  }

  /// Customers whose risk has one driver, and how sure their scores are on average.
  private record Group(List<String> ids, double sure) {}

  private Map<String, Group> groups(Audience audience, Run.Result drivers, int most)
      throws SQLException {
    QueryText text =
        new QueryText()
            .add("select customer_id, driver, confidence from (select c.customer_id, ")
            .add(DRIVER_KIND + " as driver, " + CONFIDENCE + " as confidence ")
            .append(run.clauses.fromCustomers(audience, "churn.score"))
            .append(run.clauses.where(run.layer.table("customer"), audience, null))
            .add(") where driver in (")
            .bindAll(IntStream.range(0, most).mapToObj(i -> drivers.text(i, 0)).toList())
            .add(") qualify row_number() over (partition by driver order by customer_id) <= ")
            .add(MOST_IDS + " order by customer_id");
    Run.Result found = run.quiet(text);
    return IntStream.range(0, found.rows().size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> found.text(i, 1),
                Collectors.teeing(
                    Collectors.mapping(i -> found.text(i, 0), Collectors.toList()),
                    Collectors.averagingDouble(i -> found.number(i, 2)),
                    Group::new)));
  }

  private NextAction next(Run.Result drivers, int row, Group group, Proposals proposals) {
    String driver = run.layer.driver(drivers.text(row, 0));
    long count = Math.round(drivers.number(row, 1));
    return proposals.next(
        "Recover "
            + (count == 1 ? "the customer" : "the " + run.figures.count(count) + " customers")
            + " at risk for "
            + driver.substring(0, 1).toLowerCase(Locale.UK)
            + driver.substring(1),
        group.ids(),
        new Confidence.Part("Churn scores of these customers, mean confidence", group.sure()));
  }

  static ActionTarget queue(List<String> ids) {
    return new ActionTarget.Queue("", ids);
  }
}
