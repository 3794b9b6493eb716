package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The identity review: the queue, a pair with its reasons, what people decided, and the match
/// model.
public final class IdentityScreen implements ScreenView {
  private static final int REVIEW = 0;
  private static final int JUDGEMENTS = 1;
  private static final int MODEL = 2;

  private final UiContext context;
  private final ReviewModel model;
  private final JudgementsModel judgements;
  private final ResolutionModel resolution;
  private final TabStrip tabs =
      new TabStrip(
          Messages.text("identity.review"),
          Messages.text("identity.judgements"),
          Messages.text("identity.model"));
  private final Button apply =
      Nodes.button(Messages.text("identity.apply"), "fth-refresh-cw", this::apply, "large");
  private final QueuePane queue;
  private final WeightPane weights;
  private final JudgementsPane judgementsPane;
  private final ModelPane modelPane;
  private final ResolutionSheet resolutionSheet;
  private final Node work;
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();

  public IdentityScreen(
      UiContext context,
      ReviewModel model,
      JudgementsModel judgements,
      ResolutionModel resolution) {
    this.context = context;
    this.model = model;
    this.judgements = judgements;
    this.resolution = resolution;
    context.themes().add(IdentityScreen.class, "identity.css");
    queue = new QueuePane(context.formats(), model);
    PairPane pair = new PairPane(context, model, this::undo);
    weights = new WeightPane(context, model, this::graph);
    judgementsPane = new JudgementsPane(context, judgements, this::openPair, this::takenBack);
    modelPane = new ModelPane(context, judgements);
    resolutionSheet = new ResolutionSheet(context, resolution, this::resolved);
    work =
        Panes.across(
            context.memory(),
            "identity.panes",
            new double[] {0.179, 0.683},
            queue.root(),
            pair.root(),
            weights.root());
    tabs.right(apply);
    root.getStyleClass().add("identity");
    root.setTop(tabs);
    root.setCenter(body);
    model.listen(
        fault -> {
          context.notifier().failed(fault);
          queue.list().requestFocus();
        },
        context.refresh());
    tabs.selectedProperty().subscribe(this::turn);
    model.queue().subscribe(load -> arrange());
    model.opened().subscribe(load -> arrange());
    model.changes().subscribe(this::waiting);
    waiting();
    arrange();
  }

  public static ScreenDefinition definition(Supplier<IdentityScreen> screen) {
    return ScreenDefinition.of(
        Screens.IDENTITY, Messages.text("identity.title"), "fth-git-merge", "Shortcut+6", screen);
  }

  /// The button counts what waits and takes the accent only while something does.
  private void waiting() {
    int changes = model.changes().get();
    apply.setText(
        changes == 0
            ? Messages.text("identity.apply")
            : Messages.text("identity.apply.count", context.formats().count(changes)));
    apply.getStyleClass().remove("accent");
    if (changes > 0) {
      apply.getStyleClass().add("accent");
    }
  }

  private void turn() {
    if (tabs.selected() == JUDGEMENTS) {
      judgements.readJudgements();
    } else if (tabs.selected() == MODEL) {
      judgements.readModel();
    }
    arrange();
  }

  private void arrange() {
    Load<ReviewQueue> load = model.queue().get();
    ReviewQueue now = load.value();
    tabs.count(
        REVIEW, now == null || now.waiting() == 0 ? "" : context.formats().count(now.waiting()));
    Node shown =
        switch (tabs.selected()) {
          case JUDGEMENTS -> judgementsPane.root();
          case MODEL -> modelPane.root();
          default -> review(load);
        };
    if (!body.getChildren().equals(List.of(shown))) {
      body.getChildren().setAll(shown);
    }
  }

  private Node review(Load<ReviewQueue> load) {
    if (load instanceof Load.Failed<ReviewQueue>(var fault)) {
      return ErrorState.retry(fault, model::reload);
    }
    ReviewQueue now = load.value();
    if (now == null || !now.tasks().isEmpty() || model.selected().isPresent()) {
      return work;
    }
    return nothing(now);
  }

