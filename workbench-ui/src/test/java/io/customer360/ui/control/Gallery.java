package io.customer360.ui.control;

import io.customer360.job.JobState;
import io.customer360.job.JobStatus;
import io.customer360.ui.job.Fault;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every shared control with the board's figures: `Gallery <folder>` renders it in both themes;
/// tests walk it.
public final class Gallery {
  private static final Formats FORMATS = SampleWindow.FORMATS;

  private Gallery() {}

  public static Region build() {
    FlowPane flow = new FlowPane(16, 16);
    flow.setPadding(new Insets(16));
    flow.getStyleClass().add("workbench");
    flow.getChildren()
        .addAll(
            card("Stats", 430, stats()),
            card("Trust", 330, trust()),
            card("Confidence and chips", 420, chips()),
            card("Waterfall", 440, waterfall()),
            card("Factor bars", 640, factors()),
            card("Line chart", 460, line()),
            card("Bars", 280, bars()),
            card("Policy checks", 400, policies()),
            card("Timeline", 420, timeline()),
            card("Consents", 470, consents()),
            card("Jobs, tabs", 420, jobs()),
            card("Table", 560, table()),
            card("Query", 560, query()),
            card("Empty", 420, empty()),
            card("Error", 560, error()),
            card("Trace", 1200, trace()),
            card("Lineage", 1200, lineage()));
    return flow;
  }

  private static Node card(String title, double width, Node content) {
    VBox box = new VBox(new PaneHeader(title), content);
    VBox.setMargin(content, new Insets(12, 16, 12, 16));
    box.getStyleClass().add("card");
    box.setPrefWidth(width);
    return box;
  }

  static Node stats() {
    return Nodes.row(
        28,
        new Stat("Churn risk, 90 days", "0.71").fact("up from 0.22 on 1 Oct", Tone.WARN),
        new Stat("At risk", FORMATS.money(741)).fact("1st of 214 loyal"),
        new Stat("rows received", "846,198").numberFirst());
  }

  static Node trust() {
    return Nodes.row(
        16,
        new TrustRing(0.87),
        TrustRing.parts(
            List.of(
                new TrustRing.Part("Reliability", 0.96),
                new TrustRing.Part("Freshness", 0.97),
                new TrustRing.Part("Agreement", 0.95),
                new TrustRing.Part("Completeness", 0.98))));
  }

  static Node chips() {
    List<Chip.Choice> choices =
        List.of(
            new Chip.Choice("0.6", "churn risk ≥ 0.60"),
            new Chip.Choice("0.7", "churn risk ≥ 0.70"));
    return Nodes.column(
        10,
        Nodes.row(
            8,
            Chip.plain("count", "customers"),
            Chip.editable("at risk", "churn risk ≥ 0.60", "0.6", choices, value -> {})),
        Nodes.row(
            6,
            Chip.filter("", "All", () -> {}).on(true),
            Chip.filter("fth-shopping-bag", "Orders", () -> {}),
            Chip.filter("fth-truck", "Delivery", () -> {}).off(true)),
        Nodes.row(
            6,
            Chip.badge("fth-trending-down", "At risk", Tone.WARN),
            Chip.badge("fth-award", "Gold", Tone.NORMAL),
            Chip.badge("fth-alert-circle", "Recall", Tone.BAD)),
        Nodes.row(
            20,
            ConfidenceBadge.of(0.86).titled(),
            ConfidenceBadge.of(0.74),
            ConfidenceBadge.of(0.41),
            ConfidenceBadge.counted()),
        Nodes.line(
            4,
            new EvidenceLink(
                "£61,840",
                show ->
                    show.accept(
                        new EvidenceContent(
                            "x", List.of("a"), List.of(List.of("1")), "select 1", "f"))),
            Nodes.label("expected margin at stake", "muted")));
  }

