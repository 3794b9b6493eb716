package io.customer360.ui.data;

import io.customer360.lakehouse.Balance;
import io.customer360.lakehouse.LakeStatus;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Stat;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The Data screen: balance on top, lineage in the middle, rows held back and the chosen model
/// below.
public final class DataScreen implements ScreenView {
  private final UiContext context;
  private final DataViewModel model;
  private final Supplier<List<Path>> chooseFiles;
  private final ScreenHeader header = new ScreenHeader(Messages.text("data.title"));
  private final Stat received = new Stat(Messages.text("data.received")).numberFirst();
  private final Stat good = new Stat(Messages.text("data.good")).numberFirst();
  private final Stat held = new Stat(Messages.text("data.held")).numberFirst();
  private final Stat duplicates = new Stat(Messages.text("data.duplicates")).numberFirst();
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();
  private final LineagePane lineage;
  private final HeldPane heldPane;
  private final ModelPane modelPane;
  private final Node full;

  /// @param chooseFiles asks the person for files to import; empty when he did not choose
  public DataScreen(UiContext context, DataViewModel model, Supplier<List<Path>> chooseFiles) {
    this.context = context;
    this.model = model;
    this.chooseFiles = chooseFiles;
    context.themes().add(DataScreen.class, "data.css");
    lineage = new LineagePane(context, model);
    modelPane = new ModelPane(context, model);
    heldPane = new HeldPane(context, model);
    SplitPane bottom =
        Panes.across(
            context.memory(),
            "data.bottom",
            new double[] {0.71},
            heldPane.root(),
            modelPane.root());
    full = Panes.down(context.memory(), "data.panes", new double[] {0.56}, lineage.root(), bottom);
    Button importing =
        Nodes.button(Messages.text("data.import"), "fth-upload", this::importFiles, "large");
    Button refreshing =
        Nodes.button(Messages.text("data.refresh"), this::refresh, "accent", "large");
    refreshing.setGraphic(new KeyHint("F5"));
    refreshing.setContentDisplay(ContentDisplay.RIGHT);
    Region rule = Nodes.rule(40);
    HBox.setMargin(rule, new Insets(0, 16, 0, 0));
    header.right(
        Nodes.row(24, received, sign("="), good, sign("+"), held, sign("+"), duplicates, rule),
        importing,
        refreshing);
    root.getStyleClass().add("data-screen");
    root.setTop(header);
    root.setCenter(body);
    body.getChildren().setAll(full);
    model.contents().subscribe(this::show);
  }

  public static ScreenDefinition definition(Supplier<DataScreen> screen) {
    return ScreenDefinition.of(
        Screens.DATA, Messages.text("data.title"), "fth-database", "Shortcut+5", screen);
  }

  private static Label sign(String text) {
    return Nodes.label(text, "muted", "section");
  }

  private void show(Load<DataViewModel.Contents> load) {
    boolean loading = load instanceof Load.Loading;
    for (Stat stat : List.of(received, good, held, duplicates)) {
      stat.loading(loading);
    }
    if (load instanceof Load.Failed<DataViewModel.Contents>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    DataViewModel.Contents now = load.value();
    if (now == null) {
      StackPane room = new StackPane(new Skeleton(20, 20, 480, 960, 960, 720));
      room.setPadding(new Insets(24));
      body.getChildren().setAll(room);
      return;
    }
    Formats formats = context.formats();
    LakeStatus status = now.status();
    Balance total = status.total();
    received.value(formats.count(total.received()));
    good.value(formats.count(total.good()));
    held.value(formats.count(total.quarantined()));
    duplicates.value(formats.count(total.duplicates()));
    long models = now.graph().nodes().stream().filter(node -> node.refreshedAt() != null).count();
    long sources = now.landings().stream().map(landing -> landing.source()).distinct().count();
    header.fact(
        status.refreshedAt() == null
            ? Messages.text("data.fact.new", formats.count(sources))
            : Messages.text(
                "data.fact",
                formats.count(sources),
                formats.count(models),
                formats.dateTime(status.refreshedAt())));
    body.getChildren().setAll(total.received() == 0 ? empty() : full);
  }

  private Node empty() {
    return new EmptyState(
        "fth-database",
        Messages.text("data.empty.title"),
        Messages.text("data.empty.words"),
        Nodes.button(Messages.text("data.import"), "fth-upload", this::importFiles, "accent"));
  }

  private void importFiles() {
    List<Path> files = chooseFiles.get();
    if (!files.isEmpty()) {
      model.preview(
          files,
          previews -> new ImportDialog(context, model, previews).show(root.getScene()),
          context.notifier()::failed);
    }
  }

  private void refresh() {
    model.refresh(
        report ->
            context
                .notifier()
                .done(
                    Messages.text(
                        "data.refreshed",
                        context.formats().count(report.built()),
                        context.formats().number(report.seconds(), 1))),
        context.notifier()::failed);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    model.reload();
    if (destination instanceof Destination.DataNode(String name)) {
      model.select(name);
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("data.refresh", Messages.text("data.refresh"), "fth-refresh-cw", this::refresh)
            .in(Action.Menu.RUN)
            .on("F5"),
        Action.of("data.import", Messages.text("data.import"), "fth-upload", this::importFiles)
            .in(Action.Menu.FILE)
            .on("Shortcut+I"));
  }

  @Override
  public void close() {
    model.close();
  }
}
