package io.customer360.ui.decision;

import io.customer360.decision.DecisionDetail;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.Evidence;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.ui.control.ConfidenceBadge;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EvidenceContent;
import io.customer360.ui.control.EvidenceLink;
import io.customer360.ui.control.FactorBars;
import io.customer360.ui.control.Frugal;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.option.OptionFactors;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The open decision: why, which options, what was blocked.
final class DecisionPane {
  private static final int BLOCKED_SHOWN = 4;
  private static final double ROW = 28;
  private static final double TWO_LINES = 42;

  private final UiContext context;
  private final Formats formats;
  private final DecisionsModel model;
  private final VBox head = new VBox(4);
  private final VBox cards = new VBox(12);
  private final VBox optionRows = new VBox();
  private final BorderPane root = new BorderPane();
  private boolean allBlocked;

  DecisionPane(UiContext context, DecisionsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    head.getStyleClass().add("decision-head");
    cards.getStyleClass().add("decision-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    root.setTop(head);
    root.setCenter(scroll);
    root.setMinWidth(420);
    root.getStyleClass().add("decision-pane");
    model.opened().subscribe(this::show);
    model.option().subscribe(option -> showOptions());
  }

  Node root() {
    return root;
  }

  private void show(Load<DecisionsModel.Opened> load) {
    DecisionsModel.Opened opened = load.value();
    if (opened == null) {
      head.getChildren().clear();
      boolean coming = load instanceof Load.Loading;
      cards
          .getChildren()
          .setAll(coming ? List.of(new Skeleton(18, 18, 280, 480, 480, 360)) : List.of());
      return;
    }
    allBlocked = false;
    show(opened.detail());
  }

  private void show(DecisionDetail detail) {
    ProposalSummary summary = detail.summary();
    Decision decision = detail.decision();
    ConfidenceBadge sure =
        new ConfidenceBadge(
                decision.confidence().value(),
                decision.confidence().parts().stream()
                    .map(
                        part -> part.name() + " " + formats.score(part.value()) + ", " + part.why())
                    .collect(Collectors.joining("\n")))
            .titled();
    Label expires =
        Nodes.label(
            Messages.text("decision.expires", formats.dateTime(summary.expiresAt())),
            "caption",
            "muted");
    expires.setGraphic(Icons.small("fth-clock"));
    Label later =
        Nodes.label(
            " " + Messages.text("decision.expires.later", formats.dateTime(summary.expiresAt())),
            "muted");
    Nodes.visible(later, false);
    Label proposed =
        Nodes.label(Messages.text("decision.proposed-by", agent(summary)) + " ", "muted");
    Label title = Nodes.label(title(summary), "title");
    title.setMinWidth(160);
    sure.setMinWidth(HBox.USE_PREF_SIZE);
    expires.setMinWidth(HBox.USE_PREF_SIZE);
    Region rule = Nodes.rule(20);
    HBox first = Nodes.row(12, title, Nodes.spacer(), sure, rule, expires);
    HBox second = Nodes.line(0);
    new Frugal(
        first,
        () -> first.prefWidth(-1),
        List.of(
            roomy -> {
              Nodes.visible(rule, roomy);
              Nodes.visible(expires, roomy);
              Nodes.visible(later, !roomy);
              Nodes.visible(proposed, roomy);
            }));
    second.getChildren().add(Nodes.label(Messages.text("decision.for") + " ", "muted"));
    Destination customer = new Destination.Customer(summary.customerId());
    boolean single = summary.members() == 1;
    Node name =
        single && context.navigator().knows(customer)
            ? Nodes.link(decision.customerName(), () -> context.navigator().go(customer))
            : Nodes.label(
                single
                    ? decision.customerName()
                    : Messages.text("decision.members", formats.count(summary.members())),
                "strong");
    if (single) {
      Personal.mark(name);
    }
    second
        .getChildren()
        .addAll(
            name,
            Nodes.label((single ? ", " + summary.customerId() : "") + ". ", "muted"),
            proposed,
            Nodes.label(summary.valueAtRiskText(), "strong", "num"),
            Nodes.label(" " + Messages.text("decision.at-risk"), "muted"),
            later);
    head.getChildren().setAll(first, second);
    cards.getChildren().setAll(why(decision, summary), options(decision), blocked(decision));
  }

  private static String title(ProposalSummary summary) {
    return summary.members() > 1 ? summary.title() : summary.subtitle();
  }

  private static String agent(ProposalSummary summary) {
    String id = summary.agent();
    return id.isBlank()
        ? Messages.text("decision.nobody")
        : Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
  }

  private Node why(Decision decision, ProposalSummary summary) {
    VBox rows = new VBox();
    for (Evidence evidence : decision.evidence()) {
      EvidenceLink value =
          new EvidenceLink(
              words(evidence),
              show ->
                  show.accept(
                      new EvidenceContent(
                          evidence.label(),
                          List.of(Messages.text("decision.evidence.fact")),
                          List.of(List.of(evidence.value())),
                          "",
                          evidence.table()
                              + (evidence.ref().isBlank() ? "" : ", " + evidence.ref()))));
      value.setMinWidth(Label.USE_PREF_SIZE);
      Label label = Nodes.label(evidence.label());
      label.setGraphic(Icons.small(icon(evidence.domain())));
      label.setGraphicTextGap(10);
      Label where =
          Nodes.label(
              evidence.domain() + (evidence.ref().isBlank() ? "" : ", " + evidence.ref()),
              "caption",
              "muted");
      where.setPrefWidth(150);
      where.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
      HBox row = Nodes.row(12, label, Nodes.spacer(), value, where);
      row.getStyleClass().add("evidence-row");
      rows.getChildren().add(row);
    }
    HBox title = Nodes.row(8, Nodes.label(Messages.text("decision.why"), "strong"));
    if (summary.members() > 1) {
      Label example = Nodes.label(decision.customerName(), "muted");
      Personal.mark(example);
      title
          .getChildren()
          .addAll(
              example,
              Nodes.label(
                  Messages.text("decision.example", formats.count(summary.members())), "muted"));
    }
    return card(title, Nodes.wrapped(decision.why()), rows);
  }

  /// A time stands in days without saying so.
  private static String words(Evidence evidence) {
    return evidence.label().startsWith("Time since") && evidence.value().matches("\\d+")
        ? Messages.text("decision.evidence.days", evidence.value())
        : evidence.value();
  }

  private static String icon(String domain) {
    return switch (domain) {
      case "delivery" -> "fth-truck";
      case "transactions" -> "fth-shopping-bag";
      case "service" -> "fth-message-square";
      case "loyalty" -> "fth-award";
      case "engagement" -> "fth-mail";
      case "model" -> "fth-trending-up";
      default -> "fth-book-open";
    };
  }

  private Node options(Decision decision) {
    Label title = Nodes.label(Messages.text("decision.options"), "strong");
    Label fact =
        Nodes.label(
            Messages.text(
                "decision.options.fact",
                formats.count(decision.options().size()),
                formats.count(decision.funnel().all())),
            "muted");
    HBox strip = Nodes.row(8, title, fact);
    strip.getStyleClass().add("card-head");
    showOptions();
    VBox card = new VBox(strip, optionRows);
    card.getStyleClass().add("plain-card");
    return card;
  }

  private void showOptions() {
    optionRows.getChildren().clear();
    DecisionsModel.Opened opened = model.opened().get().value();
    if (opened == null) {
      return;
    }
    List<RankedOption> options = opened.detail().decision().options();
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < options.size(); i++) {
      optionRows.getChildren().add(option(options, i, group));
    }
    if (!options.isEmpty()) {
      optionRows.getChildren().getLast().getStyleClass().add("last");
    }
  }

