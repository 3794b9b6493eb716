package io.customer360.assistant.query;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Headline;
import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.Measure;
import io.customer360.assistant.semantic.TableDef;
import io.customer360.assistant.semantic.Unit;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers over time and side by side: trends, one period against another, one group against
/// another.
final class TimeAnswers {
  private static final int MOST_STEPS = 400;

  private final Run run;
  private final Tables tables;
  private final MeasureAnswers measures;

  TimeAnswers(Run run) {
    this.run = run;
    this.tables = new Tables(run.figures);
    this.measures = new MeasureAnswers(run);
  }

  Draft trend(Plan.Trend plan) throws SQLException {
    Measure measure = run.layer.measure(plan.measure());
    TableDef table = measures.table(measure, plan.audience(), List.of(), true);
    List<LocalDate> starts = steps(plan.grain(), plan.period());
    QueryText text = new QueryText().add("with step(starts_on, from_at, to_at) as (values ");
    for (int i = 0; i < starts.size(); i++) {
      LocalDate from =
          starts.get(i).isBefore(plan.period().from()) ? plan.period().from() : starts.get(i);
      LocalDate to = plan.grain().plus(starts.get(i), 1);
      to = to.isAfter(plan.period().to()) ? plan.period().to() : to;
      text.add(i == 0 ? "(" : ", (").bind(starts.get(i)).add(", ");
      bound(text, table, from).add(", ");
      bound(text, table, to).add(")");
    }
    text.add(")\nselect step.starts_on, ").append(measures.formula(measure, table));
    text.add(" as " + measure.key() + ", count(" + table.timeColumn() + ") as rows_read\n");
    text.append(
        run.clauses.from(table, plan.audience(), measure.on().getOrDefault(table.key(), "")));
    text.add(
        "join step on "
            + table.timeColumn()
            + " >= step.from_at and "
            + table.timeColumn()
            + " < step.to_at\n");
    text.append(run.clauses.where(table, plan.audience(), plan.period()));
    text.add("group by 1 order by 1");
    Run.Result result = run.query(text);
    Map<String, Double> found = new HashMap<>();
    for (int i = 0; i < result.rows().size(); i++) {
      found.put(result.text(i, 0), result.number(i, 1));
    }
    List<Chart.Point> points = new ArrayList<>();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    boolean empty = measure.additive();
    for (LocalDate start : starts) {
      Double value = found.get(start.toString());
      double shown = value == null || Double.isNaN(value) ? (empty ? 0 : Double.NaN) : value;
      rows.add(java.util.Arrays.asList(start, Double.isNaN(shown) ? null : shown));
      if (!Double.isNaN(shown)) {
        points.add(new Chart.Point(start, shown, tables.figure(measure.unit(), shown)));
      }
    }
    List<AnswerTable.Column> columns =
        List.of(
            tables.column(
                "starts_on",
                MeasureAnswers.capital(plan.grain().words()) + " from",
                Kind.DATE,
                true),
            tables.column(
                measure.key(),
                MeasureAnswers.capital(measure.title()),
                Tables.kind(measure.unit()),
                false));
    AnswerTable shown =
        tables.table(columns, new Run.Result(List.of(), rows), -1, rows.size(), partial(plan));
    String method = measures.method(measure, table, plan.period());
    if (points.isEmpty()) {
      return Draft.of(null, "There are no rows in this period.", shown, method);
    }
    Chart.Point first = points.getFirst();
    Chart.Point last = points.getLast();
    String sentence =
        MeasureAnswers.capital(measure.title())
            + measures.of(plan.audience())
            + " per "
            + plan.grain().words()
            + " went from "
            + first.text()
            + " ("
            + run.figures.day(first.date())
            + ") to "
            + last.text()
            + " ("
            + run.figures.day(last.date())
            + ").";
    Headline headline =
        new Headline(
            last.value(),
            last.text(),
            measure.title() + " in the last " + plan.grain().words(),
            ", " + first.text() + " in the first");
    Chart.Annotation mark =
        table.key().equals("shipment") || measure.bad()
            ? new RiskPictures(run).newCarrier(plan.period().from())
            : null;
    return Draft.of(headline, sentence, shown, method)
        .chart(
            new Chart.Line(
                MeasureAnswers.capital(measure.title()) + ", per " + plan.grain().words(),
                sentence,
                unit(measure),
                plan.grain().days(),
                List.of(new Chart.Series(measure.title(), points)),
                mark));
  }

