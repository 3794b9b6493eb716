package io.customer360.studio.desk;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.annotation.Annotation;
import io.customer360.studio.annotation.Annotations;
import io.customer360.studio.cohort.Wilson;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import io.customer360.studio.segment.SegmentStudio;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Grids of customers by when they first bought and by how they buy. Every cell is a rule tree and
/// its number that tree's count, so that a cell and the segment made of it cannot differ. Long:
/// call it on a job's thread.
public final class PurchaseGrids {
  /// Cohorts shown: the months of a year and the one before them.
  private static final int MONTHS = 13;

  private static final int PARTS = 5;

  private final Lakehouse lakehouse;
  private final SegmentStudio studio;
  private final ZoneId zone;
  private final Groupings groupings;

  /// @param zone in which a month begins
  public PurchaseGrids(Lakehouse lakehouse, SegmentStudio studio, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.studio = studio;
    this.zone = zone;
    this.groupings = new Groupings(lakehouse, studio);
  }

  /// Some customers.
  ///
  /// @param rule that finds them
  /// @param of those it is a share of: the cohort, or everybody in the grid
  public record Cell(Rule rule, int customers, int of, double margin12m) {
    /// The share's 95 % interval by Wilson's formula; of nobody it may be anything.
    public Wilson interval() {
      return of == 0 ? new Wilson(0, 1) : Wilson.of(customers, of);
    }

    /// 0 to 1.
    public double share() {
      return of == 0 ? 0 : (double) customers / of;
    }
  }

  /// Customers who first bought in a month, or who share a value and first bought in the year.
  ///
  /// @param month of the first order; null for a cohort by value
  /// @param value of the field; empty for a cohort by month
  /// @param months how many bought again so many months later; the first is one month later. For a
  ///     cohort by month the last may not be over; by value only months that are over count, and
  ///     each cell is a share of those for whom the month is over
  public record Cohort(
      @Nullable YearMonth month, String value, Rule rule, int customers, List<Cell> months) {
    public Cohort {
      months = List.copyOf(months);
    }
  }

  /// @param by the title of the grouping whose values make the cohorts; empty: the month of the
  ///     first order does
  /// @param lastMonth the month that is not over
  /// @param annotations what else happened in these months, by day
  public record Retention(
      List<Cohort> cohorts, String by, YearMonth lastMonth, List<Annotation> annotations) {
    public Retention {
      cohorts = List.copyOf(cohorts);
      annotations = List.copyOf(annotations);
    }
  }

  /// A fifth of the customers, or less where many are alike.
  ///
  /// @param low inclusive
  /// @param high inclusive; null: no end
  public record Band(long low, @Nullable Long high) {}

  /// Customers by days since the last order and by orders.
  ///
  /// @param recency most recent first
  /// @param frequency most orders first
  /// @param cells one row a band of recency
  public record Habits(List<Band> recency, List<Band> frequency, List<List<Cell>> cells) {}

