package io.customer360.ui.center;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Answer;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AskOptions;
import io.customer360.assistant.AskedQuestion;
import io.customer360.assistant.Assistant;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Chip;
import io.customer360.assistant.Choice;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Evidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.ModelServer;
import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.PlannerUsed;
import io.customer360.assistant.Stake;
import io.customer360.assistant.Understanding;
import io.customer360.assistant.UnknownSpan;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Answers one question as on the board, refuses what holds the word `moon`, fails on `fault`, and
/// waits to be cancelled on `slow`.
public final class FakeAssistant implements Assistant {
  public static final String QUESTION = "Which loyal customers are at risk, and what is at stake?";

  final List<String> asked = new ArrayList<>();
  AskOptions lastOptions = AskOptions.plain();

  @Override
  public Understanding understand(String question, AskOptions options) {
    int moon = question.indexOf("moon");
    if (moon >= 0) {
      return new Understanding(
          question,
          false,
          "none",
          List.of(new Chip("count", "count", "customers", "customers", List.of())),
          List.of(new UnknownSpan(moon, moon + 4, "moon")),
          List.of("How many customers are at risk?", "Revenue by channel", "Who is near Gold?"),
          "One word was not understood, so nothing was counted.");
    }
    String risk = options.overrides().getOrDefault("risk", "0.60");
    return new Understanding(
        question,
        true,
        "count",
        List.of(
            new Chip("measure", "count", "customers", "customers", List.of()),
            new Chip(
                "loyal",
                "loyal",
                "tier is Gold or Silver",
                "tier",
                List.of(
                    new Choice("tier", "tier is Gold or Silver"),
                    new Choice("orders", "5 or more orders"))),
            new Chip(
                "risk",
                "at risk",
                "churn risk \u2265 " + risk,
                risk,
                List.of(
                    new Choice("0.60", "churn risk \u2265 0.60"),
                    new Choice("0.70", "churn risk \u2265 0.70"))),
            new Chip(
                "stake",
                "at stake",
                "margin, 12 months",
                "margin",
                List.of(
                    new Choice("margin", "margin, 12 months"),
                    new Choice("revenue", "revenue, 12 months")))),
        List.of(),
        List.of(),
        "Every phrase understood. As of 20 Nov 2026, 09:40. Change a chip to ask again.");
  }

  @Override
  public Answer ask(String question, AskOptions options, Progress progress) {
    asked.add(question);
    lastOptions = options;
    if (question.contains("fault")) {
      throw WorkbenchException.resource(
          "C360-ASK-009", "The lakehouse is locked by another program. Nothing was changed.", null);
    }
    while (question.contains("slow")) {
      progress.checkCancelled();
      Thread.onSpinWait();
    }
    Understanding meaning = understand(question, options);
    if (!meaning.understood()) {
      return new Answer(
          meaning,
          null,
          meaning.words(),
          null,
          Confidence.counted("nothing"),
          List.of(),
          List.of(),
          AnswerTable.EMPTY,
          new Evidence("", "", List.of(), "4f2c91", 0, 0),
          null,
          PlannerUsed.BUILT_IN,
          12);
    }
    if (question.startsWith("Why")) {
      return why(meaning);
    }
    return new Answer(
        meaning,
        new Headline(214, "214", "loyal customers are at risk", ", 9.2\u202f% of 2,316"),
        "214 loyal customers are at risk with \u00a361,840 of margin.",
        new Stake(
            money(61_840, "expected margin at stake", "\u00a361,840"),
            money(25_100, "more", "\u00a325,100"),
            "up \u00a325,100 since 21 Sep"),
        Confidence.estimated(
            List.of(
                new Confidence.Part("Churn model, agreement with outcomes", 0.93),
                new Confidence.Part("Coverage of the tier field", 0.92))),
        List.of(line(), bars()),
        List.of(),
        table(),
        new Evidence(
            """
            select count(*)                        as customers,
                   sum(s.churn_risk * s.margin_12m) as margin_at_risk
            from gold.customer c join gold.score s using (customer_id)
            where c.loyalty_tier in ('Gold', 'Silver')   -- "loyal"
              and s.churn_risk >= 0.60                   -- "at risk", threshold of churn v14
              and s.as_of = date '2026-11-20';

            -- gold.customer 10,482 rows, after "loyal" 2,316, after "at risk" 214
            -- read in 41 ms from snapshot 4f2c91, churn v14 of 19 Nov""",
            "Counted over all 10,482 customers of the golden table. Risk is the calibrated churn"
                + " probability for the next 90 days.",
            List.of("gold.customer", "gold.score"),
            "4f2c91",
            41,
            214),
        new NextAction(
            "Recover the 96 customers with two late deliveries",
            "Apology and free express delivery for 90 days. Policy blocks 7 of them.",
            new NextAction.Interval(
                BigDecimal.valueOf(5690),
                BigDecimal.valueOf(3600),
                BigDecimal.valueOf(7800),
                "\u00a35,690",
                "95\u202f%: 3,600 to 7,800"),
            money(1_068, "cost", "\u00a31,068"),
            money(4_622, "net", "\u00a34,622"),
            89,
            Confidence.estimated(List.of(new Confidence.Part("Effect of the apology", 0.78))),
            "Review 89 proposals",
            new ActionTarget.Queue("", List.of("C-004711"))),
        PlannerUsed.BUILT_IN,
        200);
  }

