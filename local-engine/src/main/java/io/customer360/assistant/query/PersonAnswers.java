package io.customer360.assistant.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.Stake;
import io.customer360.assistant.plan.Plan;
import io.customer360.fault.WorkbenchException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers about one customer.
final class PersonAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Run run;
  private final Tables tables;

  PersonAnswers(Run run) {
    this.run = run;
    this.tables = new Tables(run.figures);
  }

  private record Who(
      String id,
      String name,
      String tier,
      String city,
      double margin,
      double revenue,
      double orders,
      String lastOrder,
      double trust) {}

  private Who who(String id) throws SQLException {
    Run.Result r =
        run.quiet(
            new QueryText()
                .add(
                    "select customer_id, full_name, tier, city, margin_12m, revenue_12m, orders,"
                        + " last_order_at, trust from gold.customer where customer_id = ")
                .bind(id));
    if (r.isEmpty()) {
      throw WorkbenchException.user("C360-ASK-020", "There is no customer " + id + ".");
    }
    return new Who(
        id,
        r.text(0, 1),
        r.text(0, 2),
        r.text(0, 3),
        r.number(0, 4),
        r.number(0, 5),
        r.number(0, 6),
        r.text(0, 7),
        r.number(0, 8));
  }

  Draft explain(Plan.Explain plan) throws SQLException {
    Who who = who(plan.customerId());
    String what = plan.model().equals("churn") ? "churn risk" : "purchase propensity";
    Run.Result score =
        run.query(
            new QueryText()
                .add(
                    "select score, low, high, confidence, version, as_of\n"
                        + "from gold.score\n"
                        + "where customer_id = ")
                .bind(who.id())
                .add(" and model = ")
                .bind(plan.model()));
    if (score.isEmpty()) {
      return Draft.of(
              null,
              who.name() + " has no " + what + " score.",
              AnswerTable.EMPTY,
              "Scores are made at a refresh for customers with enough history.")
          .next(open(who));
    }
    double value = score.number(0, 0);
    ScoreReasons reasons =
        ScoreReasons.of(value, run.query(ScoreReasons.query(who.id(), plan.model())));
    String main =
        reasons.strongest().map(reason -> "; " + reason.label() + " raises it most.").orElse(".");
    Headline headline =
        new Headline(
            value,
            run.figures.score(value),
            "is the " + what + " of " + who.name(),
            Double.isNaN(score.number(0, 1))
                ? ""
                : ", "
                    + run.figures.score(score.number(0, 1))
                    + " to "
                    + run.figures.score(score.number(0, 2)));
    Draft draft =
        Draft.of(
                headline,
                "The " + what + " of " + who.name() + " is " + headline.text() + main,
                reasons.table(tables, run.figures),
                "Contributions of the "
                    + plan.model()
                    + " model "
                    + score.text(0, 4)
                    + "; they add up from the score of an average customer to this one.")
            .lines(reasons.lines(run.figures))
            .confidence(
                Confidence.estimated(
                    List.of(
                        new Confidence.Part("Confidence of this score", part(score.number(0, 3))),
                        new Confidence.Part("Trust in the golden record", part(who.trust())))))
            .next(open(who));
    if (!reasons.reasons().isEmpty()) {
      draft = draft.chart(reasons.chart(what, run.figures));
    }
    if (plan.model().equals("churn")) {
      double stake = value * Math.max(0, Double.isNaN(who.margin()) ? 0 : who.margin());
      draft =
          draft.stake(new Stake(run.figures.figure(stake, "expected margin at stake"), null, ""));
    }
    return draft;
  }

  private static @Nullable Double part(double value) {
    return Double.isNaN(value) ? null : Math.clamp(value, 0, 1);
  }

  Draft profile(Plan.Profile plan) throws SQLException {
    Who who = who(plan.customerId());
    return switch (plan.aspect()) {
      case "orders" ->
          rows(
              who,
              "orders",
              "ordered_at, channel, items, revenue",
              "gold.orders",
              "ordered_at desc",
              List.of(Kind.DATE, Kind.TEXT, Kind.COUNT, Kind.MONEY),
              List.of("Ordered", "Channel", "Items", "Revenue"));
      case "tickets" ->
          rows(
              who,
              "service tickets",
              "opened_at, topic, subject, rating",
              "gold.service_ticket",
              "opened_at desc",
              List.of(Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.COUNT),
              List.of("Opened", "Topic", "Subject", "Rating"));
      case "deliveries" ->
          rows(
              who,
              "deliveries",
              "promised_at, delivered_at, carrier, days_late",
              "gold.shipment",
              "promised_at desc",
              List.of(Kind.DATE, Kind.DATE, Kind.TEXT, Kind.COUNT),
              List.of("Promised", "Delivered", "Carrier", "Days late"));
      case "messages" ->
          rows(
              who,
              "message events",
              "occurred_at, channel, kind, campaign",
              "gold.engagement",
              "occurred_at desc",
              List.of(Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.TEXT),
              List.of("Date", "Channel", "Kind", "Campaign"));
      case "points" ->
          rows(
              who,
              "points movements",
              "moved_at, kind, points",
              "gold.loyalty_movement",
              "moved_at desc",
              List.of(Kind.DATE, Kind.TEXT, Kind.COUNT),
              List.of("Date", "Kind", "Points"));
      case "consent" ->
          rows(
              who,
              "consents",
              "purpose, channel, status, recorded_at",
              "gold.consent",
              "purpose, channel",
              List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE),
              List.of("Purpose", "Channel", "Status", "Recorded"));
      case "sources" ->
          rows(
              who,
              "source records",
              "source_person_id, rule, matched_with",
              "gold.identity_link",
              "source_person_id",
              List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT),
              List.of("Source record", "Rule", "Matched with"));
      case "next" -> nextAction(who);
      default -> everything(who);
    };
  }

  private Draft rows(
      Who who,
      String what,
      String select,
      String table,
      String order,
      List<Kind> kinds,
      List<String> titles)
      throws SQLException {
    QueryText text =
        new QueryText()
            .add("select " + select + "\nfrom " + table + "\nwhere customer_id = ")
            .bind(who.id())
            .add("\norder by " + order + "\nlimit ")
            .bind(Math.max(1, run.rowLimit));
    Run.Result result = run.query(text);
    long total =
        (long)
            run.quiet(
                    new QueryText()
                        .add("select count(*) from " + table + " where customer_id = ")
                        .bind(who.id()))
                .number(0, 0);
    List<AnswerTable.Column> columns = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      columns.add(tables.column(result.columns().get(i), titles.get(i), kinds.get(i), false));
    }
    AnswerTable shown = tables.table(columns, result, -1, total, "");
    Headline headline =
        new Headline(total, run.figures.count(total), what + " of " + who.name(), "");
    String latest =
        result.isEmpty() || !columns.getFirst().kind().equals(Kind.DATE)
            ? ""
            : ", the latest on "
                + tables.text(columns.getFirst(), result.rows().getFirst().getFirst());
    return Draft.of(
            headline,
            who.name() + " has " + headline.text() + " " + what + latest + ".",
            shown,
            "Rows of " + table + " of this customer.")
        .next(open(who));
  }

  private Draft everything(Who who) throws SQLException {
    Run.Result scores =
        run.query(
            new QueryText()
                .add("select model, score, confidence\nfrom gold.score\nwhere customer_id = ")
                .bind(who.id())
                .add("\norder by model"));
    List<List<@Nullable Object>> facts = new ArrayList<>();
    facts.add(Arrays.asList("Tier", who.tier()));
    facts.add(Arrays.asList("City", who.city()));
    facts.add(Arrays.asList("Orders", money(who.orders(), false)));
    facts.add(Arrays.asList("Revenue, 12 months", money(who.revenue(), true)));
    facts.add(Arrays.asList("Margin, 12 months", money(who.margin(), true)));
    facts.add(
        Arrays.asList(
            "Last order",
            who.lastOrder().length() > 10 ? who.lastOrder().substring(0, 10) : who.lastOrder()));
    for (int i = 0; i < scores.rows().size(); i++) {
      facts.add(
          Arrays.asList(
              scores.text(i, 0).equals("churn") ? "Churn risk" : "Purchase propensity",
              run.figures.score(scores.number(i, 1))));
    }
    facts.add(
        Arrays.asList(
            "Trust score", Double.isNaN(who.trust()) ? "empty" : run.figures.score(who.trust())));
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("fact", "Fact", Kind.TEXT, false),
            tables.column("value", "Value", Kind.TEXT, false));
    String sentence =
        who.name()
            + " "
            + who.id()
            + (who.tier().isBlank() ? "" : ", " + who.tier())
            + (who.city().isBlank() ? "" : ", " + who.city())
            + ": "
            + money(who.orders(), false)
            + " orders, "
            + money(who.margin(), true)
            + " margin in 12 months.";
    return Draft.of(
            null,
            sentence,
            tables.table(columns, new Run.Result(List.of(), facts), -1, facts.size(), ""),
            "The golden record and its scores.")
        .next(open(who));
  }

  private String money(double value, boolean money) {
    return Double.isNaN(value)
        ? "empty"
        : money ? run.figures.money(value) : run.figures.count(value);
  }

  private @Nullable JsonNode decision(String id) throws SQLException {
    if (!run.exists("ops", "decision")) {
      return null;
    }
    Run.Result result =
        run.query(
            new QueryText()
                .add("select output, decided_at\nfrom ops.decision\nwhere customer_id = ")
                .bind(id)
                .add("\norder by decided_at desc limit 1"));
    if (result.isEmpty() || result.text(0, 0).isBlank()) {
      return null;
    }
    try {
      return JSON.readTree(result.text(0, 0));
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal(
          "C360-ASK-021", "The stored decision of " + id + " cannot be read.", e);
    }
  }

  private Draft nextAction(Who who) throws SQLException {
    JsonNode decision = decision(who.id());
    if (decision == null) {
      return undecided(who);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    decision
        .path("options")
        .forEach(
            o ->
                rows.add(
                    Arrays.asList(
                        o.path("name").asText(),
                        o.path("channel").asText(),
                        o.path("priority").asDouble())));
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("name", "Action", Kind.TEXT, false),
            tables.column("channel", "Channel", Kind.TEXT, false),
            tables.column("priority", "Priority", Kind.NUMBER, true));
    AnswerTable table = tables.table(columns, new Run.Result(List.of(), rows), -1, rows.size(), "");
    if (rows.isEmpty()) {
      return Draft.of(
              null,
              "No action passes for " + who.name() + ": every one is blocked.",
              table,
              "The latest stored decision.")
          .next(open(who));
    }
    String best = String.valueOf(rows.getFirst().getFirst());
    return Draft.of(
            null,
            "The next best action for " + who.name() + " is: " + best + ".",
            table,
            "Options of the latest stored decision, by priority.")
        .next(
            new NextAction(
                best,
                "Nothing is sent before a person approves it.",
                null,
                null,
                null,
                1,
                Confidence.counted("A stored decision."),
                "Review 1 proposal",
                new ActionTarget.Queue("", List.of(who.id()))));
  }

  private Draft undecided(Who who) {
    return Draft.of(
            null,
            "The agents have not decided on " + who.name() + " yet.",
            AnswerTable.EMPTY,
            "Looks for the latest stored decision of this customer.")
        .next(open(who));
  }

  Draft whyNot(Plan.WhyNot plan) throws SQLException {
    Who who = who(plan.customerId());
    JsonNode decision = decision(who.id());
    if (decision == null) {
      return undecided(who);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String wanted = plan.action();
    for (JsonNode blocked : decision.path("blocked")) {
      if (wanted.isEmpty() || blocked.path("actionId").asText().equals(wanted)) {
        rows.add(
            Arrays.asList(
                blocked.path("name").asText(),
                blocked.path("stage").asText(),
                blocked.path("rule").asText(),
                blocked.path("fact").asText(),
                blocked.path("passWhen").asText()));
      }
    }
    String best = decision.path("options").path(0).path("name").asText("");
    int rank = 0;
    for (JsonNode option : decision.path("options")) {
      rank++;
      if (rank > 1 && (wanted.isEmpty() || option.path("actionId").asText().equals(wanted))) {
        rows.add(
            Arrays.asList(
                option.path("name").asText(),
                "ranking",
                "Lower priority than " + best,
                "Rank " + rank,
                "the others are blocked"));
      }
    }
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("name", "Action", Kind.TEXT, false),
            tables.column("stage", "Stage", Kind.TEXT, false),
            tables.column("rule", "Rule", Kind.TEXT, false),
            tables.column("fact", "Fact", Kind.TEXT, false),
            tables.column("pass", "Would pass when", Kind.TEXT, false));
    AnswerTable table = tables.table(columns, new Run.Result(List.of(), rows), -1, rows.size(), "");
    String sentence;
    if (rows.isEmpty()) {
      boolean chosen = decision.path("options").path(0).path("actionId").asText("").equals(wanted);
      sentence =
          chosen
              ? best + " was chosen for " + who.name() + "."
              : "The stored decision on " + who.name() + " does not name this action.";
    } else if (rows.size() == 1) {
      sentence = rows.getFirst().get(0) + " was not chosen: " + rows.getFirst().get(2) + ".";
    } else {
      sentence = rows.size() + " actions were not chosen for " + who.name() + ".";
    }
    return Draft.of(
            null,
            sentence,
            table,
            "Blocked and lower-ranked actions of the latest stored decision, each with the first"
                + " stage it failed.")
        .next(open(who));
  }

  private static NextAction open(Who who) {
    return new NextAction(
        "Look at " + who.name(),
        "The profile holds the whole history.",
        null,
        null,
        null,
        1,
        Confidence.counted("One customer."),
        "Open the profile",
        new ActionTarget.Profile(who.id()));
  }
}
