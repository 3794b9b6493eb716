package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.Measure;
import io.customer360.assistant.semantic.TableDef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers that are numbers: one figure, split by a dimension, the most and the least.
final class MeasureAnswers {
  static final int MOST_GROUPS = 500;

  /// Groups that are no answer to "which has the most".
  private static final Set<String> NAMELESS = Set.of("", "not scored", "not known");

  private final Run run;
  private final Tables tables;
  private final AudienceWords words;

  MeasureAnswers(Run run) {
    this.run = run;
    this.tables = new Tables(run.figures);
    this.words = new AudienceWords(run.layer);
  }

  Draft figure(Plan.Figure plan) throws SQLException {
    Measure measure = run.layer.measure(plan.measure());
    TableDef table = table(measure, plan.audience(), List.of(), plan.period() != null);
    QueryText text = new QueryText().add("select ").append(formula(measure, table));
    text.add(" as " + measure.key() + ", count(*) as rows_read\n");
    text.append(
        run.clauses.from(table, plan.audience(), measure.on().getOrDefault(table.key(), "")));
    text.append(run.clauses.where(table, plan.audience(), plan.period()));
    Run.Result result = run.query(text);
    double value = result.number(0, 0);
    String shown = tables.figure(measure.unit(), value);
    Headline headline =
        new Headline(value, shown, measure.title() + of(plan.audience()), in(plan.period()));
    Draft draft =
        Draft.of(
            headline,
            capital(measure.title()) + of(plan.audience()) + in(plan.period()) + ": " + shown + ".",
            AnswerTable.EMPTY,
            method(measure, table, plan.period()));
    return sure(measure, plan.audience(), draft);
  }

