package io.customer360.ui.decision;

import io.customer360.decision.DecisionDetail;
import io.customer360.decision.agent.TraceStep;
import io.customer360.outbox.ActionState;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.SqlView;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.control.TraceStrip;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Action Center: the queue, one decision with its checks and message, the trace below; or what
/// was sent.
public final class ActionCenter implements ScreenView {
  private static final int WAITING = 0;

  private final UiContext context;
  private final Formats formats;
  private final DecisionsModel model;
  private final TabStrip tabs =
      new TabStrip(Messages.text("decision.waiting"), Messages.text("decision.sent"));
  private final QueuePane queue;
  private final ChecksPane checks;
  private final SentPane sent;
  private final StackPane body = new StackPane();
  private final BorderPane work = new BorderPane();
  private final BorderPane root = new BorderPane();

  public ActionCenter(UiContext context, DecisionsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    context.themes().add(ActionCenter.class, "decision.css");
    queue = new QueuePane(context, model);
    DecisionPane decision = new DecisionPane(context, model);
    checks = new ChecksPane(context, model);
    sent = new SentPane(context, model);
    work.setCenter(
        Panes.across(
            context.memory(),
            "decision.panes",
            new double[] {0.225, 0.69},
            queue.root(),
            decision.root(),
            checks.root()));
    tabs.right(Nodes.button(Messages.text("decision.run"), "fth-play", this::runAgents, "large"));
    root.getStyleClass().add("action-center");
    root.setTop(tabs);
    root.setCenter(body);
    tabs.selectedProperty().subscribe(this::arrange);
    model.contents().subscribe(load -> arrange());
    model.opened().subscribe(this::trace);
    arrange();
  }

  public static ScreenDefinition definition(Supplier<ActionCenter> screen) {
    return ScreenDefinition.of(
        Screens.ACTION_CENTER, Messages.text("decision.title"), "fth-inbox", "Shortcut+3", screen);
  }