  static Waterfall waterfall() {
    return new Waterfall(
        "Average customer",
        0.18,
        List.of(
            new Waterfall.Step("2 late deliveries in 60 days", 0.27),
            new Waterfall.Step("37 days since order, usually 19", 0.16),
            new Waterfall.Step("No e-mail opened for 24 days", 0.12),
            new Waterfall.Step("Complaint, rated 2 of 5", 0.09),
            new Waterfall.Step("Gold, customer for 7 years", -0.06),
            new Waterfall.Step("Household of 4 active", -0.05)),
        "Churn risk, 90 days",
        2,
        FORMATS);
  }

  static Node factors() {
    return Nodes.column(
        12,
        new FactorBars(
            List.of(
                new FactorBars.Factor("Propensity", "0.34", 0.74, true),
                new FactorBars.Factor("Context", "1.40", 1, true),
                new FactorBars.Factor("Value", "£118", 1, true),
                new FactorBars.Factor("Lever", "1.10", 1, true),
                new FactorBars.Factor("Risk", "0.94", 0.96, true)),
            "58.08",
            true),
        new FactorBars(
            List.of(
                new FactorBars.Factor("Propensity", "0.46", 1, true),
                new FactorBars.Factor("Context", "1.00", 0.71, false),
                new FactorBars.Factor("Value", "£61", 0.52, true),
                new FactorBars.Factor("Lever", "0.90", 0.82, true),
                new FactorBars.Factor("Risk", "0.98", 1, true)),
            "24.75",
            false));
  }

