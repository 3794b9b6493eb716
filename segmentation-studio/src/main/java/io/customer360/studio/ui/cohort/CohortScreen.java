package io.customer360.studio.ui.cohort;

import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who comes back, and how people buy. A cell leads to its people and to a segment.
public final class CohortScreen implements ScreenView {
  /// The screen's stable id.
  public static final String ID = "cohorts";

  private final UiContext context;
  private final Formats formats;
  private final CohortModel model;
  private final CohortGrids grids;
  private final StackPane left = new StackPane();
  private final StackPane right = new StackPane();
  private final HBox bar = Nodes.row(8);
  private final BorderPane root = new BorderPane();
  private @Nullable HeatMap retention;
  private @Nullable HeatMap habits;

  public CohortScreen(UiContext context, CohortModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.grids = new CohortGrids(formats);
    ScreenHeader header = new ScreenHeader(Messages.text("studio.cohorts"));
    header.fact(Messages.text("studio.cohorts.fact"));
    Pane first =
        new Pane(
            new PaneHeader(
                Messages.text("studio.retention"), Messages.text("studio.retention.fact")),
            left);
    Pane second =
        new Pane(
            new PaneHeader(Messages.text("studio.habits"), Messages.text("studio.habits.fact")),
            right);
    bar.getStyleClass().add("cluster-bar");
    Nodes.visible(bar, false);
    root.getStyleClass().add("cohort-screen");
    root.setTop(header);
    root.setCenter(
        Panes.across(context.memory(), "studio.cohorts", new double[] {0.52}, first, second));
    root.setBottom(bar);
    model.retention().subscribe(this::retention);
    model.habits().subscribe(this::habits);
    model.chosen().subscribe(this::chosen);
  }

  public static ScreenDefinition definition(Supplier<CohortScreen> screen) {
    return ScreenDefinition.of(
        ID, Messages.text("studio.cohorts"), "fth-shuffle", "Shortcut+7", screen);
  }

  private void retention(Load<PurchaseGrids.Retention> load) {
    if (load instanceof Load.Failed<PurchaseGrids.Retention>(var fault)) {
      left.getChildren().setAll(ErrorState.retry(fault, model::reloadRetention));
      return;
    }
    PurchaseGrids.Retention now = load.value();
    if (now == null) {
      left.getChildren().setAll(waiting());
    } else if (load instanceof Load.Ready<?>) {
      HeatMap map = grids.retention(now);
      retention = map;
      map.selectedProperty().subscribe(spot -> chooseCohort(now, spot));
      map.onOpen(spot -> people());
      left.getChildren().setAll(framed(map, "heat-seq-", Messages.text("studio.retention.hint")));
    }
  }

  private void chooseCohort(PurchaseGrids.Retention now, HeatMap.@Nullable Spot spot) {
    if (spot == null) {
      return;
    }
    HeatMap other = habits;
    if (other != null) {
      other.select(null);
    }
    PurchaseGrids.Cohort cohort = now.cohorts().get(spot.row());
    PurchaseGrids.Cell cell = cohort.months().get(spot.column());
    model.choose(
        new CohortModel.Chosen(
            Messages.text(
                "studio.retention.chosen",
                CohortGrids.month(cohort.month()),
                Integer.toString(spot.column() + 1)),
            fact(cell),
            cell));
  }

  private String fact(PurchaseGrids.Cell cell) {
    return Messages.text(
        "studio.cell.fact",
        formats.count(cell.customers()),
        formats.count(cell.of()),
        formats.share(cell.share()),
        formats.money(cell.margin12m()));
  }

  private void habits(Load<PurchaseGrids.Habits> load) {
    if (load instanceof Load.Failed<PurchaseGrids.Habits>(var fault)) {
      right.getChildren().setAll(ErrorState.retry(fault, model::reloadHabits));
      return;
    }
    PurchaseGrids.Habits now = load.value();
    if (now == null) {
      right.getChildren().setAll(waiting());
    } else if (load instanceof Load.Ready<?>) {
      HeatMap map = grids.habits(now);
      habits = map;
      map.selectedProperty().subscribe(spot -> chooseHabit(now, spot));
      map.onOpen(spot -> people());
      right.getChildren().setAll(framed(map, "heat-seq-", Messages.text("studio.habits.hint")));
    }
  }

  private void chooseHabit(PurchaseGrids.Habits now, HeatMap.@Nullable Spot spot) {
    if (spot == null) {
      return;
    }
    HeatMap other = retention;
    if (other != null) {
      other.select(null);
    }
    PurchaseGrids.Cell cell = now.cells().get(spot.row()).get(spot.column());
    model.choose(
        new CohortModel.Chosen(
            Messages.text(
                "studio.habits.chosen",
                grids.orders(now.frequency().get(spot.column())),
                grids.days(now.recency().get(spot.row()))),
            fact(cell),
            cell));
  }

  private static Skeleton waiting() {
    Skeleton skeleton = new Skeleton(8, 26, -1, -1, -1, -1, -1, -1, -1);
    skeleton.setPadding(new Insets(24));
    return skeleton;
  }

  private static Node framed(HeatMap map, String steps, String hint) {
    HBox boxes = Nodes.row(3);
    for (int i = 0; i < 7; i++) {
      Region box = new Region();
      box.getStyleClass().add(steps + i);
      box.setMinSize(18, 8);
      box.setMaxSize(18, 8);
      boxes.getChildren().add(box);
    }
    HBox legend =
        Nodes.row(
            8,
            Nodes.label(Messages.text("studio.fewer"), "footnote", "muted"),
            boxes,
            Nodes.label(Messages.text("studio.more-people"), "footnote", "muted"),
            Nodes.spacer(),
            Nodes.label(hint, "footnote", "muted"));
    VBox box = new VBox(12, map, legend);
    box.getStyleClass().add("heat-box");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(map.getAccessibleText());
    return scroll;
  }

  private void chosen(CohortModel.@Nullable Chosen now) {
    Nodes.visible(bar, now != null);
    if (now == null) {
      return;
    }
    VBox words =
        new VBox(
            2, Nodes.label(now.title(), "strong"), Nodes.label(now.fact(), "caption", "muted"));
    Button people = Nodes.button(Messages.text("studio.people"), this::people, "large");
    people.setGraphic(new KeyHint("P"));
    people.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    Button make = Nodes.button(Messages.text("studio.make"), this::make, "accent", "large");
    make.setGraphic(new KeyHint("S"));
    make.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    bar.getChildren().setAll(words, Nodes.spacer(), people, make);
  }

  private void people() {
    CohortModel.Chosen now = model.chosen().get();
    if (now != null) {
      model.people(
          ids -> context.navigator().go(new Destination.Customers(now.title(), ids)),
          context.notifier()::failed);
    }
  }

  private void make() {
    CohortModel.Chosen now = model.chosen().get();
    if (now != null) {
      model.sql(
          sql -> context.navigator().go(new Destination.Segment(now.title(), sql)),
          context.notifier()::failed);
    }
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    model.reload();
  }

  @Override
  public void focus() {
    HeatMap map = retention;
    if (map != null) {
      map.requestFocus();
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("cohorts.people", Messages.text("studio.cell.people"), "fth-users", this::people)
            .on("P"),
        Action.of("cohorts.segment", Messages.text("studio.make"), "fth-pie-chart", this::make)
            .on("S"));
  }

  @Override
  public void close() {
    model.close();
  }
}
