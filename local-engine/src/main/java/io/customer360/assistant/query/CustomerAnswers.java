package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.Stake;
import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.TableDef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that count or list customers.
final class CustomerAnswers {
  private static final int MOST_IDS = 5_000;
  private static final Map<String, String> SORT_SQL =
      Map.of("at_risk_margin", Clauses.AT_RISK_MARGIN);

  private final Run run;
  private final Tables tables;
  private final AudienceWords words;
  private final TableDef customer;
  private final RiskPictures pictures;

  CustomerAnswers(Run run) {
    this.run = run;
    this.tables = new Tables(run.figures);
    this.words = new AudienceWords(run.layer);
    this.customer = run.layer.table("customer");
    this.pictures = new RiskPictures(run);
  }

  Draft count(Plan.Count plan) throws SQLException {
    return counted(plan.audience(), plan.stake(), "at_risk_margin");
  }

  Draft list(Plan.ListCustomers plan) throws SQLException {
    if (plan.limit() == 0) {
      return counted(plan.audience(), risky(plan.audience()), plan.sort());
    }
    AnswerTable table = rows(plan.audience(), plan.sort(), plan.descending(), plan.limit(), true);
    String title = sortTitle(plan.sort());
    String sentence =
        (plan.descending() ? "Top " : "Lowest ")
            + table.rows().size()
            + " of "
            + run.figures.count(table.total())
            + " "
            + words.of(plan.audience())
            + " by "
            + title
            + ".";
    Draft draft =
        Draft.of(null, sentence, table, "Customers sorted by " + title + "; ties by customer id.");
    return usesScores(plan.audience(), plan.sort())
        ? draft.confidence(sure(plan.audience()))
        : draft;
  }

  private Draft counted(Audience audience, boolean stake, String sort) throws SQLException {
    boolean money = stake || risky(audience);
    QueryText text = new QueryText().add("select count(*) as customers");
    if (money) {
      text.add(",\n       coalesce(sum(" + Clauses.AT_RISK_MARGIN + "), 0) as margin_at_stake");
    }
    text.add("\n").append(run.clauses.fromCustomers(audience, money ? Clauses.AT_RISK_MARGIN : ""));
    text.append(run.clauses.where(customer, audience, null));
    Run.Result result = run.query(text);
    double count = result.number(0, 0);
    Audience whole = whole(audience);
    double of = audience.isAll() ? count : funnel(audience, whole);
    String share =
        audience.isAll() || of == 0
            ? ""
            : ", " + run.figures.share(count / of) + " of " + run.figures.count(of);
    Headline headline =
        new Headline(count, run.figures.count(count), words.of(audience, true), share);
    String sortKey =
        money
            ? (sort.equals("margin_12m") ? "at_risk_margin" : sort)
            : sort.equals("at_risk_margin") ? "margin_12m" : sort;
    AnswerTable table =
        audience.isAll() ? AnswerTable.EMPTY : rows(audience, sortKey, true, run.rowLimit, false);
    String sentence = headline.text() + " " + headline.words() + share + ".";
    Draft draft = Draft.of(headline, sentence, table, method(audience, money));
    if (money) {
      double amount = result.number(0, 1);
      draft =
          draft.stake(new Stake(run.figures.figure(amount, "expected margin at stake"), null, ""));
      draft = draft.confidence(sure(audience));
    } else if (usesScores(audience, sortKey)) {
      draft = draft.confidence(sure(audience));
    }
    if (risky(audience) && count > 0) {
      return pictures.add(draft, audience, whole, words.of(whole));
    }
    if (!audience.isAll() && count > 0) {
      List<String> ids = ids(audience);
      draft =
          draft.next(
              new NextAction(
                  "Work with these " + run.figures.count(count) + " customers",
                  "Save them as a segment, or open the list.",
                  null,
                  null,
                  null,
                  Math.round(count),
                  Confidence.counted("Customers counted."),
                  "Open " + run.figures.count(count) + " customers",
                  new ActionTarget.Customers(words.of(audience), ids)));
    }
    return draft;
  }

  /// Rows left after each condition, as a comment; the size of the whole the share is taken of.
  private double funnel(Audience audience, Audience whole) throws SQLException {
    QueryText text = new QueryText().add("select count(*)");
    StringBuilder said = new StringBuilder();
    List<QueryText> predicates = new ArrayList<>();
    for (Condition condition : audience.conditions()) {
      predicates.add(run.clauses.predicate(customer, condition));
      text.add(", count(*) filter (where ");
      for (int i = 0; i < predicates.size(); i++) {
        text.add(i == 0 ? "" : " and ").append(predicates.get(i));
      }
      text.add(")");
    }
    text.add(", count(*) filter (where true");
    for (Condition condition : whole.conditions()) {
      text.add(" and ").append(run.clauses.predicate(customer, condition));
    }
    text.add(") ").append(run.clauses.fromCustomers(audience));
    Run.Result result = run.quiet(text);
    said.append("gold.customer ").append(run.figures.count(result.number(0, 0))).append(" rows");
    int at = 1;
    for (Condition condition : audience.conditions()) {
      String phrase = condition.phrase().isBlank() ? condition.text() : condition.phrase();
      said.append(", after \"")
          .append(phrase)
          .append("\" ")
          .append(run.figures.count(result.number(0, at++)));
    }
    run.note(said.toString());
    return result.number(0, at);
  }