  static LineChart line() {
    int[] values = {126, 128, 131, 127, 134, 148, 161, 175, 188, 197, 206, 214};
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(
          new LineChart.Point(
              LocalDate.of(2026, 8, 31).plusWeeks(i), values[i], Integer.toString(values[i])));
    }
    LineChart chart =
        new LineChart(
            "Loyal customers at risk rose from 126 to 214 since the new carrier.",
            List.of(new LineChart.Series("at risk", points)),
            new LineChart.Note(LocalDate.of(2026, 9, 21), "New carrier from 21 Sep"),
            tick -> FORMATS.number(tick, 0),
            FORMATS::date);
    chart.setPrefHeight(176);
    return chart;
  }

  static HBarChart bars() {
    return new HBarChart(
        "Main driver: late deliveries for 96 of 214.",
        List.of(
            new HBarChart.Bar("Late deliveries", 96, "96", null, true),
            new HBarChart.Bar("Fewer e-mail opens", 58, "58", 70.0, false),
            new HBarChart.Bar("Open service ticket", 33, "33", null, false),
            new HBarChart.Bar("Less discount", 27, "27", null, false)));
  }

  static Node policies() {
    return Nodes.column(
        0,
        new PolicyCheckRow(Tone.GOOD, "Consent", "Service by phone, given 4 Mar 2019"),
        new PolicyCheckRow(
            Tone.GOOD, "Contact policy", "0 of 2 calls this week, last e-mail 8 Nov"),
        new PolicyCheckRow(Tone.BAD, "Quiet hours", "09:00 to 20:00 London, now 21:42"),
        new PolicyCheckRow(Tone.WARN, "Budget", "£12.00 of £32.00 left this month"));
  }

  static Node timeline() {
    List<WeekStrip.Week> weeks = new ArrayList<>();
    for (int i = 0; i < 52; i++) {
      weeks.add(new WeekStrip.Week(i > 46 ? 50 - i : 4 + (i * 7) % 6, i == 45 || i == 47));
    }
    WeekStrip strip = new WeekStrip(weeks, List.of("Nov 25", "May 26", "Nov 26"));
    strip.choose(42, 51);
    return Nodes.column(
        0,
        strip,
        new TimelineRow()
            .show(
                new TimelineRow.Entry(
                    "fth-phone",
                    Tone.ACCENT,
                    "Service recovery call proposed",
                    "",
                    "Churn Prevention, waiting for a person",
                    "20 Nov",
                    "09:40",
                    "")),
        new TimelineRow()
            .show(
                new TimelineRow.Entry(
                    "fth-truck",
                    Tone.BAD,
                    "AP-89677 arrived 6 days late",
                    "",
                    "Promised 17 Oct, left at neighbour",
                    "23 Oct",
                    "16:20",
                    "")),
        new TimelineRow()
            .show(
                new TimelineRow.Entry(
                    "fth-shopping-bag",
                    Tone.WARN,
                    "Order AP-88213, 2 items",
                    "Recall",
                    "App, Ridgeline Anorak, batch 26-08 × 2",
                    "28 Sep",
                    "19:36",
                    "£198.00")));
  }

  static Node consents() {
    ConsentMatrix.State yes = ConsentMatrix.State.YES;
    ConsentMatrix.State no = ConsentMatrix.State.NO;
    ConsentMatrix.State unasked = ConsentMatrix.State.NOT_ASKED;
    return new ConsentMatrix(
        "Purpose",
        List.of("E-mail", "SMS", "Phone", "Post", "App"),
        List.of(
            new ConsentMatrix.Row("Service messages", List.of(yes, yes, yes, yes, yes)),
            new ConsentMatrix.Row("Marketing", List.of(yes, no, no, yes, yes)),
            new ConsentMatrix.Row("Profiling", List.of(yes, yes, yes, unasked, yes))),
        (row, channel) -> {});
  }

  static Node jobs() {
    TabStrip tabs = new TabStrip("Rows", "Query", "Method");
    tabs.count(0, "214");
    tabs.count(1, "41 ms");
    return Nodes.column(
        12,
        tabs,
        new Segmented("View", "Graph", "Table", "Columns"),
        Nodes.row(
            8,
            Nodes.button("Edit", () -> {}),
            primary(),
            Nodes.button("Reject", "fth-x", () -> {}),
            new CountBadge("52"),
            new KeyHint("Shift A")),
        new JobItem(
            new JobStatus(
                1, "Refresh", "Resolve people", 0.62, JobState.RUNNING, Duration.ofSeconds(3)),
            () -> {},
            () -> {}),
        new JobItem(
            new JobStatus(
                2, "Import", "pos.csv was not imported.", 0.1, JobState.FAILED, Duration.ZERO),
            () -> {},
            () -> {}));
  }

  private static Node primary() {
    var button = Nodes.button("Approve", () -> {}, "accent");
    button.setGraphic(new KeyHint("A"));
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    return button;
  }

  record Person(String name, String tier, double risk, double stake) {}

  static DataTable<Person> table() {
    DataTable<Person> table = new DataTable<>("gallery", "Customers at risk", UiMemory.none());
    table.text("name", "Customer", 200, Person::name, "medium");
    table.text("tier", "Tier", 80, Person::tier);
    table.figure("risk", "Churn risk", 90, p -> FORMATS.score(p.risk()), Person::risk);
    table.figure(
        "stake", "At risk, £", 90, p -> FORMATS.count((long) p.stake()), Person::stake, "strong");
    table.items(
        List.of(
            new Person("Ngozi Okafor", "Gold", 0.71, 741),
            new Person("Tomasz Zieliński", "Gold", 0.68, 702),
            new Person("Harriet Lindqvist", "Gold", 0.66, 1655)));
    table.getSelectionModel().select(1);
    table.setPrefHeight(28 * 5);
    return table;
  }

  static Node query() {
    QueryDrawer drawer = new QueryDrawer();
    drawer.rows(new Region(), "214");
    drawer.query(
        "select count(*)                as customers\nfrom gold.customer c\nwhere c.tier in ('Gold', 'Silver')  -- \"loyal\"\n  and s.score >= 0.60",
        "41 ms");
    drawer.method("Counted over all customers.");
    drawer.tabs().select(1);
    drawer.setPrefHeight(170);
    return drawer;
  }

  static Node empty() {
    return new EmptyState(
            "fth-inbox",
            "Nothing waits for you",
            "All 52 proposals of today are decided: 47 approved, 5 rejected.",
            Nodes.button("See what was sent", () -> {}, "accent"),
            Nodes.button("Run agents now", "fth-play", () -> {}))
        .footnote("Median time for a decision: 8 s");
  }

  static Node error() {
    return new ErrorState(
        "pos-2026-11-19.csv was not imported. Nothing was changed.",
        new Fault(
            "C360-IMP-014",
            "Line 4,117 opens a quote that never closes, so the rest of the file reads as one field."),
        Nodes.button("Hold line 4,117, import the rest", () -> {}, "accent"),
        Nodes.button("Choose quote character", () -> {}));
  }

  static Node trace() {
    return new TraceStrip(
        Nodes.column(3, Nodes.label("Trace", "strong"), Nodes.label("D-20261120-0417", "mono")),
        List.of(
            new TraceStrip.Step(
                "Observe",
                "12 ms",
                "Context of 20 events, 9 source records.",
                "Trigger: risk rose from 0.58 to 0.71.",
                false,
                () -> {}),
            new TraceStrip.Step(
                "Reason",
                "31 ms",
                "Churn 0.71, 6 contributions.",
                "churn v14, propensity v9, no LLM",
                false,
                () -> {}),
            new TraceStrip.Step(
                "Decide",
                "4 ms",
                "20 actions, 17 blocked, 3 ranked.",
                "policy v31, seed 7",
                false,
                () -> {}),
            new TraceStrip.Step(
                "Act",
                "now",
                "Waiting for a person: £741 is above £250.",
                "Then: outbox, CRM call list",
                true,
                () -> {})));
  }

  static Node lineage() {
    LineageGraph graph =
        new LineageGraph(
            List.of(
                "Sources",
                "Bronze, as received",
                "Silver, cleaned",
                "Gold, one customer",
                "Models"),
            List.of(
                new LineageGraph.Item("a", 0, "CRM export", "11,204", "09:31", Tone.GOOD),
                new LineageGraph.Item("b", 0, "Point of sale", "64,507", "06:00", Tone.WARN),
                new LineageGraph.Item("c", 1, "crm", "11,204", "1 landing", Tone.GOOD),
                new LineageGraph.Item("d", 1, "orders_pos", "64,507", "3 landings", Tone.WARN),
                new LineageGraph.Item("e", 2, "source_person", "18,306", "1.1 s", Tone.GOOD),
                new LineageGraph.Item("f", 2, "transaction", "103,371", "0.6 s", Tone.WARN),
                new LineageGraph.Item("g", 3, "customer", "10,482", "0.2 s", Tone.GOOD),
                new LineageGraph.Item("h", 3, "feature", "10,482", "0.5 s", Tone.GOOD),
                new LineageGraph.Item("i", 4, "churn v14", "AUC 0.84", "19 Nov", Tone.GOOD)),
            List.of(
                new LineageGraph.Edge("a", "c"),
                new LineageGraph.Edge("b", "d"),
                new LineageGraph.Edge("c", "e"),
                new LineageGraph.Edge("d", "e"),
                new LineageGraph.Edge("d", "f"),
                new LineageGraph.Edge("e", "g"),
                new LineageGraph.Edge("f", "h"),
                new LineageGraph.Edge("g", "i"),
                new LineageGraph.Edge("h", "i")));
    graph.setPrefHeight(200);
    graph.select("f");
    return graph;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        renderer.scene(
            () -> {
              ThemeManager themes = new ThemeManager(theme);
              themes.add(Nodes.class, "control.css");
              themes.add(WorkbenchWindow.class, "shell.css");
              Scene scene = new Scene(build(), 1440, 1500);
              themes.style(scene);
              return scene;
            },
            scene -> {},
            folder.resolve("gallery-" + theme.text() + ".png"));
      }
    }
    System.exit(0);
  }
}
