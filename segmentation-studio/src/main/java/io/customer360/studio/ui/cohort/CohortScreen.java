package io.customer360.studio.ui.cohort;

import io.customer360.studio.annotation.Standouts;
import io.customer360.studio.desk.LifecycleFlow;
import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.studio.ui.empty.NoCustomers;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.ErrorState;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
  private final PaneHeader retentionHeader = new PaneHeader(Messages.text("studio.retention"));
  private final StackPane left = new StackPane();
  private final StackPane right = new StackPane();
  private final StackPane flow = new StackPane();
  private final LeaderPane leaders;
  private final ChosenBar bar;
  private final BorderPane root = new BorderPane();
  private @Nullable HeatMap retention;
  private @Nullable HeatMap habits;
  private @Nullable FlowChart chart;

  public CohortScreen(UiContext context, CohortModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.grids = new CohortGrids(formats);
    this.bar = new ChosenBar(context, model);
    ScreenHeader header = new ScreenHeader(Messages.text("studio.cohorts"));
    header.fact(Messages.text("studio.cohorts.fact"));
    retentionHeader.fact(Messages.text("studio.retention.fact"));
    Pane first = new Pane(retentionHeader, left);
    Pane second =
        new Pane(
            new PaneHeader(Messages.text("studio.habits"), Messages.text("studio.habits.fact")),
            right);
    Pane third =
        new Pane(
            new PaneHeader(Messages.text("studio.flow"), Messages.text("studio.flow.fact")), flow);
    leaders = new LeaderPane(context, model, this::chooseLine, this::fact, bar::people);
    first.setMinHeight(240);
    SplitPane before =
        Panes.down(
            context.memory(), "studio.cohorts.left", new double[] {0.68}, first, leaders.root());
    before.setMinWidth(Pane.LEAST);
    third.setMinHeight(260);
    second.setMinHeight(200);
    SplitPane beside =
        Panes.down(context.memory(), "studio.cohorts.right", new double[] {0.54}, third, second);
    beside.setMinWidth(Pane.LEAST);
    root.getStyleClass().add("cohort-screen");
    root.setTop(header);
    SplitPane panes =
        Panes.across(context.memory(), "studio.cohorts", new double[] {0.5}, before, beside);
    Node nobody = NoCustomers.page(context);
    model.retention().subscribe(load -> root.setCenter(NoCustomers.is(load) ? nobody : panes));
    root.setBottom(bar.root());
    model.retention().subscribe(this::retention);
    model.groupings().subscribe(choices -> cohortsBy());
    model.habits().subscribe(this::habits);
    model.flow().subscribe(this::flow);
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
      map.onOpen(spot -> bar.people());
      String hint =
          Messages.text(now.by().isEmpty() ? "studio.retention.hint" : "studio.retention.hint.by");
      boolean marked = now.by().isEmpty() && !Standouts.of(now.annotations()).isEmpty();
      retentionHeader.fact(
          Messages.text(marked ? "studio.retention.fact.marked" : "studio.retention.fact"));
      left.getChildren().setAll(framed(map, "heat-seq-", hint));
    }
  }

  /// The chip that says what makes the cohorts.
  private void cohortsBy() {
    String month = Messages.text("studio.retention.month");
    List<Chip.Choice> choices = new ArrayList<>(List.of(new Chip.Choice("", month)));
    model.groupings().get().forEach(one -> choices.add(new Chip.Choice(one.key(), one.title())));
    String now = model.cohortsBy();
    String shown =
        choices.stream()
            .filter(one -> one.value().equals(now))
            .map(Chip.Choice::words)
            .findFirst()
            .orElse(month);
    retentionHeader.right(
        Chip.editable(
            Messages.text("studio.leaders.by"),
            shown,
            now,
            choices,
            key -> {
              model.cohortsBy(key);
              cohortsBy();
            }));
  }

  private void flow(Load<LifecycleFlow.Flow> load) {
    if (load instanceof Load.Failed<LifecycleFlow.Flow>(var fault)) {
      flow.getChildren().setAll(ErrorState.retry(fault, model::reloadFlow));
      return;
    }
    LifecycleFlow.Flow now = load.value();
    if (now == null) {
      flow.getChildren().setAll(waiting());
    } else if (load instanceof Load.Ready<?>) {
      FlowChart drawn = new FlowChart(now, formats);
      chart = drawn;
      drawn.selectedProperty().subscribe(ribbon -> chooseRibbon(now, ribbon));
      drawn.onOpen(bar::people);
      VBox box =
          new VBox(8, drawn, Nodes.wrapped(Messages.text("studio.flow.hint"), "footnote", "muted"));
      VBox.setVgrow(drawn, Priority.ALWAYS);
      box.getStyleClass().add("heat-box");
      flow.getChildren().setAll(box);
    }
  }

  private void chooseRibbon(LifecycleFlow.Flow now, LifecycleFlow.@Nullable Ribbon ribbon) {
    if (ribbon == null) {
      return;
    }
    deselect(retention);
    deselect(habits);
    leaders.deselect();
    String title =
        Messages.text(
            "studio.flow.chosen",
            FlowChart.state(ribbon.from()),
            FlowChart.state(ribbon.to()),
            FlowChart.quarter(now, ribbon.period() + 1, formats));
    model.cell(
        now,
        ribbon,
        cell -> model.choose(new CohortModel.Chosen(title, fact(cell), cell)),
        context.notifier()::failed);
  }

  private void chooseLine(CohortModel.Chosen line) {
    deselect(retention);
    deselect(habits);
    noRibbon();
    model.choose(line);
  }

  private static void deselect(@Nullable HeatMap map) {
    if (map != null) {
      map.select(null);
    }
  }

  private void noRibbon() {
    FlowChart drawn = chart;
    if (drawn != null) {
      drawn.select(null);
    }
  }

  private void chooseCohort(PurchaseGrids.Retention now, HeatMap.@Nullable Spot spot) {
    if (spot == null) {
      return;
    }
    deselect(habits);
    noRibbon();
    leaders.deselect();
    PurchaseGrids.Cohort cohort = now.cohorts().get(spot.row());
    PurchaseGrids.Cell cell = cohort.months().get(spot.column());
    model.choose(
        new CohortModel.Chosen(
            Messages.text(
                now.by().isEmpty() ? "studio.retention.chosen" : "studio.retention.chosen.by",
                CohortGrids.title(cohort),
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
        formats.money(cell.margin12m()),
        formats.number(cell.interval().low() * 100, 1),
        formats.number(cell.interval().high() * 100, 1));
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
      map.onOpen(spot -> bar.people());
      right.getChildren().setAll(framed(map, "heat-seq-", Messages.text("studio.habits.hint")));
    }
  }

  private void chooseHabit(PurchaseGrids.Habits now, HeatMap.@Nullable Spot spot) {
    if (spot == null) {
      return;
    }
    deselect(retention);
    noRibbon();
    leaders.deselect();
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
        Action.of("cohorts.people", Messages.text("studio.cell.people"), "fth-users", bar::people)
            .on("P"),
        Action.of("cohorts.segment", Messages.text("studio.make"), "fth-pie-chart", bar::make)
            .on("S"),
        Action.of("cohorts.propose", Messages.text("studio.propose"), "fth-inbox", bar::propose)
            .on("D"));
  }

  @Override
  public void close() {
    model.close();
  }
}