  /// What a share is taken of: everything but the risk, or but the last condition.
  private static Audience whole(Audience audience) {
    List<Condition> rest = new ArrayList<>(audience.conditions());
    if (rest.isEmpty()) {
      return audience;
    }
    boolean removed =
        rest.removeIf(c -> c instanceof Condition.Threshold t && t.attribute().equals("churn"));
    if (!removed) {
      rest.removeLast();
    }
    return new Audience(rest);
  }

  AnswerTable rows(Audience audience, String sort, boolean descending, int limit, boolean capped)
      throws SQLException {
    boolean risky = risky(audience) || sort.equals("at_risk_margin") || sort.equals("churn");
    List<AnswerTable.Column> columns = new ArrayList<>();
    QueryText text = new QueryText().add("select c.customer_id, c.full_name, c.tier");
    columns.add(tables.column("full_name", "Customer", Kind.CUSTOMER, false));
    columns.add(tables.column("tier", "Tier", Kind.TEXT, false));
    List<String> expressions = new ArrayList<>();
    if (risky) {
      text.add(
          ", churn.score as churn_risk, c.margin_12m, " + Clauses.AT_RISK_MARGIN + " as at_risk, ");
      text.add(RiskPictures.DRIVER + " as main_driver");
      expressions.add("churn.score");
      columns.add(tables.column("churn_risk", "Churn risk", Kind.SCORE, sort.equals("churn")));
      columns.add(
          tables.column("margin_12m", "Margin 12 m", Kind.MONEY, sort.equals("margin_12m")));
      columns.add(tables.column("at_risk", "At risk", Kind.MONEY, sort.equals("at_risk_margin")));
      columns.add(tables.column("main_driver", "Main driver", Kind.TEXT, false));
    } else {
      text.add(", c.city, c.margin_12m, c.orders, c.last_order_at");
      columns.add(tables.column("city", "City", Kind.TEXT, false));
      columns.add(
          tables.column("margin_12m", "Margin 12 m", Kind.MONEY, sort.equals("margin_12m")));
      columns.add(tables.column("orders", "Orders", Kind.COUNT, sort.equals("orders")));
      columns.add(tables.column("last_order_at", "Last order", Kind.DATE, false));
    }
    String sortSql =
        SORT_SQL.containsKey(sort)
            ? SORT_SQL.getOrDefault(sort, "")
            : run.layer.attribute(sort).sql();
    boolean shown =
        List.of("at_risk_margin", "churn", "margin_12m", "orders").contains(sort)
            && (risky || !sort.equals("churn"));
    if (!shown || risky && sort.equals("orders")) {
      text.add(", ").formula(sortSql, run.today, "").add(" as sorted_by");
      columns.add(
          tables.column(
              "sorted_by",
              capital(sortTitle(sort)),
              Tables.kind(run.layer.attribute(sort).unit()),
              true));
    }
    expressions.add(sortSql);
    text.add("\n").append(run.clauses.fromCustomers(audience, expressions.toArray(String[]::new)));
    text.append(run.clauses.where(customer, audience, null));
    text.add("order by ").formula(sortSql, run.today, "");
    text.add((descending ? " desc" : " asc") + " nulls last, c.customer_id\nlimit ").bind(limit);
    Run.Result result = run.query(text);
    long total = total(audience);
    String caption = (descending ? "Highest " : "Lowest ") + sortTitle(sort) + " first.";
    return tables.table(columns, result, 0, capped ? Math.min(total, limit) : total, caption);
  }

  private long total(Audience audience) throws SQLException {
    QueryText text = new QueryText().add("select count(*) ");
    text.append(run.clauses.fromCustomers(audience));
    text.append(run.clauses.where(customer, audience, null));
    return (long) run.quiet(text).number(0, 0);
  }