  private Node nothing(ReviewQueue now) {
    int judged = model.judgedHere();
    int changes = model.changes().get();
    String words =
        judged > 0
            ? Messages.text("identity.empty.session", judged)
            : Messages.text("identity.empty.words", context.formats().count(now.judged()));
    Button other = Nodes.button(Messages.text("identity.open.title"), "fth-search", this::openAny);
    return changes > 0
        ? new EmptyState(
            "fth-check-circle",
            Messages.text("identity.empty"),
            words,
            Nodes.button(Messages.text("identity.apply"), this::apply, "accent"),
            other)
        : new EmptyState("fth-check-circle", Messages.text("identity.empty"), words, other);
  }

  private void openPair(ReviewModel.Key key) {
    tabs.select(REVIEW);
    model.open(key);
    queue.list().requestFocus();
  }

  private void takenBack() {
    model.changed();
    model.reload();
    context.refresh().run();
  }

  private void undo() {
    if (!model.undo()) {
      context.notifier().warn(Messages.text("identity.undo.nothing"));
    }
  }

  private void apply() {
    if (!model.settled()) {
      // The last verdict is being written this very moment.
      context.notifier().warn(Messages.text("identity.apply.wait"));
      return;
    }
    resolutionSheet.open(root.getScene());
  }

  private void resolved() {
    model.resolved();
    if (tabs.selected() != REVIEW) {
      turn();
    }
    context.refresh().run();
  }

  private void graph() {
    ReviewPair pair = model.opened().get().value();
    if (pair != null) {
      new GraphSheet(context, pair).show(root.getScene());
    }
  }

  private void split() {
    ReviewPair pair = model.opened().get().value();
    if (pair != null) {
      SplitSheet sheet = new SplitSheet(context, model, pair);
      if (sheet.possible()) {
        sheet.show(root.getScene());
      } else {
        context.notifier().warn(Messages.text("identity.split.impossible"));
      }
    }
  }

  private void openAny() {
    new OpenSheet(model).show(root.getScene());
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    if (destination instanceof Destination.Pair(String left, String right)) {
      tabs.select(REVIEW);
      model.open(new ReviewModel.Key(left, right));
    }
    model.reload();
    turn();
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
    actions.add(verdict("match", "fth-check", "M", Verdict.MATCH));
    actions.add(verdict("not", "fth-x", "N", Verdict.NOT_A_MATCH));
    actions.add(verdict("unsure", "fth-help-circle", "U", Verdict.UNSURE));
    actions.add(
        action("undo", "fth-corner-up-left", "Shortcut+Z", this::undo).in(Action.Menu.EDIT));
    actions.add(action("split", "fth-git-branch", "S", this::split).in(Action.Menu.DECIDE));
    actions.add(action("graph", "fth-share-2", "G", this::graph).in(Action.Menu.VIEW));
    actions.add(action("open", "fth-search", "Shortcut+O", this::openAny).in(Action.Menu.GO));
    actions.add(
        Action.of("identity.apply", Messages.text("identity.apply"), "fth-refresh-cw", this::apply)
            .in(Action.Menu.RUN));
    return actions;
  }

  private Action verdict(String key, String icon, String keys, Verdict verdict) {
    return action(key, icon, keys, () -> model.judge(verdict)).in(Action.Menu.DECIDE);
  }

  /// Acts on the pair only while it is seen: not under a sheet, and not from another tab.
  private Action action(String key, String icon, String keys, Runnable run) {
    return Action.of(
            "identity." + key,
            Messages.text("identity.action." + key),
            icon,
            () -> {
              if (tabs.selected() == REVIEW && !Sheet.covers(root.getScene())) {
                run.run();
              }
            })
        .on(keys);
  }

  @Override
  public void close() {
    resolution.cancel();
    weights.close();
    model.close();
    judgements.close();
  }
}
