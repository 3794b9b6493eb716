package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Column;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Any measure by any dimension, the last five weeks against those before (half a year for stores,
/// whose counts are small). Orders are tested by their share of all orders, so that a season that
/// lifts everything is no finding; rates are tested as rates. Kept at a false discovery rate of 5
/// %, and only shifts large enough to matter.
final class ShiftDetector implements Detector {
  static final double RATE = 0.05;
  static final int DAYS = 35;
  private static final double LEAST_CHANGE = 0.20;
  private static final double LEAST_ROWS = 40;
  private static final int MOST = 3;

  /// @param of the rows counted, over alias t
  /// @param by the dimension's expression
  /// @param rate whether it is a rate within the value, else a share of all
  private record Probe(
      String measure,
      String dimension,
      String table,
      String time,
      String of,
      String by,
      boolean rate,
      int beforeDays,
      String perUnit,
      InsightCard.Topic topic,
      String question) {
    String before() {
      return beforeDays > DAYS ? "the half year before" : "the five weeks before";
    }
  }

  private static final List<Probe> PROBES =
      List.of(
          new Probe(
              "orders",
              "store",
              "gold.orders t",
              "t.ordered_at",
              "not t.is_return and t.store_id is not null",
              "coalesce((select min(st.name) from silver.store st where st.store_id = t.store_id),"
                  + " t.store_id)",
              false,
              182,
              "avg(t.margin)",
              InsightCard.Topic.STORE,
              "orders by store in the last 35 days"),
          new Probe(
              "orders",
              "channel",
              "gold.orders t",
              "t.ordered_at",
              "not t.is_return",
              "t.channel",
              false,
              DAYS,
              "avg(t.margin)",
              InsightCard.Topic.SALES,
              "orders by channel in the last 35 days"),
          new Probe(
              "orders",
              "city",
              "gold.orders t join gold.customer c on c.customer_id = t.customer_id",
              "t.ordered_at",
              "not t.is_return",
              "c.city",
              false,
              DAYS,
              "avg(t.margin)",
              InsightCard.Topic.SALES,
              "orders by city in the last 35 days"),
          new Probe(
              "returns",
              "category",
              "gold.order_line t",
              "t.ordered_at",
              "t.is_return",
              "t.category",
              true,
              DAYS,
              "avg(abs(t.revenue))",
              InsightCard.Topic.SALES,
              "returns share by category in the last 35 days"),
          new Probe(
              "returns",
              "channel",
              "gold.orders t",
              "t.ordered_at",
              "t.is_return",
              "t.channel",
              true,
              DAYS,
              "avg(abs(t.revenue))",
              InsightCard.Topic.SALES,
              "returns share by channel in the last 35 days"));

  private record Shift(
      Probe probe,
      String value,
      double now,
      double nowOf,
      double then,
      double thenOf,
      double perUnit,
      double p,
      String query) {
    double expected() {
      return thenOf == 0 ? 0 : then / thenOf * nowOf;
    }

    double change() {
      return expected() == 0 ? 0 : now / expected() - 1;
    }

    double money() {
      double units = probe.rate() ? expected() - now : now - expected();
      return units * perUnit;
    }
  }

  @Override
  public String looksAt() {
    return "shifts of measures";
  }

  @Override
  public Found detect(Look look) throws SQLException {
    List<Shift> shifts = new ArrayList<>();
    for (Probe probe : PROBES) {
      shifts.addAll(measure(look, probe));
    }
    List<Boolean> kept = Statistics.keep(shifts.stream().map(Shift::p).toList(), RATE);
    List<Shift> found = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      Shift shift = shifts.get(i);
      if (kept.get(i) && Math.abs(shift.change()) >= LEAST_CHANGE) {
        found.add(shift);
      }
    }
    found.sort((a, b) -> Double.compare(Math.abs(b.money()), Math.abs(a.money())));
    List<Finding> findings =
        found.stream().filter(s -> s.money() < 0).limit(MOST).map(s -> finding(look, s)).toList();
    return new Found(findings, shifts.size());
  }

  private List<Shift> measure(Look look, Probe probe) throws SQLException {
    LocalDate end = look.today().plusDays(1);
    var from = look.start(end.minusDays(DAYS));
    var before = look.start(end.minusDays(DAYS + (long) probe.beforeDays()));
    String query =
        "select "
            + probe.by()
            + " as label,\n"
            + "  count(*) filter (where "
            + probe.of()
            + " and "
            + probe.time()
            + " >= ?) as now,\n"
            + "  count(*) filter (where "
            + probe.time()
            + " >= ?) as now_all,\n"
            + "  count(*) filter (where "
            + probe.of()
            + " and "
            + probe.time()
            + " < ?) as before,\n"
            + "  count(*) filter (where "
            + probe.time()
            + " < ?) as before_all,\n"
            + "  coalesce("
            + probe.perUnit()
            + " filter (where "
            + probe.of()
            + "), 0) as per_unit\n"
            + "from "
            + probe.table()
            + "\nwhere "
            + probe.time()
            + " >= ? and "
            + probe.time()
            + " < ?\ngroup by 1 order by before desc, 1 limit 60";
    List<List<@Nullable Object>> rows =
        look.rows(query, from, from, from, from, before, look.start(end));
    double now = 0;
    double then = 0;
    for (List<@Nullable Object> row : rows) {
      now += Look.number(row, 1);
      then += Look.number(row, 3);
    }
    List<Shift> shifts = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      String value = Look.text(row, 0);
      double of = probe.rate() ? Look.number(row, 2) : now;
      double ofBefore = probe.rate() ? Look.number(row, 4) : then;
      double hits = Look.number(row, 1);
      double hitsBefore = Look.number(row, 3);
      if (value.isEmpty() || hits + hitsBefore < LEAST_ROWS) {
        continue;
      }
      shifts.add(
          new Shift(
              probe,
              value,
              hits,
              of,
              hitsBefore,
              ofBefore,
              Look.number(row, 5),
              Statistics.twoProportions(hits, of, hitsBefore, ofBefore),
              query));
    }
    return shifts;
  }

  private Finding finding(Look look, Shift s) {
    int percent = (int) Math.round(Math.abs(s.change()) * 100);
    boolean fell = s.change() < 0;
    String measured = s.probe().measure().equals("orders") ? "Orders" : "Returns share";
    String where =
        s.probe().dimension().equals("store") || s.probe().dimension().equals("city")
            ? " in " + s.value()
            : " of " + s.value();
    String words =
        measured
            + where
            + (fell ? " fell by " : " rose by ")
            + percent
            + "\u2009% against what was to be expected";
    return new Finding(
        "shift:"
            + s.probe().measure()
            + ":"
            + s.probe().dimension()
            + ":"
            + s.value().toLowerCase(Locale.ROOT)
            + (fell ? ":down" : ":up"),
        s.probe().topic(),
        words,
        look.figures().figure(s.money(), s.probe().rate() ? "refunded revenue" : "margin"),
        Confidence.estimated(
            List.of(
                new Confidence.Part("Shift, one minus its p-value", 1 - s.p()),
                new Confidence.Part(
                    "Five weeks compared with " + s.probe().before() + ", no season known", 0.80))),
        look.figures().count(s.now())
            + " in the last five weeks, "
            + look.figures().count(s.expected())
            + " to be expected from "
            + s.probe().before()
            + ".",
        "Compare " + s.probe().dimension() + " figures",
        new ActionTarget.Question(s.probe().question()),
        s.query(),
        table(look, s));
  }

  private static AnswerTable table(Look look, Shift s) {
    List<Column> columns =
        List.of(
            new Column("period", "Period", "", Kind.TEXT, false),
            new Column("count", "Count", "", Kind.COUNT, false),
            new Column("of", "Of", "", Kind.COUNT, false),
            new Column("share", "Share", "", Kind.SHARE, false));
    return new AnswerTable(
        columns,
        List.of(
            row(look, "Last five weeks", s.now(), s.nowOf()),
            row(look, "Before: " + s.probe().before(), s.then(), s.thenOf())),
        2,
        "");
  }

  private static AnswerTable.Row row(Look look, String period, double count, double of) {
    double share = of == 0 ? 0 : count / of;
    return new AnswerTable.Row(
        List.of(period, count, of, share),
        List.of(
            period,
            look.figures().count(count),
            look.figures().count(of),
            look.figures().share(share)),
        null);
  }
}