  List<String> ids(Audience audience) throws SQLException {
    QueryText text = new QueryText().add("select c.customer_id ");
    text.append(run.clauses.fromCustomers(audience));
    text.append(run.clauses.where(customer, audience, null));
    text.add("order by c.customer_id limit ").bind(MOST_IDS);
    Run.Result result = run.quiet(text);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      ids.add(result.text(i, 0));
    }
    return ids;
  }

  Draft share(Plan.Share plan) throws SQLException {
    List<Condition> both = new ArrayList<>(plan.whole().conditions());
    both.addAll(plan.part().conditions());
    Audience part = new Audience(both);
    QueryText text = new QueryText().add("select count(*) filter (where true");
    for (Condition condition : plan.part().conditions()) {
      text.add("\n    and ").append(run.clauses.predicate(customer, condition));
    }
    text.add(") as part,\n       count(*) as whole\n").append(run.clauses.fromCustomers(part));
    text.append(run.clauses.where(customer, plan.whole(), null));
    Run.Result result = run.query(text);
    double count = result.number(0, 0);
    double of = result.number(0, 1);
    double share = of == 0 ? Double.NaN : count / of;
    String shown = of == 0 ? "empty" : run.figures.share(share);
    Headline headline =
        new Headline(
            share,
            shown,
            "of " + words.of(plan.whole()),
            ", " + run.figures.count(count) + " of " + run.figures.count(of));
    AnswerTable table = rows(part, "margin_12m", true, run.rowLimit, false);
    Draft draft =
        Draft.of(
            headline,
            shown
                + " of "
                + words.of(plan.whole())
                + ": "
                + run.figures.count(count)
                + " "
                + words.of(part)
                + ".",
            table,
            method(part, false));
    return usesScores(part, "") ? draft.confidence(sure(part)) : draft;
  }

  Draft drivers(Plan.Drivers plan) throws SQLException {
    Run.Result result = pictures.drivers(plan.audience(), true);
    if (result.isEmpty()) {
      return Draft.of(null, "No scored customers to explain.", AnswerTable.EMPTY, "");
    }
    String main = run.layer.driver(result.text(0, 0));
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("driver", "Main driver", Kind.TEXT, false),
            tables.column("customers", "Customers", Kind.COUNT, true),
            tables.column("at_risk", "Margin at risk", Kind.MONEY, false));
    AnswerTable table =
        tables.table(columns, named(result), -1, result.rows().size(), "By number of customers.");
    Headline headline =
        new Headline(
            result.number(0, 1),
            run.figures.count(result.number(0, 1)),
            words.of(plan.audience()) + ", main driver " + main,
            "");
    return Draft.of(
            headline,
            main
                + " is the main driver of churn risk for "
                + headline.text()
                + " "
                + words.of(plan.audience())
                + ".",
            table,
            "The contribution that raises each customer's churn score most, counted over"
                + " customers.")
        .confidence(sure(plan.audience()))
        .chart(pictures.bars(result));
  }

  /// The facts of the first column in words.
  private Run.Result named(Run.Result result) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      List<@Nullable Object> row = new ArrayList<>(result.rows().get(i));
      row.set(0, run.layer.driver(result.text(i, 0)));
      rows.add(row);
    }
    return new Run.Result(result.columns(), rows);
  }

  Confidence sure(Audience audience) throws SQLException {
    QueryText text =
        new QueryText()
            .add(
                "select avg(churn.confidence), avg(c.trust), count(churn.score) / nullif(count(*),"
                    + " 0) ");
    text.append(run.clauses.fromCustomers(audience, "churn.score"));
    text.append(run.clauses.where(customer, audience, null));
    Run.Result result = run.quiet(text);
    List<Confidence.Part> parts = new ArrayList<>();
    part(parts, "Churn model, mean confidence of these scores", result.number(0, 0));
    part(parts, "Trust in the golden records, mean", result.number(0, 1));
    part(parts, "Share of these customers that is scored", result.number(0, 2));
    return Confidence.estimated(parts);
  }

  private static void part(List<Confidence.Part> parts, String words, double value) {
    if (!Double.isNaN(value)) {
      parts.add(new Confidence.Part(words, Math.clamp(value, 0, 1)));
    }
  }

  static boolean risky(Audience audience) {
    return audience.conditions().stream()
        .anyMatch(
            c ->
                c instanceof Condition.Threshold t
                    && t.attribute().equals("churn")
                    && !t.negated());
  }

  private boolean usesScores(Audience audience, String sort) {
    return sort.equals("churn")
        || sort.equals("propensity")
        || audience.conditions().stream()
            .anyMatch(
                c ->
                    c instanceof Condition.Threshold t
                        && run.layer.attribute(t.attribute()).needs() != null);
  }

  private String sortTitle(String sort) {
    return sort.equals("at_risk_margin") ? "margin at risk" : run.layer.attribute(sort).title();
  }

  private String method(Audience audience, boolean money) {
    StringBuilder text = new StringBuilder("Counts resolved customers of gold.customer");
    text.append(audience.isAll() ? "." : " that meet every condition; an unknown value does not.");
    if (money) {
      text.append(
          " Money at stake is each customer's churn probability times the margin of the last 12"
              + " months, summed; a negative margin counts as nothing.");
    }
    return text.toString();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static Chart.Bar bar(String label, double value, String text, boolean highlighted) {
    return new Chart.Bar(label, value, text, null, highlighted);
  }
}
