package io.customer360.ui.settings;

import io.customer360.model.ModelCard;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.Latest;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.workspace.WorkspaceSettings;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Appearance, workspace, connectors, models.
public final class SettingsScreen implements ScreenView {
  private static final double ROW = 28;
  private static final double TWO_LINES = 42;

  /// One column of names for every card, so that their controls stand below each other.
  private static final double NAMES = 130;

  private final UiContext context;
  private final Formats formats;
  private final SettingsSource source;
  private final VBox cards = new VBox(16);
  private final BorderPane root = new BorderPane();
  private final Latest<SettingsSource.Contents> lane;
  private @Nullable AppearanceForm appearance;

  public SettingsScreen(UiContext context, SettingsSource source) {
    this.context = context;
    this.formats = context.formats();
    this.source = source;
    context.themes().add(SettingsScreen.class, "settings.css");
    lane = context.jobs().latest(this::show, this::failed);
    cards.getStyleClass().add("settings-cards");
    cards.getChildren().setAll(new Skeleton(16, 18, 240, 520, 480, 520));
    StackPane centred = new StackPane(cards);
    centred.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    root.getStyleClass().add("settings-screen");
    root.setTop(new ScreenHeader(Messages.text("settings.title")));
    root.setCenter(scroll);
  }

  public static ScreenDefinition definition(Supplier<SettingsScreen> screen) {
    return new ScreenDefinition(
        Screens.SETTINGS,
        Messages.text("settings.title"),
        "fth-settings",
        "Shortcut+Comma",
        true,
        screen);
  }

  private void failed(Fault fault) {
    cards.getChildren().setAll(ErrorState.retry(fault, this::reload));
  }

  private void reload() {
    lane.submit(progress -> source.read());
  }

  private void show(SettingsSource.Contents now) {
    cards
        .getChildren()
        .setAll(appearance(now), workspace(now), connectors(now), models(now), assistant(now));
  }

  private Node appearance(SettingsSource.Contents now) {
    closeForm();
    AppearanceForm form =
        new AppearanceForm(context, theme -> save(settings -> settings.withTheme(theme.text())));
    appearance = form;
    return card("settings.appearance", "settings.appearance.words", form.root());
  }

  private void closeForm() {
    AppearanceForm before = appearance;
    if (before != null) {
      before.close();
    }
  }

  private Node workspace(SettingsSource.Contents now) {
    return card(
        "settings.workspace",
        "settings.workspace.words",
        new WorkspaceForm(now.folder(), now.workspace(), formats.today(), this::save).root());
  }

  private Node connectors(SettingsSource.Contents now) {
    DataTable<SettingsSource.Target> table =
        new DataTable<>("targets", Messages.text("settings.connectors"), context.memory());
    table.text(
        "name", Messages.text("settings.column.name"), 140, SettingsSource.Target::name, "strong");
    table.text(
        "kind",
        Messages.text("settings.column.kind"),
        150,
        t -> Messages.text("settings.kind." + t.kind()));
    table.text(
        "address", Messages.text("settings.column.address"), 320, SettingsSource.Target::address);
    table.text(
        "state",
        Messages.text("settings.column.state"),
        260,
        t -> t.disabled().isEmpty() ? Messages.text("settings.open") : t.disabled());
    fill(table, now.targets());
    VBox box = new VBox(8, table);
    now.targets().stream()
        .filter(target -> !target.disabled().isEmpty())
        .forEach(
            target ->
                box.getChildren()
                    .add(
                        Nodes.button(
                            Messages.text("settings.enable", target.name()),
                            () -> enable(target.name()))));
    return card("settings.connectors", "settings.connectors.words", box);
  }