  Draft breakdown(Plan.Breakdown plan) throws SQLException {
    Dimension dimension = run.layer.dimension(plan.dimension());
    List<Measure> measures = plan.measures().stream().map(run.layer::measure).toList();
    Measure first = measures.getFirst();
    QueryText text = new QueryText();
    if (measures.size() == 1) {
      text.append(grouped(first, dimension, plan.audience(), plan.period(), "", List.of()));
      text.add("order by 2 desc nulls last, 1\nlimit ").bind(MOST_GROUPS);
    } else {
      text.append(together(measures, dimension, plan.audience(), plan.period()));
    }
    Run.Result result = ordered(run.query(text), dimension);
    TableDef table = table(first, plan.audience(), List.of(dimension), plan.period() != null);
    double total = 0;
    for (int i = 0; i < result.rows().size(); i++) {
      total += Double.isNaN(result.number(i, 1)) ? 0 : result.number(i, 1);
    }
    boolean shares =
        first.additive() && measures.size() == 1 && total > 0 && adds(first, dimension);
    List<AnswerTable.Column> columns = new ArrayList<>();
    columns.add(tables.column(dimension.key(), dimension.title(), Kind.TEXT, false));
    for (Measure measure : measures) {
      columns.add(
          tables.column(
              measure.key(),
              capital(measure.title()),
              Tables.kind(measure.unit()),
              measure == first));
    }
    if (shares) {
      columns.add(tables.column("share", "Share", Kind.SHARE, false));
      double whole = total;
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int i = 0; i < result.rows().size(); i++) {
        List<@Nullable Object> row = new ArrayList<>(result.rows().get(i).subList(0, 2));
        row.add(result.number(i, 1) / whole);
        rows.add(row);
      }
      result = new Run.Result(result.columns(), rows);
    }
    AnswerTable shown =
        tables.table(
            columns,
            result,
            -1,
            result.rows().size(),
            result.rows().size() + " " + dimension.title().toLowerCase(Locale.ROOT) + " values.");
    String sentence;
    Headline headline = null;
    if (result.isEmpty()) {
      sentence = "There are no rows for this question.";
    } else {
      int top = highest(result);
      String label = label(result.text(top, 0));
      String value = tables.figure(first.unit(), result.number(top, 1));
      String rest =
          shares
              ? ", "
                  + run.figures.share(result.number(top, 1) / total)
                  + " of "
                  + tables.figure(first.unit(), total)
              : "";
      headline = new Headline(result.number(top, 1), value, first.title() + ", " + label, rest);
      sentence =
          label
              + " has the highest "
              + first.title()
              + in(plan.period())
              + ": "
              + value
              + rest
              + ".";
    }
    Draft draft = Draft.of(headline, sentence, shown, method(first, table, plan.period()));
    if (!result.isEmpty()) {
      draft = draft.chart(bars(first, dimension, result, plan.period()));
    }
    return sure(first, plan.audience(), draft);
  }

  Draft top(Plan.Top plan) throws SQLException {
    Dimension dimension = run.layer.dimension(plan.dimension());
    Measure measure = run.layer.measure(plan.measure());
    TableDef table = table(measure, plan.audience(), List.of(dimension), plan.period() != null);
    QueryText text = grouped(measure, dimension, plan.audience(), plan.period(), "", List.of());
    text.add("having " + dimension.key() + " is not null and " + measure.key() + " is not null\n");
    text.add("order by 2 " + (plan.most() ? "desc" : "asc") + ", 1\nlimit ").bind(plan.n());
    Run.Result result = run.query(text);
    List<AnswerTable.Column> columns =
        List.of(
            tables.column(dimension.key(), dimension.title(), Kind.TEXT, false),
            tables.column(
                measure.key(), capital(measure.title()), Tables.kind(measure.unit()), true));
    AnswerTable shown = tables.table(columns, result, -1, result.rows().size(), "");
    if (result.isEmpty()) {
      return Draft.of(
          null,
          "There are no rows for this question.",
          shown,
          method(measure, table, plan.period()));
    }
    String value = tables.figure(measure.unit(), result.number(0, 1));
    String label = label(result.text(0, 0));
    Headline headline =
        new Headline(result.number(0, 1), value, measure.title() + ", " + label, in(plan.period()));
    String sentence =
        label
            + " has the "
            + (plan.most() ? "highest " : "lowest ")
            + measure.title()
            + in(plan.period())
            + ": "
            + value
            + ".";
    Draft draft =
        Draft.of(headline, sentence, shown, method(measure, table, plan.period()))
            .chart(bars(measure, dimension, result, plan.period()));
    return sure(measure, plan.audience(), draft);
  }

  Draft topCustomers(Plan.TopCustomers plan) throws SQLException {
    Measure measure = run.layer.measure(plan.measure());
    TableDef table = table(measure, plan.audience(), List.of(), plan.period() != null);
    QueryText text =
        new QueryText()
            .add("select c.customer_id, c.full_name, c.tier, ")
            .append(formula(measure, table));
    text.add(" as " + measure.key() + "\n");
    text.append(
        run.clauses.from(table, plan.audience(), "c.", measure.on().getOrDefault(table.key(), "")));
    text.append(run.clauses.where(table, plan.audience(), plan.period()));
    text.add(
            "group by all\norder by 4 " + (plan.most() ? "desc" : "asc") + " nulls last, 1\nlimit ")
        .bind(plan.n());
    Run.Result result = run.query(text);
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("full_name", "Customer", Kind.CUSTOMER, false),
            tables.column("tier", "Tier", Kind.TEXT, false),
            tables.column(
                measure.key(), capital(measure.title()), Tables.kind(measure.unit()), true));
    AnswerTable shown = tables.table(columns, result, 0, result.rows().size(), "");
    String sentence =
        (plan.most() ? "Top " : "Lowest ")
            + result.rows().size()
            + " customers by "
            + measure.title()
            + in(plan.period())
            + ".";
    Draft draft = Draft.of(null, sentence, shown, method(measure, table, plan.period()));
    List<String> ids =
        shown.rows().stream()
            .map(AnswerTable.Row::customerId)
            .filter(java.util.Objects::nonNull)
            .map(Object::toString)
            .toList();
    if (!ids.isEmpty()) {
      draft =
          draft.next(
              new io.customer360.assistant.NextAction(
                  "Look at these " + ids.size() + " customers",
                  "Open the list to work with them.",
                  null,
                  null,
                  null,
                  ids.size(),
                  Confidence.counted("Customers counted."),
                  "Open " + ids.size() + " customers",
                  new ActionTarget.Customers(sentence, ids)));
    }
    return draft;
  }

  /// Aggregates each measure on its own table, then joins the groups: rows never multiply.
  private QueryText together(
      List<Measure> measures, Dimension dimension, Audience audience, @Nullable Period period) {
    QueryText text = new QueryText().add("with ");
    for (int i = 0; i < measures.size(); i++) {
      text.add((i == 0 ? "" : ", ") + "m" + i + "(label, value) as (\n");
      text.append(grouped(measures.get(i), dimension, audience, period, "", List.of()));
      text.add(")");
    }
    text.add("\nselect coalesce(");
    for (int i = 0; i < measures.size(); i++) {
      text.add((i == 0 ? "" : ", ") + "m" + i + ".label");
    }
    text.add(") as " + dimension.key());
    for (int i = 0; i < measures.size(); i++) {
      text.add(", m" + i + ".value as " + measures.get(i).key());
    }
    text.add("\nfrom m0");
    for (int i = 1; i < measures.size(); i++) {
      text.add(" full join m" + i + " on m" + i + ".label is not distinct from m0.label");
    }
    return text.add("\norder by 2 desc nulls last, 1\nlimit ").bind(MOST_GROUPS);
  }

  /// @param only restrict to these values of the dimension; empty for all
  QueryText grouped(
      Measure measure,
      Dimension dimension,
      Audience audience,
      @Nullable Period period,
      String more,
      List<String> only) {
    TableDef table = table(measure, audience, List.of(dimension), period != null);
    String expression = run.clauses.expression(dimension, table);
    QueryText text = new QueryText().add("select ");
    text.formula(expression, run.today, table.timeColumn())
        .add(" as " + dimension.key() + ",\n       ");
    text.append(formula(measure, table)).add(" as " + measure.key() + more + "\n");
    text.append(
        run.clauses.from(table, audience, expression, measure.on().getOrDefault(table.key(), "")));
    QueryText where = run.clauses.where(table, audience, period);
    text.append(where);
    if (!only.isEmpty()) {
      text.add(where.prepared().isEmpty() ? "where " : "  and ");
      text.formula(expression, run.today, table.timeColumn()).add(" in (").bindAll(only).add(")\n");
    }
    return text.add("group by 1\n");
  }

  QueryText formula(Measure measure, TableDef table) {
    String formula = measure.on().get(table.key());
    if (formula == null) {
      throw new IllegalArgumentException(measure.key() + " is not on " + table.key());
    }
    return new QueryText().formula(formula, run.today, table.timeColumn());
  }

  TableDef table(Measure measure, Audience audience, List<Dimension> with, boolean timed) {
    List<Dimension> all = new ArrayList<>(with);
    for (Condition condition : audience.conditions()) {
      if (condition instanceof Condition.Is is) {
        all.add(run.layer.dimension(is.dimension()));
      }
    }
    return run.layer
        .tableFor(measure, all, timed)
        .orElseThrow(() -> new IllegalArgumentException(measure.key() + " has no table for this"));
  }

  /// The dimension's own order where it has one.
  private static Run.Result ordered(Run.Result result, Dimension dimension) {
    if (dimension.order().isEmpty()) {
      return result;
    }
    List<List<@Nullable Object>> rows = new ArrayList<>(result.rows());
    rows.sort(
        java.util.Comparator.comparingInt(
            row -> {
              int at = dimension.order().indexOf(String.valueOf(row.getFirst()));
              return at < 0 ? Integer.MAX_VALUE : at;
            }));
    return new Run.Result(result.columns(), rows);
  }

  private Chart bars(
      Measure measure, Dimension dimension, Run.Result result, @Nullable Period period) {
    List<Chart.Bar> bars = new ArrayList<>();
    int top = highest(result);
    for (int i = 0; i < Math.min(10, result.rows().size()); i++) {
      double value = result.number(i, 1);
      if (!Double.isNaN(value)) {
        bars.add(
            CustomerAnswers.bar(
                label(result.text(i, 0)), value, tables.figure(measure.unit(), value), i == top));
      }
    }
    return new Chart.Bars(
        capital(measure.title()) + " by " + dimension.title().toLowerCase(Locale.ROOT),
        capital(measure.title())
            + " by "
            + dimension.title().toLowerCase(Locale.ROOT)
            + in(period)
            + ".",
        measure.unit().name().startsWith("MONEY") ? run.figures.symbol() : "",
        bars,
        result.rows().size() > 10 ? "The first 10 of " + result.rows().size() + "." : "");
  }

  private static int highest(Run.Result result) {
    int best = 0;
    while (best + 1 < result.rows().size() && NAMELESS.contains(result.text(best, 0))) {
      best++;
    }
    for (int i = best + 1; i < result.rows().size(); i++) {
      double value = result.number(i, 1);
      if (!NAMELESS.contains(result.text(i, 0))
          && !Double.isNaN(value)
          && (Double.isNaN(result.number(best, 1)) || value > result.number(best, 1))) {
        best = i;
      }
    }
    return best;
  }

  /// Customers of several groups at once must not be added up.
  private static boolean adds(Measure measure, Dimension dimension) {
    return dimension.ofCustomer()
        || !measure.key().equals("customers") && !measure.key().equals("buyers");
  }

  Draft sure(Measure measure, Audience audience, Draft draft) throws SQLException {
    return measure.estimatedBy() == null
        ? draft
        : draft.confidence(new CustomerAnswers(run).sure(onCustomers(audience)));
  }

  private Audience onCustomers(Audience audience) {
    return new Audience(
        audience.conditions().stream()
            .filter(
                c ->
                    !(c instanceof Condition.Is is)
                        || run.layer.dimension(is.dimension()).ofCustomer())
            .toList());
  }

  String of(Audience audience) {
    Audience people = onCustomers(audience);
    StringBuilder text = new StringBuilder(people.isAll() ? "" : " of " + words.of(people));
    for (Condition condition : audience.conditions()) {
      if (condition instanceof Condition.Is is
          && !run.layer.dimension(is.dimension()).ofCustomer()) {
        text.append(is.negated() ? " without " : " for ").append(String.join(" or ", is.values()));
      }
    }
    return text.toString();
  }

  static String in(@Nullable Period period) {
    return period == null ? "" : ", " + period.words();
  }

  String method(Measure measure, TableDef table, @Nullable Period period) {
    return capital(measure.title())
        + ": "
        + measure.meaning()
        + " Counted on "
        + table.name()
        + " ("
        + table.grain()
        + ")"
        + (period == null ? "" : ", " + period.words() + " in the workspace's zone")
        + ". Owner: "
        + measure.owner()
        + ".";
  }

  static String label(String value) {
    return value.isEmpty() ? "empty" : value;
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