  /// Who came back, by the month of the first order.
  public Retention retention(Progress progress) {
    someCustomers();
    YearMonth now = YearMonth.from(lakehouse.asOf().atZone(zone));
    List<Cohort> cohorts = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      YearMonth month = now.minusMonths(back);
      progress.stage("Follow who first bought in " + month);
      progress.fraction((double) (MONTHS - 1 - back) / MONTHS);
      Rule came = firstIn(month);
      int customers = studio.count(came, progress).customers();
      List<Cell> cells = new ArrayList<>();
      for (YearMonth later = month.plusMonths(1);
          !later.isAfter(now);
          later = later.plusMonths(1)) {
        Rule again = and(came, boughtIn(later));
        SegmentCount count = studio.count(again, progress);
        cells.add(new Cell(again, count.customers(), customers, count.margin12m()));
      }
      cohorts.add(new Cohort(month, "", came, customers, cells));
    }
    return new Retention(cohorts, "", now, annotations(now, progress));
  }

  /// Says that there are none before any month of a lake without a today is followed.
  private void someCustomers() {
    if (studio.count(Rule.EVERYONE, Progress.NONE).customers() == 0) {
      throw WorkbenchException.user(
          "C360-SEG-022", "There are no customers yet. Import data, then run: workbench refresh");
    }
  }

  private List<Annotation> annotations(YearMonth now, Progress progress) {
    LocalDate first = now.minusMonths(MONTHS - 1L).atDay(1);
    return new Annotations(lakehouse, zone).between(first, now.atEndOfMonth(), progress);
  }

  /// What cohorts can be made by beside the month of the first order.
  public List<Grouping.Choice> groupings(Progress progress) {
    return groupings.choices(progress);
  }

  /// Who came back, by what customers have in common; the largest parts first.
  ///
  /// @param key of a grouping
  public Retention retention(String key, Progress progress) {
    someCustomers();
    Grouping grouping = groupings.of(key, MONTHS, progress);
    YearMonth now = YearMonth.from(lakehouse.asOf().atZone(zone));
    YearMonth first = now.minusMonths(MONTHS - 1L);
    List<Cohort> cohorts = new ArrayList<>();
    for (Grouping.Part part : grouping.parts()) {
      progress.stage("Follow who came with " + part.value());
      progress.fraction((double) cohorts.size() / grouping.parts().size());
      Rule has = part.rule();
      Rule came = Rule.all(has, firstBetween(first, now.minusMonths(1)));
      List<Cell> cells = new ArrayList<>();
      for (int later = 1; later < MONTHS - 1; later++) {
        YearMonth last = now.minusMonths(later + 1L);
        List<Rule> ways = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
          ways.add(and(firstIn(month), boughtIn(month.plusMonths(later))));
        }
        Rule again = Rule.all(has, new Rule.Group(Combination.ANY, ways));
        SegmentCount count = studio.count(again, progress);
        int of = studio.count(Rule.all(has, firstBetween(first, last)), progress).customers();
        cells.add(new Cell(again, count.customers(), of, count.margin12m()));
      }
      cohorts.add(
          new Cohort(null, part.value(), came, studio.count(came, progress).customers(), cells));
    }
    return new Retention(cohorts, grouping.title(), now, annotations(now, progress));
  }

  private static Rule firstBetween(YearMonth first, YearMonth last) {
    return Rule.all(
        new Rule.Attribute(
            "first_order_at", Comparison.of(Operator.AT_LEAST, new Value.Day(first.atDay(1)))),
        new Rule.Attribute(
            "first_order_at",
            Comparison.of(Operator.LESS_THAN, new Value.Day(last.plusMonths(1).atDay(1)))));
  }

  private static Rule firstIn(YearMonth month) {
    return firstBetween(month, month);
  }

  private static Rule boughtIn(YearMonth month) {
    LocalDate from = month.atDay(1);
    return new Rule.Behaviour(
        new Occurrence("orders", List.of(), new Window.Between(from, month.atEndOfMonth())),
        Measure.COUNT,
        Comparison.of(Operator.AT_LEAST, 1));
  }

  private static Rule and(Rule all, Rule more) {
    Rule.Group group = (Rule.Group) all;
    return new Rule.Group(
        group.combination(), Stream.concat(group.rules().stream(), Stream.of(more)).toList());
  }

  /// By fifths of recency and of the number of orders.
  public Habits habits(Progress progress) {
    progress.stage("Sort customers by recency and frequency");
    FieldCatalog catalog = studio.catalog();
    String quiet =
        io.customer360.studio.sql.AsOfText.filled(
            catalog.field("quiet_days").sql(), lakehouse.asOf());
    List<Band> recency = bands(quiet, progress);
    List<Band> frequency = bands(catalog.field("orders").sql(), progress).reversed();
    int everyone =
        studio.count(Rule.all(within("orders", new Band(1, null))), progress).customers();
    List<List<Cell>> rows = new ArrayList<>();
    for (Band recent : recency) {
      List<Cell> row = new ArrayList<>();
      for (Band often : frequency) {
        Rule rule = Rule.all(within("quiet_days", recent), within("orders", often));
        SegmentCount count = studio.count(rule, progress);
        row.add(new Cell(rule, count.customers(), everyone, count.margin12m()));
      }
      rows.add(row);
    }
    return new Habits(recency, frequency, rows);
  }

  private List<Band> bands(String expression, Progress progress) {
    List<Long> ends =
        lakehouse.read(
            progress,
            connection ->
                Rows.list(
                    connection,
                    "select distinct unnest(quantile_disc("
                        + expression
                        + ", [0.2, 0.4, 0.6, 0.8])) as cut from gold.customer c"
                        + " where c.orders > 0 order by cut",
                    row -> row.getLong(1)));
    long least =
        lakehouse.read(
            progress,
            connection ->
                Rows.number(
                    connection,
                    "select coalesce(min("
                        + expression
                        + "), 0) from gold.customer c"
                        + " where c.orders > 0"));
    List<Band> bands = new ArrayList<>();
    long low = least;
    for (long end : ends) {
      if (bands.size() < PARTS - 1 && end >= low) {
        bands.add(new Band(low, end));
        low = end + 1;
      }
    }
    bands.add(new Band(low, null));
    return bands;
  }

  private static Rule within(String field, Band band) {
    Long high = band.high();
    Comparison comparison =
        high == null
            ? Comparison.of(Operator.AT_LEAST, (double) band.low())
            : high == band.low()
                ? Comparison.of(Operator.IS, (double) band.low())
                : Comparison.of(
                    Operator.BETWEEN,
                    Value.Number.of((double) band.low()),
                    Value.Number.of(high.doubleValue()));
    return new Rule.Attribute(field, comparison);
  }

  /// The people of a cell, in the order of their ids.
  public List<String> people(Rule rule, int limit, Progress progress) {
    List<String> ids = studio.counter().ids(rule, progress);
    return ids.subList(0, Math.min(limit, ids.size()));
  }

  /// A cell as SQL, to be opened as a segment.
  public String sql(Rule rule) {
    return studio.sql(rule);
  }
}