  private Node option(List<RankedOption> options, int i, ToggleGroup group) {
    RankedOption option = options.get(i);
    boolean chosen = model.option().get() == i;
    RadioButton radio = new RadioButton();
    radio.setToggleGroup(group);
    radio.setSelected(chosen);
    radio.setOnAction(event -> model.choose(i));
    Nodes.named(radio, AccessibleRole.RADIO_BUTTON, option.name());
    Label name = Nodes.label(option.name(), "strong");
    name.setGraphic(Icons.small(QueuePane.icon(option.channel(), option.kind())));
    name.setGraphicTextGap(8);
    name.setMinWidth(Label.USE_PREF_SIZE);
    HBox first =
        Nodes.row(
            8,
            radio,
            new KeyHint(Integer.toString(i + 1)),
            name,
            Nodes.label(option.detail(), "muted"));
    FactorBars bars = OptionFactors.of(option, options, formats, chosen);
    VBox row = new VBox(6, first, bars);
    row.getStyleClass().add("option-row");
    if (chosen) {
      row.getStyleClass().add("chosen");
    }
    row.setOnMouseClicked(event -> model.choose(i));
    return row;
  }

  private Node blocked(Decision decision) {
    Label title = Nodes.label(Messages.text("decision.blocked"), "strong");
    Label count = Nodes.label(formats.count(decision.blocked().size()), "muted", "num");
    HBox strip = Nodes.row(8, title, count, Nodes.spacer());
    strip.getStyleClass().add("card-head");
    List<BlockedRow> grouped = BlockedRow.grouped(decision.blocked());
    List<BlockedRow> rows =
        allBlocked
            ? BlockedRow.each(decision.blocked())
            : grouped.subList(0, Math.min(BLOCKED_SHOWN, grouped.size()));
    if (decision.blocked().size() > Math.min(BLOCKED_SHOWN, grouped.size())) {
      strip
          .getChildren()
          .add(
              Nodes.link(
                  Messages.text(allBlocked ? "decision.show-few" : "decision.show-all"),
                  () -> {
                    allBlocked = !allBlocked;
                    Optional.ofNullable(model.opened().get().value())
                        .ifPresent(o -> cards.getChildren().set(2, blocked(o.detail().decision())));
                  }));
    }
    DataTable<BlockedRow> table =
        new DataTable<>("decision.blocked", Messages.text("decision.blocked"), context.memory());
    table
        .graphic(
            "action",
            Messages.text("decision.column.action"),
            184,
            this::actions,
            row -> String.join(", ", row.names()))
        .setMinWidth(140);
    table
        .graphic(
            "stage",
            Messages.text("decision.column.stage"),
            112,
            DecisionPane::failed,
            row -> row.stage().words())
        .setMinWidth(112);
    table.graphic(
        "rule",
        Messages.text("decision.column.rule-and-pass"),
        304,
        DecisionPane::rule,
        row -> row.reason() + " " + row.passWhen());
    table.setFixedCellSize(TWO_LINES);
    table.items(rows);
    table.setPrefHeight(ROW + TWO_LINES * rows.size());
    table.setMinHeight(table.getPrefHeight());
    VBox card = new VBox(strip, table);
    card.getStyleClass().add("plain-card");
    return card;
  }