  private Node models(SettingsSource.Contents now) {
    DataTable<ModelCard> table =
        new DataTable<>("models", Messages.text("settings.models"), context.memory());
    table.setFixedCellSize(TWO_LINES);
    table.graphic(
        "model",
        Messages.text("settings.column.model"),
        500,
        SettingsScreen::model,
        c -> c.label() + " " + c.version() + ", " + c.question());
    table.figure(
        "auc",
        Messages.text("settings.column.auc"),
        52,
        c -> formats.score(c.metrics().auc()),
        c -> c.metrics().auc());
    table.figure(
        "base",
        Messages.text("settings.column.baseline"),
        68,
        c -> formats.score(c.metrics().aucBaseline()),
        c -> c.metrics().aucBaseline());
    table.figure(
        "brier",
        Messages.text("settings.column.brier"),
        56,
        c -> formats.number(c.metrics().brier(), 3),
        c -> c.metrics().brier());
    table.figure(
        "ece",
        Messages.text("settings.column.calibration"),
        84,
        c -> formats.number(c.metrics().calibrationError(), 3),
        c -> c.metrics().calibrationError());
    table.figure(
        "n",
        Messages.text("settings.column.judged"),
        64,
        c -> formats.count(c.metrics().n()),
        c -> c.metrics().n());
    table.figure(
        "on",
        Messages.text("settings.column.on"),
        86,
        c -> formats.date(c.judgedAt()),
        c -> c.judgedAt().toEpochMilli());
    table.empty(Messages.text("settings.models.none"));
    fill(table, now.models());
    return card(
        "settings.models",
        "settings.models.words",
        table,
        Nodes.button(Messages.text("settings.train"), "fth-cpu", this::train, "large"));
  }

  /// A model, and below it the question it answers, which is too long for a column.
  private static Node model(ModelCard card) {
    VBox lines =
        new VBox(
            1,
            Nodes.label(card.label() + " " + card.version(), "strong"),
            Nodes.label(card.question(), "caption", "muted"));
    lines.setAlignment(Pos.CENTER_LEFT);
    return lines;
  }

  private Node assistant(SettingsSource.Contents now) {
    VBox box = new VBox(6, Nodes.wrapped(now.server().words()));
    now.server()
        .models()
        .forEach(
            model ->
                box.getChildren()
                    .add(
                        Nodes.row(
                            12,
                            Nodes.label(model.name(), "mono"),
                            Nodes.label(formats.bytes(model.bytes()), "muted"))));
    return card("settings.assistant", "settings.assistant.words", box);
  }

  private static <T> void fill(DataTable<T> table, List<T> rows) {
    table.items(rows);
    double height = ROW + table.getFixedCellSize() * Math.max(1, rows.size()) + 4;
    table.setMinHeight(height);
    table.setPrefHeight(height);
  }

  record Line(Label name, Node control) {}

  static Line line(String key, Node control) {
    Label name = Nodes.label(Messages.text(key), "muted");
    name.setLabelFor(control);
    return new Line(name, control);
  }

  static GridPane form(Line... lines) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("settings-form");
    grid.getColumnConstraints().add(new ColumnConstraints(NAMES));
    for (int i = 0; i < lines.length; i++) {
      grid.addRow(i, lines[i].name(), lines[i].control());
    }
    return grid;
  }

  private static Node card(String key, String words, Node... nodes) {
    VBox card =
        new VBox(
            10,
            Nodes.label(Messages.text(key), "section"),
            Nodes.wrapped(Messages.text(words), "muted"));
    card.getChildren().addAll(nodes);
    card.getStyleClass().add("settings-card");
    return card;
  }

  private void save(UnaryOperator<WorkspaceSettings> change) {
    context
        .jobs()
        .run(
            Messages.text("settings.save"),
            progress -> {
              source.change(change);
              return true;
            },
            saved -> {
              context.notifier().done(Messages.text("settings.saved"));
              reload();
            },
            context.notifier()::failed);
  }

  private void enable(String target) {
    context
        .jobs()
        .run(
            Messages.text("settings.enable", target),
            progress -> {
              source.enable(target);
              return true;
            },
            done -> reload(),
            context.notifier()::failed);
  }

  private void train() {
    context
        .jobs()
        .run(
            Messages.text("settings.train"),
            progress -> {
              source.train(progress);
              return true;
            },
            done -> {
              context.notifier().done(Messages.text("settings.trained"));
              reload();
            },
            context.notifier()::failed);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    reload();
  }

  @Override
  public void close() {
    lane.close();
    closeForm();
  }
}
