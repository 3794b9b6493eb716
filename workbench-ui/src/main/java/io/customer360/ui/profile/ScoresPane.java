package io.customer360.ui.profile;

import io.customer360.model.Contribution;
import io.customer360.model.ScoreExplanation;
import io.customer360.profile.Profile;
import io.customer360.profile.ScorePoint;
import io.customer360.profile.ScoreView;
import io.customer360.ui.control.ConfidenceBadge;
import io.customer360.ui.control.Legend;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Sparkline;
import io.customer360.ui.control.Waterfall;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The scores and what each is made of; below them the next best action.
final class ScoresPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Formats formats;
  private final ProfileModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("profile.scores"));
  private final HBox cells = new HBox();
  private final VBox why = new VBox(6);
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final BorderPane root = new BorderPane(scroll);
  private String chosen = "";

  ScoresPane(UiContext context, ProfileModel model, ActionPane action) {
    this.formats = context.formats();
    this.model = model;
    cells.getStyleClass().add("score-cells");
    why.getStyleClass().add("score-why");
    content.getChildren().setAll(header, cells, why, action.root());
    content.getStyleClass().add("pane");
    // Not fitted to the height: wrapped text would be squeezed and run out below, not scroll.
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("pane", "edge-to-edge");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setBottom(action.foot());
    root.setMinWidth(340);
    root.getStyleClass().add("pane");
    model.opened().subscribe(load -> show());
  }

  Node root() {
    return root;
  }

  /// Puts the keys onto the reasons.
  void focusWhy() {
    why.lookupAll(".waterfall-row").stream()
        .filter(Node::isFocusTraversable)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void show() {
    model.current().ifPresent(this::show);
  }

  private void show(ProfileModel.Opened opened) {
    Profile profile = opened.profile();
    cells.getChildren().clear();
    if (profile.scores().isEmpty()) {
      header.fact("");
      header.right();
      Nodes.visible(cells, false);
      why.getChildren()
          .setAll(
              Nodes.label(Messages.text("profile.scores.none"), "medium"),
              Nodes.wrapped(Messages.text("profile.scores.none-words"), "muted"));
      return;
    }
    Nodes.visible(cells, true);
    if (profile.score(chosen).isEmpty()) {
      chosen = profile.scores().getFirst().model();
    }
    for (ScoreView score : profile.scores()) {
      cells.getChildren().add(cell(opened, score));
    }
    profile.score(chosen).ifPresent(score -> reasons(opened, score));
  }

  private Node cell(ProfileModel.Opened opened, ScoreView score) {
    Double low = score.low();
    Double high = score.high();
    String spread = low == null || high == null ? "" : "± " + formats.score((high - low) / 2);
    VBox words =
        new VBox(
            1,
            Nodes.label(score.label(), "caption", "muted"),
            Nodes.line(
                6,
                Nodes.label(formats.score(score.score()), "section", "num-strong"),
                Nodes.label(spread, "caption", "muted", "num")));
    Button cell = new Button();
    HBox inside = Nodes.row(8, words, Nodes.spacer());
    List<ScorePoint> past = opened.course().of(score.model());
    if (past.size() > 1) {
      String told = trend(past);
      Sparkline line = new Sparkline(told, past.stream().map(ScorePoint::score).toList(), 0, 1);
      inside.getChildren().add(line);
      cell.setTooltip(new Tooltip(told));
    }
    inside.prefWidthProperty().bind(cell.widthProperty().subtract(33));
    cell.setGraphic(inside);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.getStyleClass().addAll("flat", "score-cell");
    cell.setMaxWidth(Double.MAX_VALUE);
    cell.pseudoClassStateChanged(SELECTED, score.model().equals(chosen));
    HBox.setHgrow(cell, Priority.ALWAYS);
    Nodes.named(
        cell,
        AccessibleRole.BUTTON,
        score.label() + " " + formats.score(score.score()) + " " + spread);
    cell.setOnAction(
        event -> {
          chosen = score.model();
          show(opened);
        });
    return cell;
  }

  /// `28 Aug 0.22, 11 Sep 0.25, ... 20 Nov 0.33`
  private String trend(List<ScorePoint> past) {
    return past.stream()
            .map(point -> formats.date(point.at()) + " " + formats.score(point.score()))
            .collect(Collectors.joining(", "))
        + "\n"
        + Messages.text("profile.scores.trend");
  }

  private void reasons(ProfileModel.Opened opened, ScoreView score) {
    ScoreExplanation reason = opened.reasons().get(score.model());
    Instant at = reason == null ? score.asOf() : reason.asOf();
    String version = reason == null ? score.version() : reason.version();
    header.fact(
        (at == null ? "" : formats.date(at) + ", ")
            + score.model()
            + (version == null ? "" : " " + version));
    Double sure = score.confidence();
    if (sure == null) {
      header.right();
    } else {
      header.right(
          new ConfidenceBadge(
                  sure,
                  reason == null
                      ? ""
                      : reason.confidenceMeaning()
                          + "\n"
                          + Messages.text(
                              "profile.scores.interval",
                              formats.score(reason.low()),
                              formats.score(reason.high())))
              .titled(Messages.text("profile.scores.confidence")));
    }
    if (reason == null && score.contributions().isEmpty()) {
      why.getChildren().setAll(Nodes.wrapped(Messages.text("profile.scores.no-reason"), "muted"));
      return;
    }
    Waterfall fall = reason == null ? stored(score) : explained(reason);
    Legend legend =
        Legend.ofWaterfall(
            Messages.text("profile.scores.raises"), Messages.text("profile.scores.lowers"));
    legend
        .getChildren()
        .addAll(
            Nodes.spacer(),
            Nodes.label(Messages.text("profile.scores.against"), "caption", "muted"));
    legend.getStyleClass().add("score-legend");
    why.getChildren().setAll(fall, legend);
  }

  private Waterfall explained(ScoreExplanation reason) {
    Waterfall fall =
        new Waterfall(
            Messages.text("profile.scores.average"),
            reason.base(),
            reason.contributions().stream()
                .map(part -> new Waterfall.Step(part.label(), part.contribution()))
                .toList(),
            reason.label(),
            2,
            formats);
    return fall.labelShare(0.54).onOpen(i -> open(fall, reason, reason.contributions().get(i)));
  }

  private Waterfall stored(ScoreView score) {
    return new Waterfall(
        Messages.text("profile.scores.average"),
        score.base(),
        score.contributions().stream()
            .map(part -> new Waterfall.Step(part.label(), part.contribution()))
            .toList(),
        score.label(),
        2,
        formats);
  }

  private String figure(double value) {
    return Double.isNaN(value) ? "" : formats.number(value, 2);
  }

  /// What stands behind a bar.
  private void open(Node beside, ScoreExplanation reason, Contribution part) {
    Popups.show(
        beside,
        part.label(),
        formats.signed(part.printed(), 2),
        Popups.facts(
            List.of(
                List.of(Messages.text("profile.reason.feature"), part.feature()),
                List.of(Messages.text("profile.reason.value"), figure(part.value())),
                List.of(Messages.text("profile.reason.average"), figure(part.average())),
                List.of(
                    Messages.text("profile.reason.exact"), formats.signed(part.contribution(), 4)),
                List.of(
                    Messages.text("profile.reason.model"), reason.model() + " " + reason.version()),
                List.of(
                    Messages.text("profile.reason.source"),
                    Messages.text("profile.reason.table", formats.dateTime(reason.asOf()))))));
  }
}
