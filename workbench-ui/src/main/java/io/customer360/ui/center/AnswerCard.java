package io.customer360.ui.center;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Answer;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.Stake;
import io.customer360.ui.control.ConfidenceBadge;
import io.customer360.ui.control.EvidenceContent;
import io.customer360.ui.control.EvidenceLink;
import io.customer360.ui.control.HBarChart;
import io.customer360.ui.control.Legend;
import io.customer360.ui.control.LineChart;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.QueryDrawer;
import io.customer360.ui.control.Waterfall;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The answer: one hero number, its sentence, the money, how sure it is, at most two charts, and
/// how it came about in three tabs.
final class AnswerCard extends VBox {
  private final UiContext context;
  private final Formats formats;
  private final Answer answer;
  private final boolean personal;

  AnswerCard(Answer answer, UiContext context) {
    this.answer = answer;
    this.context = context;
    this.formats = context.formats();
    personal = aboutOne(answer);
    getStyleClass().addAll("card", "answer-card");
    VBox upper = new VBox(8, head());
    upper.getStyleClass().add("answer-upper");
    // The steps of a waterfall are the lines of an explanation, with their weight to be seen.
    if (!answer.lines().isEmpty()
        && answer.charts().stream().noneMatch(Chart.Waterfall.class::isInstance)) {
      upper.getChildren().add(lines());
    }
    if (!answer.charts().isEmpty()) {
      upper.getChildren().add(charts());
    }
    getChildren().addAll(upper, drawer());
    Nodes.named(this, AccessibleRole.PARENT, answer.sentence());
  }

  private Node head() {
    VBox words = new VBox(3);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = Nodes.row(16);
    Headline headline = answer.headline();
    if (headline != null) {
      Label hero = Nodes.label(headline.text(), "hero");
      hero.setId("hero");
      hero.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(hero);
      words.getChildren().add(covered(flow(headline.words(), headline.rest())));
    } else {
      words.getChildren().add(covered(Nodes.wrapped(answer.sentence(), "lead")));
    }
    Stake stake = answer.stake();
    if (stake != null) {
      words.getChildren().add(money(stake));
    } else if (headline != null && !answer.sentence().isEmpty()) {
      words.getChildren().add(covered(Nodes.wrapped(answer.sentence(), "muted", "num")));
    }
    Node badge = badge(answer.confidence()).titled();
    HBox holder = new HBox(badge);
    holder.setAlignment(Pos.TOP_RIGHT);
    holder.setMinWidth(Region.USE_PREF_SIZE);
    holder.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
    row.setFillHeight(true);
    row.getChildren().addAll(words, holder);
    return row;
  }

  /// Whether the words of an answer are about one customer, and so may name him.
  static boolean aboutOne(Answer answer) {
    return answer.next() != null
        && switch (answer.next().target()) {
          case ActionTarget.Profile profile -> true;
          case ActionTarget.Queue(var action, var ids) -> ids.size() == 1;
          case ActionTarget.Customers customers -> false;
          case ActionTarget.Question question -> false;
          case ActionTarget.Segment segment -> false;
        };
  }

  private <T extends Node> T covered(T words) {
    return personal ? Personal.mark(words) : words;
  }

  static ConfidenceBadge badge(Confidence confidence) {
    String made =
        confidence.parts().stream()
            .map(
                part ->
                    part.value() == null
                        ? part.words()
                        : part.words() + "  " + String.format(Locale.ROOT, "%.2f", part.value()))
            .collect(Collectors.joining("\n"));
    return new ConfidenceBadge(confidence.value(), made);
  }

  private static TextFlow flow(String strong, String rest) {
    Text first = new Text(strong);
    first.getStyleClass().addAll("section");
    Text second = new Text(rest);
    second.getStyleClass().addAll("lead");
    TextFlow flow = new TextFlow(first, second);
    flow.setMinWidth(0);
    return flow;
  }

  private Node money(Stake stake) {
    HBox line = Nodes.line(4, evidence(stake.money()));
    line.getChildren().add(Nodes.label(stake.money().kind(), "muted"));
    if (!stake.changeWords().isEmpty()) {
      Label change = Nodes.label(", " + stake.changeWords(), "muted", "num");
      line.setSpacing(4);
      HBox joined = new HBox(0, line, change);
      joined.setAlignment(Pos.BASELINE_LEFT);
      return joined;
    }
    return line;
  }

  private EvidenceLink evidence(MoneyFigure money) {
    return new EvidenceLink(money.text(), show -> show.accept(content(money.kind())));
  }