  private Node actions(BlockedRow row) {
    if (row.names().size() == 1) {
      return Nodes.label(row.names().getFirst());
    }
    String count = formats.count(row.names().size());
    Label names = Nodes.label(String.join(", ", row.names()), "caption", "muted");
    names.setTooltip(new Tooltip(String.join("\n", row.names())));
    VBox lines = new VBox(1, Nodes.label(Messages.text("decision.blocked.alike", count)), names);
    lines.setAlignment(Pos.CENTER_LEFT);
    return lines;
  }

  private static Node failed(BlockedRow row) {
    Label stage = Nodes.label(row.stage().words());
    stage.setGraphic(Icons.of("fth-slash", 14, "danger"));
    stage.setGraphicTextGap(6);
    return stage;
  }

  /// The rule, and below it what would make the action pass.
  private static Node rule(BlockedRow row) {
    VBox lines = new VBox(1, Nodes.label(row.reason(), "caption"));
    if (!row.passWhen().isBlank()) {
      lines
          .getChildren()
          .add(
              Nodes.label(
                  Messages.text("decision.blocked.pass", row.passWhen()), "caption", "muted"));
    }
    lines.setAlignment(Pos.CENTER_LEFT);
    return lines;
  }

  private static Node card(Node... nodes) {
    VBox card = new VBox(10, nodes);
    card.getStyleClass().addAll("plain-card", "padded");
    VBox.setVgrow(card, Priority.NEVER);
    return card;
  }
}
