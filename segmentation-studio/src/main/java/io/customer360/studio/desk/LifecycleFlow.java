package io.customer360.studio.desk;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.count.Bits;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Window;
import io.customer360.studio.segment.SegmentStudio;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How customers go from one state to another from quarter to quarter. A state is made of orders
/// alone and every customer is in exactly one; each state and each way between two is a rule tree,
/// so that a ribbon and the segment made of it cannot differ. Long: call it on a job's thread.
public final class LifecycleFlow {
  /// Quarters shown; the last one is not over.
  public static final int PERIODS = 4;

  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  /// Where a customer stands at the end of a quarter.
  public enum State {
    /// Ordered in the quarter and not in the one before: the first time, or again.
    NEW,
    /// Ordered in the quarter and in the one before.
    ACTIVE,
    /// Ordered in the quarter before and not in this one.
    AT_RISK,
    /// Ordered earlier, and in neither of the two.
    CHURNED,
    /// Has not ordered yet.
    OUTSIDE
  }

  private final SegmentStudio studio;
  private final Lakehouse lakehouse;
  private final ZoneId zone;

  /// @param zone in which a day begins
  public LifecycleFlow(SegmentStudio studio, Lakehouse lakehouse, ZoneId zone) {
    this.studio = studio;
    this.lakehouse = lakehouse;
    this.zone = zone;
  }

  /// A quarter.
  ///
  /// @param to its last day; of the last quarter it may be to come
  /// @param customers by state; together they are everybody
  public record Period(LocalDate from, LocalDate to, Map<State, Integer> customers) {
    public Period {
      customers = Map.copyOf(customers);
    }
  }

  /// Those who were in one state at the end of a quarter and in another at the end of the next.
  ///
  /// @param period index of the earlier quarter
  public record Ribbon(int period, State from, State to, int customers, Rule rule) {}

  /// @param ribbons nobody's ones left out, and those who stay outside
  /// @param today the data's
  public record Flow(List<Period> periods, List<Ribbon> ribbons, LocalDate today) {
    public Flow {
      periods = List.copyOf(periods);
      ribbons = List.copyOf(ribbons);
    }
  }

  public Flow read(Progress progress) {
    LocalDate today = LocalDate.ofInstant(lakehouse.asOf(), zone);
    LocalDate current = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
    List<Map<State, Rule>> rules = new ArrayList<>();
    List<Map<State, Bits>> members = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < PERIODS; i++) {
      LocalDate from = current.minusMonths(3L * (PERIODS - 1 - i));
      progress.stage("Follow customers through the quarter from " + from);
      progress.fraction((double) i / PERIODS);
      Map<State, Rule> states = states(from);
      Map<State, Bits> sets = new EnumMap<>(State.class);
      Map<State, Integer> counts = new EnumMap<>(State.class);
      states.forEach(
          (state, rule) -> {
            Bits bits = studio.counter().members(rule, progress);
            sets.put(state, bits);
            counts.put(state, bits.count());
          });
      rules.add(states);
      members.add(sets);
      periods.add(new Period(from, from.plusMonths(3).minusDays(1), counts));
    }
    List<Ribbon> ribbons = new ArrayList<>();
    for (int i = 0; i + 1 < PERIODS; i++) {
      for (State from : State.values()) {
        for (State to : State.values()) {
          Bits before = members.get(i).get(from);
          Bits after = members.get(i + 1).get(to);
          Rule first = rules.get(i).get(from);
          Rule second = rules.get(i + 1).get(to);
          if (before == null || after == null || first == null || second == null) {
            continue;
          }
          int common = before.common(after);
          if (common > 0 && to != State.OUTSIDE) {
            ribbons.add(new Ribbon(i, from, to, common, Rule.all(first, second)));
          }
        }
      }
    }
    return new Flow(periods, ribbons, today);
  }

  /// What a ribbon's people are worth, beside how many of the state they come from they are.
  public PurchaseGrids.Cell cell(Flow flow, Ribbon ribbon, Progress progress) {
    SegmentCount count = studio.count(ribbon.rule(), progress);
    int of = flow.periods().get(ribbon.period()).customers().getOrDefault(ribbon.from(), 0);
    return new PurchaseGrids.Cell(ribbon.rule(), count.customers(), of, count.margin12m());
  }

  private static Map<State, Rule> states(LocalDate from) {
    LocalDate before = from.minusMonths(3);
    Rule now = ordered(from, from.plusMonths(3).minusDays(1));
    Rule last = ordered(before, from.minusDays(1));
    Rule earlier = ordered(EVER, before.minusDays(1));
    Map<State, Rule> states = new EnumMap<>(State.class);
    states.put(State.NEW, Rule.all(now, none(last)));
    states.put(State.ACTIVE, Rule.all(now, last));
    states.put(State.AT_RISK, Rule.all(last, none(now)));
    states.put(State.CHURNED, Rule.all(earlier, none(now, last)));
    states.put(State.OUTSIDE, Rule.all(none(now, last, earlier)));
    return states;
  }

  private static Rule ordered(LocalDate from, LocalDate to) {
    return new Rule.Behaviour(
        new Occurrence("orders", List.of(), new Window.Between(from, to)),
        Measure.COUNT,
        Comparison.of(Operator.AT_LEAST, 1));
  }

  private static Rule none(Rule... rules) {
    return new Rule.Group(Combination.NONE, List.of(rules));
  }
}