  private EvidenceContent content(String title) {
    List<String> columns = answer.table().columns().stream().map(column -> column.title()).toList();
    List<List<String>> rows =
        answer.table().rows().stream().limit(8).map(row -> row.texts()).toList();
    String source =
        Messages.text(
            "center.source",
            String.join(", ", answer.evidence().tables()),
            answer.evidence().snapshot());
    return new EvidenceContent(title, columns, rows, answer.evidence().query(), source);
  }

  private Node lines() {
    VBox box = new VBox(4);
    for (String line : answer.lines()) {
      Region dot = new Region();
      dot.getStyleClass().add("line-dot");
      dot.setMinSize(4, 4);
      dot.setMaxSize(4, 4);
      box.getChildren().add(Nodes.row(10, dot, covered(Nodes.wrapped(line, "num"))));
    }
    return box;
  }

  private Node charts() {
    HBox row = new HBox(32);
    for (Chart chart : answer.charts()) {
      VBox box = new VBox(6, Nodes.label(chart.title(), "caption", "muted"), chart(chart));
      box.setMinWidth(0);
      if (chart instanceof Chart.Line || answer.charts().size() == 1) {
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(400);
      } else {
        box.setPrefWidth(282);
        box.setMinWidth(250);
      }
      legend(chart).ifPresent(box.getChildren()::add);
      if (chart instanceof Chart.Bars bars && !bars.footnote().isEmpty()) {
        box.getChildren().add(Nodes.wrapped(bars.footnote(), "caption", "muted"));
      }
      row.getChildren().add(box);
    }
    return row;
  }

  private static Optional<Legend> legend(Chart chart) {
    return switch (chart) {
      case Chart.Line line -> Optional.empty();
      case Chart.Bars bars ->
          Optional.ofNullable(bars.legend())
              .map(words -> Legend.ofComparedBars(words.value(), words.compared()));
      case Chart.Waterfall fall ->
          Optional.of(
              Legend.ofWaterfall(
                  Messages.text("center.chart.raises"), Messages.text("center.chart.lowers")));
    };
  }

  private Region chart(Chart chart) {
    return switch (chart) {
      case Chart.Line line -> {
        LineChart made =
            new LineChart(
                line.description(),
                line.series().stream()
                    .map(
                        one ->
                            new LineChart.Series(
                                one.name(),
                                one.points().stream()
                                    .map(p -> new LineChart.Point(p.date(), p.value(), p.text()))
                                    .toList()))
                    .toList(),
                line.annotation() == null
                    ? null
                    : new LineChart.Note(line.annotation().date(), line.annotation().words()),
                this::tick,
                formats::date);
        made.setPrefHeight(150);
        yield made;
      }
      case Chart.Bars bars ->
          new HBarChart(
                  bars.description(),
                  bars.bars().stream()
                      .map(
                          bar ->
                              new HBarChart.Bar(
                                  bar.label(),
                                  bar.value(),
                                  bar.text(),
                                  bar.compared(),
                                  bar.highlighted()))
                      .toList())
              .rowHeight(bars.bars().size() > 6 ? 22 : bars.bars().size() > 4 ? 26 : 32);
      case Chart.Waterfall fall ->
          new Waterfall(
                  fall.startLabel(),
                  fall.start(),
                  fall.steps().stream()
                      .map(step -> new Waterfall.Step(step.label(), step.value()))
                      .toList(),
                  fall.totalLabel(),
                  2,
                  formats)
              .labelShare(0.36);
    };
  }

  private String tick(double value) {
    double size = Math.abs(value);
    if (size >= 1_000_000) {
      return formats.number(value / 1e6, value % 1e6 == 0 ? 0 : 1) + "M";
    }
    if (size >= 10_000) {
      return formats.number(value / 1e3, 0) + "k";
    }
    return formats.number(value, size < 10 && value != Math.rint(value) ? 1 : 0);
  }

  private Node drawer() {
    QueryDrawer drawer = new QueryDrawer();
    AnswerTableView table =
        new AnswerTableView(answer.table(), context.memory(), formats, this::openCustomer);
    String count = answer.table().columns().isEmpty() ? "" : formats.count(answer.table().total());
    drawer.rows(table, count);
    drawer.query(answer.evidence().query(), formats.millis(answer.evidence().millis()));
    drawer.method(answer.evidence().method());
    drawer.setMinHeight(36 + 200);
    if (answer.table().columns().isEmpty()) {
      drawer.tabs().select(1);
    }
    return drawer;
  }

  private void openCustomer(String id) {
    List<String> among =
        answer.table().rows().stream()
            .map(row -> row.customerId() == null ? "" : row.customerId())
            .filter(each -> !each.isEmpty())
            .toList();
    context.navigator().go(new Destination.Customer(id, among));
  }
}