  private void arrange() {
    Load<DecisionsModel.Contents> load = model.contents().get();
    if (load instanceof Load.Failed<DecisionsModel.Contents>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    DecisionsModel.Contents now = load.value();
    if (now != null) {
      tabs.count(WAITING, formats.count(now.queue().size()));
      tabs.count(1, formats.count(now.sent().size()));
    }
    if (tabs.selected() != WAITING) {
      body.getChildren().setAll(sent.root());
    } else if (now != null && now.queue().isEmpty()) {
      body.getChildren().setAll(nothing(now));
    } else {
      body.getChildren().setAll(work);
    }
  }

  private Node nothing(DecisionsModel.Contents now) {
    long rejected = now.counts().of(ActionState.REJECTED);
    long gone = now.sent().size();
    return new EmptyState(
        "fth-inbox",
        Messages.text("decision.empty.title"),
        Messages.text("decision.empty.words", formats.count(gone), formats.count(rejected)),
        Nodes.button(Messages.text("decision.empty.sent"), () -> tabs.select(1), "accent"),
        Nodes.button(Messages.text("decision.run"), "fth-play", this::runAgents));
  }

  private void trace(Load<DecisionsModel.Opened> load) {
    DecisionsModel.Opened opened = load.value();
    if (opened == null) {
      work.setBottom(null);
      return;
    }
    DecisionDetail detail = opened.detail();
    Label replay =
        Nodes.label(
            Messages.text(
                detail.replayIdentical() ? "decision.replay.same" : "decision.replay.differs"),
            "caption",
            detail.replayIdentical() ? "success" : "danger");
    replay.setGraphic(Icons.small(detail.replayIdentical() ? "fth-check" : "fth-alert-triangle"));
    VBox head =
        new VBox(
            3,
            Nodes.label(Messages.text("decision.trace"), "strong"),
            Nodes.label(detail.summary().decisionId(), "mono", "muted"),
            replay);
    List<TraceStrip.Step> steps = new ArrayList<>();
    List<TraceStep> trace = detail.trace();
    for (int i = 0; i < trace.size(); i++) {
      TraceStep step = trace.get(i);
      boolean last = i == trace.size() - 1;
      steps.add(
          new TraceStrip.Step(
              step.step(),
              last ? Messages.text("decision.now") : millis(step.millis()),
              line(step, 0),
              line(step, 1),
              last,
              () -> inputs(step)));
    }
    work.setBottom(new TraceStrip(head, steps));
  }

  private String millis(double millis) {
    return millis < 1
        ? Messages.text("decision.under-a-millisecond")
        : formats.number(millis, millis < 10 ? 1 : 0) + "\u202fms";
  }

  private static String line(TraceStep step, int i) {
    return i < step.lines().size() ? step.lines().get(i) : "";
  }

  /// What went into a step, over the window.
  private void inputs(TraceStep step) {
    VBox box = new VBox(8, Nodes.label(step.step(), "section"));
    step.lines().forEach(text -> box.getChildren().add(Nodes.wrapped(text)));
    step.inputs()
        .forEach(
            (name, value) ->
                box.getChildren()
                    .add(Nodes.row(12, Nodes.label(name, "muted"), Nodes.label(value, "mono"))));
    if (!step.sql().isBlank()) {
      SqlView sql = new SqlView(step.sql());
      sql.setPrefSize(560, 220);
      box.getChildren().add(sql);
    }
    box.getStyleClass().add("trace-inputs");
    atlantafx.base.controls.Popover popover = new atlantafx.base.controls.Popover(box);
    popover.setArrowLocation(atlantafx.base.controls.Popover.ArrowLocation.BOTTOM_CENTER);
    popover.setHeaderAlwaysVisible(false);
    Optional.ofNullable(work.getBottom()).ifPresent(popover::show);
  }

  private void approveChosen() {
    if (model.batch().chosen().isEmpty()) {
      context.notifier().warn(Messages.text("decision.batch.none"));
    } else if (root.getScene() != null) {
      new BatchSheet(context, model).show(root.getScene());
    }
  }

  private void runAgents() {
    model.runAgents(
        report -> {
          context
              .notifier()
              .done(
                  Messages.text(
                      "decision.ran",
                      formats.count(report.customers()),
                      formats.count(report.pending()),
                      formats.count(report.auto())));
          context.refresh().run();
        },
        context.notifier()::failed);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    switch (destination) {
      case Destination.Decision(String id) -> {
        tabs.select(WAITING);
        model.reload();
        model.open(id);
      }
      case Destination.Queue(String action, List<String> customers) -> {
        tabs.select(WAITING);
        model.only(customers);
      }
      default -> {
        if (model.narrowed()) {
          model.only(List.of());
        } else {
          model.reload();
        }
      }
    }
  }

  @Override
  public void focus() {
    queue.list().requestFocus();
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    actions.add(action("next", "fth-arrow-down", "J", () -> model.move(1)));
    actions.add(action("previous", "fth-arrow-up", "K", () -> model.move(-1)));
    actions.add(action("approve", "fth-check", "A", checks::approve).in(Action.Menu.DECIDE));
    actions.add(action("edit", "fth-edit-2", "E", checks::edit).in(Action.Menu.DECIDE));
    actions.add(action("reject", "fth-x", "R", checks::askReason).in(Action.Menu.DECIDE));
    actions.add(action("ask", "fth-message-square", "Shift+SLASH", checks::ask));
    actions.add(
        action("select", "fth-check-square", "X", () -> model.batch().toggle(model.selected())));
    actions.add(
        action(
            "select-all",
            "fth-check-square",
            "Shift+X",
            () -> model.batch().toggleAll(model.shown())));
    actions.add(
        action("batch", "fth-check-circle", "Shift+A", this::approveChosen).in(Action.Menu.DECIDE));
    actions.add(
        action("undo", "fth-corner-up-left", "Shortcut+Z", context.notifier()::undoLast)
            .in(Action.Menu.EDIT));
    for (int i = 0; i < 9; i++) {
      int option = i;
      actions.add(
          Action.of(
                  "decision.option." + (i + 1),
                  Messages.text("decision.option", i + 1),
                  "fth-circle",
                  () -> model.choose(option))
              .on(Integer.toString(i + 1))
              .hidden());
    }
    actions.add(
        Action.of("decision.run", Messages.text("decision.run"), "fth-play", this::runAgents)
            .in(Action.Menu.RUN));
    return actions;
  }

  private static Action action(String key, String icon, String keys, Runnable run) {
    return Action.of("decision." + key, Messages.text("decision." + key), icon, run).on(keys);
  }

  @Override
  public void close() {
    model.close();
  }
}
