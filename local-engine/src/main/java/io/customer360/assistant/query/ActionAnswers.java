package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.TableDef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Answers that lead to deeds: what works for an audience, a segment, a proposal, what the agents
/// decided. None of them changes anything.
final class ActionAnswers {
  private final Run run;
  private final Tables tables;
  private final AudienceWords words;
  private final CustomerAnswers customers;
  private final TableDef customer;

  ActionAnswers(Run run) {
    this.run = run;
    this.tables = new Tables(run.figures);
    this.words = new AudienceWords(run.layer);
    this.customers = new CustomerAnswers(run);
    this.customer = run.layer.table("customer");
  }

  /// Sent actions and their outcomes where there are any; else what the agents rank first.
  Draft offers(Plan.OffersFor plan) throws SQLException {
    String who = words.of(plan.audience());
    if (run.exists("ops", "outbox") && run.exists("ops", "outcome")) {
      Run.Result sent = run.quiet(measured(plan.audience()));
      if (!sent.isEmpty()) {
        return outcomes(plan, who);
      }
    }
    if (!run.exists("ops", "proposal")) {
      return none(who);
    }
    QueryText text =
        new QueryText()
            .add(
                "select p.action_name, p.channel, count(*) as customers,"
                    + " avg(p.confidence) as confidence, sum(p.value_at_risk) as value_at_risk\n")
            .add("from ops.proposal p\nwhere p.customer_id in (select c.customer_id ")
            .append(run.clauses.fromCustomers(plan.audience()))
            .append(run.clauses.where(customer, plan.audience(), null))
            .add(")\ngroup by 1, 2 order by customers desc, 1 limit 20");
    Run.Result result = run.query(text);
    if (result.isEmpty()) {
      return none(who);
    }
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("action_name", "Action", Kind.TEXT, false),
            tables.column("channel", "Channel", Kind.TEXT, false),
            tables.column("customers", "Proposed to", Kind.COUNT, true),
            tables.column("confidence", "Confidence", Kind.SCORE, false),
            tables.column("value_at_risk", "Value at risk", Kind.MONEY, false));
    List<Chart.Bar> bars = new ArrayList<>();
    double weighted = 0;
    double all = 0;
    for (int i = 0; i < result.rows().size(); i++) {
      double count = result.number(i, 2);
      all += count;
      weighted += count * result.number(i, 3);
      if (i < 8) {
        bars.add(CustomerAnswers.bar(result.text(i, 0), count, run.figures.count(count), i == 0));
      }
    }
    Headline headline =
        new Headline(
            result.number(0, 2),
            run.figures.count(result.number(0, 2)),
            who + " get " + result.text(0, 0) + " as their best action",
            "");
    List<String> concerned = customers.ids(plan.audience());
    return Draft.of(
            headline,
            "No outcome is measured for "
                + who
                + " yet. The agents rank "
                + result.text(0, 0)
                + " first for "
                + headline.text()
                + " of them.",
            tables.table(columns, result, -1, result.rows().size(), ""),
            "Proposals of the agents to these customers: expected, not measured. Measured outcomes"
                + " replace them once actions have been sent.")
        .confidence(
            Confidence.estimated(
                List.of(
                    new Confidence.Part(
                        "Mean confidence of the decisions",
                        Math.clamp(weighted / Math.max(1, all), 0, 1)))))
        .chart(new Chart.Bars("Best action, customers", "Proposals by action.", "", bars, ""))
        .next(
            Proposals.of(run, concerned)
                .next(
                    "Review what is proposed to " + who,
                    concerned,
                    new Confidence.Part("Proposals counted", 1.0)));
  }

  private QueryText measured(Audience audience) {
    return new QueryText()
        .add(
            "select o.action_id, count(distinct o.id) as sent, count(distinct u.idempotency_key)"
                + " filter (where u.kind in ('CONVERTED', 'PURCHASED', 'ACCEPTED', 'CLICKED')) as"
                + " answered\n")
        .add("from ops.outbox o left join ops.outcome u on u.idempotency_key = o.idempotency_key\n")
        .add("where o.sent_at is not null and o.customer_id in (select c.customer_id ")
        .append(run.clauses.fromCustomers(audience))
        .append(run.clauses.where(customer, audience, null))
        .add(
            ")\n"
                + "group by 1 having count(u.idempotency_key) > 0\n"
                + "order by answered / sent desc, 1 limit 20");
  }

  private Draft outcomes(Plan.OffersFor plan, String who) throws SQLException {
    Run.Result result = run.query(measured(plan.audience()));
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      double rate = result.number(i, 2) / result.number(i, 1);
      bars.add(CustomerAnswers.bar(result.text(i, 0), rate, run.figures.share(rate), i == 0));
    }
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("action_id", "Action", Kind.TEXT, false),
            tables.column("sent", "Sent", Kind.COUNT, false),
            tables.column("answered", "Answered", Kind.COUNT, true));
    Headline headline =
        new Headline(
            bars.getFirst().value(),
            bars.getFirst().text(),
            "of " + who + " answered " + bars.getFirst().label(),
            "");
    return Draft.of(
            headline,
            bars.getFirst().label()
                + " works best for "
                + who
                + ": "
                + bars.getFirst().text()
                + " answered. Not compared with a holdout.",
            tables.table(columns, result, -1, result.rows().size(), ""),
            "Sent actions and the outcomes recorded for them.")
        .chart(new Chart.Bars("Answered, share of sent", "Answers by action.", "%", bars, ""));
  }

  private Draft none(String who) {
    return Draft.of(
        null,
        "Nothing has been proposed or sent to "
            + who
            + " yet, so nothing can be said about what works.",
        AnswerTable.EMPTY,
        "Looks at sent actions and their outcomes, then at the agents' proposals.");
  }

  Draft segment(Plan.Segment plan) throws SQLException {
    QueryText text = new QueryText().add("select c.customer_id\n");
    text.append(run.clauses.fromCustomers(plan.audience()));
    text.append(run.clauses.where(customer, plan.audience(), null));
    AnswerTable rows = customers.rows(plan.audience(), "margin_12m", true, run.rowLimit, false);
    String who = words.of(plan.audience());
    Headline headline = new Headline(rows.total(), run.figures.count(rows.total()), who, "");
    return Draft.of(
            headline,
            "A segment of " + headline.text() + " " + who + ", to be reviewed and saved.",
            rows,
            "The condition is kept as text; members are worked out anew at each refresh.")
        .next(
            new NextAction(
                "Save this segment",
                "Members follow the data at each refresh.",
                null,
                null,
                null,
                rows.total(),
                Confidence.counted("Customers counted."),
                "Review segment of " + headline.text(),
                new ActionTarget.Segment(who, text.display().strip())));
  }

  Draft propose(Plan.Propose plan) throws SQLException {
    List<String> ids = customers.ids(plan.audience());
    String who = words.of(plan.audience());
    AnswerTable rows = customers.rows(plan.audience(), "margin_12m", true, run.rowLimit, false);
    Headline headline = new Headline(rows.total(), run.figures.count(rows.total()), who, "");
    String action =
        plan.action().isEmpty() ? "the best action that passes" : plan.action().replace('-', ' ');
    NextAction next =
        Proposals.of(run, ids)
            .next(
                "Propose " + action + " to " + headline.text() + " " + who,
                ids,
                new Confidence.Part("Customers counted", 1.0));
    ActionTarget target =
        next.target() instanceof ActionTarget.Queue queue
            ? new ActionTarget.Queue(plan.action(), queue.customerIds())
            : next.target();
    return Draft.of(
            headline,
            "Nothing has been sent. "
                + headline.text()
                + " "
                + who
                + " can be proposed "
                + action
                + "; each proposal waits for a person.",
            rows,
            "Counts the customers; the agents decide for each of them, and policies are checked"
                + " then.")
        .next(
            new NextAction(
                next.title(),
                next.words(),
                next.kept(),
                next.cost(),
                next.net(),
                next.count(),
                next.confidence(),
                next.button(),
                target));
  }

  Draft decisions(Plan.DecisionsBy plan) throws SQLException {
    if (!run.exists("ops", "proposal")) {
      return Draft.of(null, "The agents have not decided anything yet.", AnswerTable.EMPTY, "");
    }
    QueryText text =
        new QueryText()
            .add(
                "select action_name, state, count(*) as proposals, sum(value_at_risk) as"
                    + " value_at_risk\n"
                    + "from ops.proposal\n"
                    + "where true");
    switch (plan.state()) {
      case "waiting" -> text.add(" and state = 'PROPOSED'");
      case "approved" ->
          text.add(
              " and state in ('APPROVED', 'QUEUED', 'IN_FLIGHT', 'SENT', 'CONFIRMED', 'MEASURED')");
      case "rejected" -> text.add(" and state = 'REJECTED'");
      case "sent" -> text.add(" and state in ('SENT', 'CONFIRMED', 'MEASURED')");
      case "blocked" -> text.add(" and state = 'BLOCKED'");
      default -> {}
    }
    var period = plan.period();
    if (period != null) {
      text.add(" and created_at >= ").bind(run.clauses.instant(period.from()));
      text.add(" and created_at < ").bind(run.clauses.instant(period.to()));
    }
    text.add("\ngroup by 1, 2 order by proposals desc, 1, 2");
    Run.Result result = run.query(text);
    double count = 0;
    double money = 0;
    for (int i = 0; i < result.rows().size(); i++) {
      count += result.number(i, 2);
      money += Double.isNaN(result.number(i, 3)) ? 0 : result.number(i, 3);
    }
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("action_name", "Action", Kind.TEXT, false),
            tables.column("state", "State", Kind.TEXT, false),
            tables.column("proposals", "Proposals", Kind.COUNT, true),
            tables.column("value_at_risk", "Value at risk", Kind.MONEY, false));
    String state = plan.state().equals("all") ? "" : plan.state() + " ";
    Headline headline =
        new Headline(
            count, run.figures.count(count), state + "proposals", MeasureAnswers.in(period));
    Draft draft =
        Draft.of(
                headline,
                headline.text() + " " + state + "proposals" + MeasureAnswers.in(period) + ".",
                tables.table(columns, result, -1, result.rows().size(), ""),
                "Proposals of the agents by action and state.")
            .stake(
                new io.customer360.assistant.Stake(
                    run.figures.figure(money, "value at risk"), null, ""));
    if (plan.state().equals("waiting") && count > 0) {
      draft =
          draft.next(
              new NextAction(
                  "Review what waits",
                  "Each proposal needs a person.",
                  null,
                  null,
                  null,
                  Math.round(count),
                  Confidence.counted("Proposals counted."),
                  "Review " + headline.text() + " proposals",
                  new ActionTarget.Queue("", List.of())));
    }
    return draft;
  }
}
