package io.customer360.ui.identity;

import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.Teaching;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.HBarChart;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Stat;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The match model: what each agreement is worth, what a threshold would mean, how the customers
/// came about, and what blocking brought.
final class ModelPane {
  private static final double ROW = 28;

  private final UiContext context;
  private final Formats formats;
  private final JudgementsModel model;
  private final StackPane root = new StackPane();

  ModelPane(UiContext context, JudgementsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    root.getStyleClass().add("pair-pane");
    model.model().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<ModelView> load) {
    ModelView view = load.value();
    if (load instanceof Load.Failed<ModelView>(var fault)) {
      root.getChildren().setAll(ErrorState.retry(fault, model::readModel));
    } else if (view == null) {
      root.getChildren().setAll(new Skeleton(16, 80, -1, -1, -1));
    } else if (view.records() == 0) {
      root.getChildren()
          .setAll(
              new EmptyState(
                  "fth-git-merge",
                  Messages.text("identity.model.empty"),
                  Messages.text("identity.model.empty.words")));
    } else if (load instanceof Load.Ready) {
      root.getChildren().setAll(page(view));
    }
  }

  private Node page(ModelView view) {
    VBox page = new VBox(16);
    page.getStyleClass().add("model-page");
    for (String warning : view.warnings()) {
      page.getChildren()
          .add(
              Nodes.classes(
                  Nodes.row(
                      12, Icons.of("fth-alert-triangle", 16, "warning"), Nodes.wrapped(warning)),
                  "plain-card",
                  "padded"));
    }
    HBox stats =
        Nodes.row(
            48,
            new Stat(Messages.text("identity.model.records"), formats.count(view.records())),
            new Stat(Messages.text("identity.model.pairs"), formats.count(view.pairsCompared())),
            new Stat(Messages.text("identity.model.prior"), oneIn(view.prior())));
    Teaching teaching = view.teaching();
    if (teaching != null) {
      stats
          .getChildren()
          .add(
              new Stat(
                  Messages.text("identity.model.taught", formats.count(teaching.labels())),
                  teaching.kept()
                      ? formats.score(teaching.before())
                          + " \u2192 "
                          + formats.score(teaching.after())
                      : Messages.text(
                          "identity.model.untaught", formats.score(teaching.before()))));
    }
    page.getChildren().add(new HealthStrip(view.health(), formats).root());
    page.getChildren().add(Nodes.classes(stats, "plain-card", "padded"));
    VBox left = new VBox(16, comparisons(view), blocking(view));
    VBox right =
        new VBox(
            16,
            card(
                "identity.model.thresholds",
                "identity.model.thresholds.fact",
                new ThresholdChart(view.thresholds(), formats)),
            even(
                card(
                    "identity.model.sizes",
                    "",
                    bars("identity.model.sizes", view.health().sizes())),
                card(
                    "identity.model.links",
                    "",
                    bars("identity.model.links", view.health().links()))),
            card("identity.model.alone", "identity.model.alone.fact", alone(view)));
    left.setMinWidth(360);
    right.setMinWidth(420);
    page.getChildren().add(even(left, right));
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private String oneIn(double prior) {
    return prior <= 0
        ? formats.score(0)
        : Messages.text("identity.model.one-in", formats.count(Math.round(1 / prior)));
  }

  private Region comparisons(ModelView view) {
    GridPane grid = new GridPane(8, 2);
    ColumnConstraints words = new ColumnConstraints(110, 170, Double.MAX_VALUE);
    words.setHgrow(Priority.ALWAYS);
    ColumnConstraints bits = new ColumnConstraints(52, 52, 60);
    bits.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(words, share(), share(), bits);
    grid.addRow(
        0,
        Nodes.label(Messages.text("identity.model.level"), "caption", "muted"),
        Nodes.label(Messages.text("identity.model.m"), "caption", "muted"),
        Nodes.label(Messages.text("identity.model.u"), "caption", "muted"),
        Nodes.label(Messages.text("identity.model.bits"), "caption", "muted"));
    int row = 1;
    for (ModelView.Comparison comparison : view.comparisons()) {
      Label field = Nodes.label(Words.sentence(comparison.field()), "strong");
      field.getStyleClass().add("model-field");
      grid.add(field, 0, row++, 4, 1);
      for (ModelView.Level level : comparison.levels()) {
        Label label = Nodes.label(Words.sentence(level.label()));
        label.setMinWidth(0);
        label.getStyleClass().add("model-level");
        grid.addRow(
            row++,
            label,
            measured(level.m(), false),
            measured(level.u(), true),
            Nodes.label(
                formats.signed(level.bits(), 2), "num", level.bits() < 0 ? "warning" : "accent"));
      }
    }
    return card("identity.model.comparisons", "identity.model.comparisons.fact", grid);
  }

  private static ColumnConstraints share() {
    return new ColumnConstraints(118, 128, 150);
  }

  private Node measured(double share, boolean quiet) {
    Meter meter = new Meter(60, 6, share);
    if (quiet) {
      meter.getStyleClass().add("solid-grey");
    }
    Label words = Nodes.label(share(share), "caption", "num");
    words.setMinWidth(58);
    words.setAlignment(Pos.CENTER_RIGHT);
    meter.setAccessibleText(words.getText());
    return Nodes.row(4, meter, words);
  }

  /// One decimal; a share too small for it is not nothing.
  private String share(double share) {
    return share > 0 && share < 0.0005
        ? "< " + formats.share(0.001)
        : formats.number(share * 100, 1) + "\u202f%";
  }

  private Node bars(String key, List<IdentityHealth.Share> shares) {
    double total = Math.max(1, shares.stream().mapToLong(IdentityHealth.Share::count).sum());
    return new HBarChart(
            Messages.text(key),
            shares.stream()
                .map(
                    one ->
                        new HBarChart.Bar(
                            Words.sentence(one.label()),
                            one.count(),
                            formats.count(one.count())
                                + "  "
                                + formats.percent(one.count() / total),
                            null,
                            false))
                .toList())
        .rowHeight(24);
  }

  private Node alone(ModelView view) {
    return new HBarChart(
            Messages.text("identity.model.alone"),
            view.health().sources().stream()
                .map(
                    one -> {
                      double share = one.share();
                      return new HBarChart.Bar(
                          Words.source(one.source()),
                          share,
                          Messages.text(
                              "identity.model.alone.of",
                              formats.count(one.alone()),
                              formats.count(one.records()),
                              formats.percent(share)),
                          null,
                          false);
                    })
                .toList())
        .rowHeight(24);
  }

  private Region blocking(ModelView view) {
    DataTable<ModelView.Blocking> table =
        new DataTable<>(
            "identity.blocking", Messages.text("identity.model.blocking"), context.memory());
    table.text(
        "rule",
        Messages.text("identity.model.rule"),
        240,
        rule -> Words.sentence(rule.rule().replace('_', ' ')));
    table.figure(
        "estimated",
        Messages.text("identity.model.estimated"),
        120,
        rule -> formats.count(rule.estimated()),
        ModelView.Blocking::estimated);
    table.figure(
        "actual",
        Messages.text("identity.model.actual"),
        120,
        rule -> formats.count(rule.actual()),
        ModelView.Blocking::actual);
    table.items(view.blocking());
    table.setPrefHeight(ROW * (view.blocking().size() + 1) + 4);
    table.setMinHeight(table.getPrefHeight());
    return card("identity.model.blocking", "identity.model.blocking.fact", table);
  }

  private static Region card(String title, String fact, Node content) {
    HBox head = Nodes.line(8, Nodes.label(Messages.text(title), "strong"));
    if (!fact.isEmpty()) {
      Label words = Nodes.label(Messages.text(fact), "caption", "muted");
      words.setMinWidth(0);
      head.getChildren().add(words);
    }
    VBox card = new VBox(10, head, content);
    card.getStyleClass().addAll("plain-card", "padded");
    return card;
  }

  /// Boxes of one width side by side.
  private static HBox even(Region... parts) {
    HBox row = new HBox(16, parts);
    for (Region part : parts) {
      part.setPrefWidth(200);
      HBox.setHgrow(part, Priority.ALWAYS);
    }
    return row;
  }
}