  Draft periods(Plan.ComparePeriods plan) throws SQLException {
    Measure measure = run.layer.measure(plan.measure());
    String dimensionKey = plan.dimension();
    if (dimensionKey != null) {
      return split(plan, measure, run.layer.dimension(dimensionKey));
    }
    double now = one(measure, plan.audience(), plan.period());
    double before = one(measure, plan.audience(), plan.against());
    TableDef table = measures.table(measure, plan.audience(), List.of(), true);
    List<List<@Nullable Object>> rows =
        List.of(
            java.util.Arrays.asList(plan.period().words(), number(now)),
            java.util.Arrays.asList(plan.against().words(), number(before)));
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("period", "Period", Kind.TEXT, false),
            tables.column(
                measure.key(),
                MeasureAnswers.capital(measure.title()),
                Tables.kind(measure.unit()),
                false));
    AnswerTable shown = tables.table(columns, new Run.Result(List.of(), rows), -1, 2, "");
    String value = tables.figure(measure.unit(), now);
    String words = measure.title() + measures.of(plan.audience()) + ", " + plan.period().words();
    String change = change(measure, now, before);
    Headline headline = new Headline(now, value, words, change.isEmpty() ? "" : ", " + change);
    return measures.sure(
        measure,
        plan.audience(),
        Draft.of(
                headline,
                MeasureAnswers.capital(measure.title())
                    + measures.of(plan.audience())
                    + " was "
                    + value
                    + " ("
                    + plan.period().words()
                    + ")"
                    + (change.isEmpty() ? "" : ", " + change)
                    + " from "
                    + tables.figure(measure.unit(), before)
                    + " ("
                    + plan.against().words()
                    + ").",
                shown,
                measures.method(measure, table, plan.period()))
            .chart(
                new Chart.Bars(
                    MeasureAnswers.capital(measure.title()),
                    "The two periods side by side.",
                    unit(measure),
                    bars(measure, plan, now, before),
                    "")));
  }

  private List<Chart.Bar> bars(
      Measure measure, Plan.ComparePeriods plan, double now, double before) {
    List<Chart.Bar> bars = new ArrayList<>();
    if (!Double.isNaN(now)) {
      bars.add(
          CustomerAnswers.bar(
              plan.period().words(), now, tables.figure(measure.unit(), now), true));
    }
    if (!Double.isNaN(before)) {
      bars.add(
          CustomerAnswers.bar(
              plan.against().words(), before, tables.figure(measure.unit(), before), false));
    }
    return bars;
  }

  private Draft split(Plan.ComparePeriods plan, Measure measure, Dimension dimension)
      throws SQLException {
    Map<String, double[]> byLabel = new LinkedHashMap<>();
    int at = 0;
    for (Period period : List.of(plan.period(), plan.against())) {
      QueryText text = measures.grouped(measure, dimension, plan.audience(), period, "", List.of());
      text.add("order by 2 desc nulls last, 1\nlimit ").bind(MeasureAnswers.MOST_GROUPS);
      Run.Result result = run.query(text);
      for (int i = 0; i < result.rows().size(); i++) {
        byLabel
                .computeIfAbsent(
                    MeasureAnswers.label(result.text(i, 0)),
                    k -> new double[] {Double.NaN, Double.NaN})[at] =
            result.number(i, 1);
      }
      at++;
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Chart.Bar> bars = new ArrayList<>();
    String most = "";
    double biggest = -1;
    for (Map.Entry<String, double[]> e : byLabel.entrySet()) {
      double now = value(measure, e.getValue()[0]);
      double before = value(measure, e.getValue()[1]);
      double delta = now - before;
      rows.add(
          java.util.Arrays.asList(
              e.getKey(),
              number(now),
              number(before),
              number(delta),
              relative(measure) && before != 0 ? number(delta / Math.abs(before)) : null));
      if (bars.size() < 10 && !Double.isNaN(now)) {
        bars.add(
            new Chart.Bar(
                e.getKey(),
                now,
                tables.figure(measure.unit(), now),
                Double.isNaN(before) ? null : before,
                false));
      }
      if (Math.abs(delta) > biggest) {
        biggest = Math.abs(delta);
        most = e.getKey();
      }
    }
    Kind kind = Tables.kind(measure.unit());
    List<AnswerTable.Column> columns =
        List.of(
            tables.column(dimension.key(), dimension.title(), Kind.TEXT, false),
            tables.column("now", plan.period().words(), kind, true),
            tables.column("before", plan.against().words(), kind, false),
            tables.column("change", "Change", kind, false),
            tables.column("relative", "Change", Kind.SHARE, false));
    AnswerTable shown = tables.table(columns, new Run.Result(List.of(), rows), -1, rows.size(), "");
    double now = one(measure, plan.audience(), plan.period());
    double before = one(measure, plan.audience(), plan.against());
    String value = tables.figure(measure.unit(), now);
    String change = change(measure, now, before);
    Headline headline =
        new Headline(
            now,
            value,
            measure.title() + measures.of(plan.audience()) + ", " + plan.period().words(),
            change.isEmpty() ? "" : ", " + change);
    String sentence =
        MeasureAnswers.capital(measure.title())
            + " was "
            + value
            + " ("
            + plan.period().words()
            + ")"
            + (change.isEmpty() ? "" : ", " + change)
            + " from "
            + tables.figure(measure.unit(), before)
            + " ("
            + plan.against().words()
            + ")."
            + (most.isEmpty() ? "" : " " + MeasureAnswers.capital(most) + " changed most.");
    TableDef table = measures.table(measure, plan.audience(), List.of(dimension), true);
    return Draft.of(headline, sentence, shown, measures.method(measure, table, plan.period()))
        .chart(
            new Chart.Bars(
                MeasureAnswers.capital(measure.title())
                    + " by "
                    + dimension.title().toLowerCase(Locale.ROOT),
                sentence,
                unit(measure),
                bars,
                "",
                new Chart.Legend(plan.period().words(), plan.against().words())));
  }

  Draft groups(Plan.CompareGroups plan) throws SQLException {
    Measure measure = run.layer.measure(plan.measure());
    Dimension dimension = run.layer.dimension(plan.dimension());
    QueryText text =
        measures.grouped(measure, dimension, plan.audience(), plan.period(), "", plan.values());
    text.add("order by 2 desc nulls last, 1");
    Run.Result result = run.query(text);
    List<AnswerTable.Column> columns =
        List.of(
            tables.column(dimension.key(), dimension.title(), Kind.TEXT, false),
            tables.column(
                measure.key(),
                MeasureAnswers.capital(measure.title()),
                Tables.kind(measure.unit()),
                true));
    AnswerTable shown = tables.table(columns, result, -1, result.rows().size(), "");
    TableDef table =
        measures.table(measure, plan.audience(), List.of(dimension), plan.period() != null);
    String method = measures.method(measure, table, plan.period());
    if (result.isEmpty()) {
      return Draft.of(null, "There are no rows for this question.", shown, method);
    }
    List<Chart.Bar> bars = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      double value = result.number(i, 1);
      String figure = tables.figure(measure.unit(), value);
      said.add(MeasureAnswers.label(result.text(i, 0)) + " " + figure);
      if (!Double.isNaN(value)) {
        bars.add(
            CustomerAnswers.bar(MeasureAnswers.label(result.text(i, 0)), value, figure, i == 0));
      }
    }
    Headline headline =
        new Headline(
            result.number(0, 1),
            tables.figure(measure.unit(), result.number(0, 1)),
            measure.title() + ", " + MeasureAnswers.label(result.text(0, 0)),
            said.size() > 1 ? ", against " + String.join(", ", said.subList(1, said.size())) : "");
    return measures.sure(
        measure,
        plan.audience(),
        Draft.of(
                headline,
                MeasureAnswers.capital(measure.title())
                    + MeasureAnswers.in(plan.period())
                    + ": "
                    + String.join(", ", said)
                    + ".",
                shown,
                method)
            .chart(
                new Chart.Bars(
                    MeasureAnswers.capital(measure.title()),
                    "The groups side by side.",
                    unit(measure),
                    bars,
                    "")));
  }

  private double one(Measure measure, Audience audience, Period period) throws SQLException {
    TableDef table = measures.table(measure, audience, List.of(), true);
    QueryText text =
        new QueryText()
            .add("select ")
            .append(measures.formula(measure, table))
            .add(" as " + measure.key() + "\n");
    text.append(run.clauses.from(table, audience, measure.on().getOrDefault(table.key(), "")));
    text.append(run.clauses.where(table, audience, period));
    return value(measure, run.query(text).number(0, 0));
  }

  private QueryText bound(QueryText text, TableDef table, LocalDate day) {
    return table.timeIsDate() ? text.bind(day) : text.bind(run.clauses.instant(day));
  }

  private static List<LocalDate> steps(Grain grain, Period period) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate at = grain.start(period.from());
    while (at.isBefore(period.to()) && starts.size() < MOST_STEPS) {
      starts.add(at);
      at = grain.plus(at, 1);
    }
    return starts;
  }

  private String partial(Plan.Trend plan) {
    LocalDate last = plan.grain().start(plan.period().to().minusDays(1));
    return plan.grain().plus(last, 1).isAfter(plan.period().to())
        ? "The last " + plan.grain().words() + " is not over yet."
        : "";
  }

  private static double value(Measure measure, double value) {
    return Double.isNaN(value) && measure.additive() ? 0 : value;
  }

  /// `up 12.3 %`; for shares `up 4.1 points`.
  private String change(Measure measure, double now, double before) {
    if (Double.isNaN(now) || Double.isNaN(before)) {
      return "";
    }
    String direction = now > before ? "up " : now < before ? "down " : "";
    if (direction.isEmpty()) {
      return "unchanged";
    }
    if (!relative(measure)) {
      double points = Math.abs(now - before) * (measure.unit() == Unit.SHARE ? 100 : 1);
      return direction
          + String.format(Locale.UK, measure.unit() == Unit.SHARE ? "%.1f points" : "%.2f", points);
    }
    return before == 0
        ? ""
        : direction + run.figures.share(Math.abs(now - before) / Math.abs(before));
  }

  private static boolean relative(Measure measure) {
    return measure.unit() != Unit.SHARE && measure.unit() != Unit.SCORE;
  }

  private static @Nullable Object number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private String unit(Measure measure) {
    return measure.unit() == Unit.MONEY || measure.unit() == Unit.MONEY_EXACT
        ? run.figures.symbol()
        : "";
  }
}