  private static Answer why(Understanding meaning) {
    return new Answer(
        meaning,
        new Headline(0.71, "0.71", "is the churn risk of Ngozi Okafor", ""),
        "The churn risk of Ngozi Okafor is 0.71.",
        null,
        Confidence.counted("Scored."),
        List.of(
            new Chart.Waterfall(
                "From the average customer to this churn risk",
                "From 0.18 to 0.71.",
                "Average customer",
                0.18,
                List.of(
                    new Chart.Step("2 late deliveries in 60 days", 0.58),
                    new Chart.Step("Customer for 7 years", -0.05)),
                "Churn risk",
                0.71)),
        List.of("2 late deliveries in 60 days: +0.58", "Customer for 7 years: \u22120.05"),
        AnswerTable.EMPTY,
        new Evidence("select 1", "Contributions add up.", List.of("gold.score"), "4f2c91", 9, 1),
        null,
        PlannerUsed.BUILT_IN,
        12);
  }

  static MoneyFigure money(long amount, String kind, String text) {
    return new MoneyFigure(BigDecimal.valueOf(amount), "GBP", kind, text);
  }

  private static Chart line() {
    int[] values = {126, 128, 131, 127, 134, 148, 161, 175, 188, 197, 206, 214};
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(
          new Chart.Point(
              LocalDate.of(2026, 8, 31).plusWeeks(i), values[i], Integer.toString(values[i])));
    }
    return new Chart.Line(
        "Loyal customers at risk, per week",
        "Loyal customers at risk rose from 126 to 214.",
        "",
        7,
        List.of(new Chart.Series("at risk", points)),
        new Chart.Annotation(LocalDate.of(2026, 9, 21), "New carrier from 21 Sep"));
  }

  private static Chart bars() {
    return new Chart.Bars(
        "Main driver, customers",
        "Late deliveries drive 96 of 214.",
        "",
        List.of(
            new Chart.Bar("Late deliveries", 96, "96", null, true),
            new Chart.Bar("Fewer e-mail opens", 58, "58", null, false),
            new Chart.Bar("Open service ticket", 33, "33", null, false),
            new Chart.Bar("Less discount", 27, "27", null, false)),
        "Late means 2 or more days after the promised date.");
  }

  private static AnswerTable table() {
    List<AnswerTable.Row> rows = new ArrayList<>();
    Object[][] people = {
      {"Ngozi Okafor", "Gold", 0.71, 1044, 741, "2 late deliveries", "C-004711"},
      {"Tomasz Zieli\u0144ski", "Gold", 0.68, 1033, 702, "2 late deliveries", "C-002186"},
      {"Harriet Lindqvist", "Gold", 0.66, 992, 655, "2 late deliveries", "C-007350"},
      {"Priya Raman", "Silver", 0.74, 835, 618, "Open service ticket", "C-001094"},
      {"Si\u00e2n Pritchard", "Gold", 0.63, 898, 566, "2 late deliveries", "C-009027"},
      {"Daniel Achterberg", "Silver", 0.70, 771, 540, "Open service ticket", "C-008802"},
      {"Callum Fraser", "Silver", 0.70, 771, 540, "Open service ticket", "C-008803"},
      {"Moira Buchanan", "Silver", 0.70, 771, 540, "Open service ticket", "C-008804"},
    };
    for (Object[] person : people) {
      List<Object> values =
          List.of(person[0], person[1], person[2], person[3], person[4], person[5]);
      List<String> texts =
          List.of(
              (String) person[0],
              (String) person[1],
              String.format(java.util.Locale.ROOT, "%.2f", person[2]),
              String.format(java.util.Locale.UK, "%,d", person[3]),
              person[4].toString(),
              (String) person[5]);
      rows.add(new AnswerTable.Row(new ArrayList<>(values), texts, (String) person[6]));
    }
    return new AnswerTable(
        List.of(
            new AnswerTable.Column("name", "Customer", "", AnswerTable.Kind.CUSTOMER, false),
            new AnswerTable.Column("tier", "Tier", "", AnswerTable.Kind.TEXT, false),
            new AnswerTable.Column("risk", "Churn risk", "", AnswerTable.Kind.SCORE, false),
            new AnswerTable.Column(
                "margin", "Margin 12 m", "\u00a3", AnswerTable.Kind.MONEY, false),
            new AnswerTable.Column("stake", "At risk", "\u00a3", AnswerTable.Kind.MONEY, true),
            new AnswerTable.Column("driver", "Main driver", "", AnswerTable.Kind.TEXT, false)),
        rows,
        214,
        "Highest margin at risk first.");
  }

  @Override
  public List<String> suggestions() {
    return List.of(
        QUESTION,
        "Revenue by channel last quarter against the one before",
        "How many customers bought the recalled Ridgeline Anorak?",
        "Which offers work for lapsed customers?",
        "Who is close to Gold?",
        "How late are deliveries by carrier?");
  }

  @Override
  public ModelServer modelServer() {
    return new ModelServer(
        "http://127.0.0.1:11434", false, "", "No local model server.", List.of());
  }

  @Override
  public List<AskedQuestion> history(int limit) {
    return List.of(
        new AskedQuestion(
            1,
            Instant.parse("2026-11-20T09:00:00Z"),
            "Who is close to Gold?",
            true,
            "64 are.",
            "Built-in planner",
            40));
  }
}
