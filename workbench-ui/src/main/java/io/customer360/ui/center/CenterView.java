package io.customer360.ui.center;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AskedQuestion;
import io.customer360.assistant.Assistant;
import io.customer360.assistant.LocalModel;
import io.customer360.assistant.Understanding;
import io.customer360.insight.Insights;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The AI Command Center: Ask, Understand, Recommend, Act down the middle, insights at the right.
///
/// ```java
/// CenterView.definition(context, assistant, insights)
/// ```
public final class CenterView implements ScreenView {
  private static final double NARROW = 1100;
  private static final double WIDEST = 960;

  private final UiContext context;
  private final CenterModel model;
  private final InsightsModel insights;
  private final BorderPane root = new BorderPane();
  private final StackPane layers = new StackPane();
  private final VBox page = new VBox();
  private final AskField field;
  private final Understood understood;
  private final VBox answerPlace = new VBox();
  private final VBox actPlace = new VBox();
  private final VBox understandPlace = new VBox();
  private final Stage askStage;
  private final Stage understandStage;
  private final Stage recommendStage;
  private final Stage actStage;
  private final InsightsColumn column;
  private final Button drawerButton;
  private final HBox plannerPlace = new HBox();
  private boolean drawerOpen;
  private @Nullable ActCard act;

  public static ScreenDefinition definition(
      UiContext context, Assistant assistant, Insights insights) {
    return ScreenDefinition.of(
        Screens.COMMAND_CENTER,
        Messages.text("center.title.rail"),
        "fth-compass",
        "Shortcut+1",
        () -> new CenterView(context, assistant, insights));
  }

  public CenterView(UiContext context, Assistant assistant, Insights found) {
    this.context = context;
    context.themes().add(CenterView.class, "center.css");
    model = new CenterModel(assistant, context.jobs());
    insights = new InsightsModel(found, context.jobs());
    field = new AskField(model);
    understood = new Understood(model::choose, model::ask);
    column = new InsightsColumn(insights, context);
    drawerButton =
        Nodes.button(Messages.text("center.insights"), "fth-sidebar", this::toggleDrawer, "flat");
    askStage = new Stage(Messages.text("center.stage.ask"), field, 20, 12);
    understandStage = new Stage(Messages.text("center.stage.understand"), understandPlace, 12, 12);
    recommendStage = new Stage(Messages.text("center.stage.recommend"), answerPlace, 20, 12);
    actStage = new Stage(Messages.text("center.stage.act"), actPlace, 20, 4);
    understandPlace.getChildren().add(understood);

    page.getStyleClass().add("center-page");
    page.getChildren().addAll(askStage, understandStage, recommendStage, actStage);
    page.setMaxWidth(WIDEST);
    StackPane middle = new StackPane(page);
    middle.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    BorderPane centre = new BorderPane(scroll);
    centre.setTop(header());
    layers.getChildren().add(centre);
    root.getStyleClass().add("center");
    root.setCenter(layers);
    root.widthProperty().subscribe(width -> place());
    model.answerProperty().subscribe(load -> show(load));
    model.understandingProperty().subscribe(meaning -> show(meaning, ""));
    model.narrationProperty().subscribe(text -> narrate(text));
    model
        .suggestions()
        .addListener((ListChangeListener<String>) change -> show(model.answerProperty().get()));
    model.models().addListener((ListChangeListener<LocalModel>) change -> planners());
    insights.read();
  }

  private HBox header() {
    Button history =
        Nodes.button(Messages.text("center.history"), "fth-clock", () -> {}, "flat", "regular");
    history.setOnAction(event -> history(history));
    Button fresh = Nodes.button(Messages.text("center.new"), "fth-plus", model::newQuestion);
    HBox inside =
        Nodes.row(
            7,
            Icons.small("fth-plus"),
            Nodes.label(Messages.text("center.new"), "medium"),
            new KeyHint("Ctrl N"));
    fresh.setGraphic(inside);
    fresh.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    fresh.setAccessibleText(Messages.text("center.new"));
    HBox head =
        Nodes.row(
            8,
            Nodes.label(Messages.text("center.title"), "section"),
            Nodes.spacer(),
            plannerPlace,
            history,
            fresh,
            drawerButton);
    head.getStyleClass().add("center-header");
    HBox holder = new HBox(head);
    head.setMaxWidth(WIDEST);
    HBox.setHgrow(head, javafx.scene.layout.Priority.ALWAYS);
    holder.setAlignment(Pos.CENTER);
    return holder;
  }

  /// Below 1100 the insights become a drawer over the answer.
  private void place() {
    boolean narrow = root.getWidth() < NARROW - 56;
    Nodes.visible(drawerButton, narrow);
    if (!narrow) {
      layers.getChildren().remove(column);
      root.setRight(column);
    } else {
      root.setRight(null);
      layers.getChildren().remove(column);
      if (drawerOpen) {
        StackPane.setAlignment(column, Pos.CENTER_RIGHT);
        layers.getChildren().add(column);
      }
    }
  }

  private void toggleDrawer() {
    drawerOpen = !drawerOpen;
    place();
  }

  private void planners() {
    plannerPlace.getChildren().clear();
    if (model.models().isEmpty()) {
      return;
    }
    List<Chip.Choice> choices = new ArrayList<>();
    choices.add(new Chip.Choice("", Messages.text("center.planner.built-in")));
    model.models().forEach(one -> choices.add(new Chip.Choice(one.name(), one.name())));
    String now = model.model().orElse("");
    plannerPlace
        .getChildren()
        .add(
            Chip.editable(
                Messages.text("center.planner"),
                now.isEmpty() ? Messages.text("center.planner.built-in") : now,
                now,
                choices,
                value -> {
                  model.useModel(value.isEmpty() ? null : value);
                  planners();
                }));
  }

  private void history(Button owner) {
    ContextMenu menu = new ContextMenu();
    for (AskedQuestion asked : model.history()) {
      MenuItem item =
          new MenuItem(
              asked.question(),
              Icons.small(asked.understood() ? "fth-message-square" : "fth-help-circle"));
      item.setOnAction(event -> model.ask(asked.question()));
      menu.getItems().add(item);
    }
    if (menu.getItems().isEmpty()) {
      MenuItem none = new MenuItem(Messages.text("center.history.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    menu.show(owner, Side.BOTTOM, 0, 4);
  }

  private void show(@Nullable Understanding meaning, String note) {
    if (meaning != null) {
      understood.show(meaning, note);
    }
    Nodes.visible(understandPlace, meaning != null);
    stages();
  }

  private void show(Load<Answer> load) {
    act = null;
    actPlace.getChildren().clear();
    field.time("");
    switch (load) {
      case Load.Idle<Answer> idle -> answerPlace.getChildren().setAll(suggestions());
      case Load.Loading<Answer> loading -> answerPlace.getChildren().setAll(skeleton());
      case Load.Failed<Answer>(var fault) ->
          answerPlace.getChildren().setAll(ErrorState.retry(fault, model::again));
      case Load.Ready<Answer>(var answer) -> show(answer);
    }
    Nodes.visible(answerPlace, !answerPlace.getChildren().isEmpty());
    Nodes.visible(actPlace, act != null);
    stages();
  }

  private void show(Answer answer) {
    field.time(context.formats().millis(answer.millis()));
    show(answer.understanding(), answer.planner().note());
    if (!answer.understood()) {
      answerPlace.getChildren().clear();
      return;
    }
    field.personal(AnswerCard.aboutOne(answer));
    answerPlace.getChildren().setAll(new AnswerCard(answer, context));
    if (answer.next() != null) {
      act = new ActCard(answer.next(), context.navigator(), AnswerCard.aboutOne(answer));
      actPlace.getChildren().setAll(act);
    }
  }

  private void narrate(String text) {
    if (!text.isEmpty() && model.answerProperty().get() instanceof Load.Loading<Answer>) {
      VBox card = new VBox(Nodes.wrapped(text, "lead"));
      card.getStyleClass().addAll("card", "answer-upper");
      answerPlace.getChildren().setAll(card);
    }
  }

  /// Which steps are shown, where the line ends, and which one is the current.
  private void stages() {
    List<Stage> shown = new ArrayList<>();
    boolean idle = model.answerProperty().get() instanceof Load.Idle<Answer>;
    for (Stage stage : List.of(askStage, understandStage, recommendStage, actStage)) {
      stage.current(false);
      if (stage.isManaged()) {
        shown.add(stage);
      }
    }
    recommendStage.word(Messages.text(idle ? "center.stage.try" : "center.stage.recommend"));
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).ends(i == 0, i == shown.size() - 1);
    }
    (idle ? askStage : shown.getLast()).current(true);
  }

  private Node suggestions() {
    VBox box = new VBox(8);
    box.getStyleClass().addAll("card", "suggestions");
    box.getChildren()
        .addAll(
            Nodes.label(Messages.text("center.empty"), "section"),
            Nodes.wrapped(Messages.text("center.empty.words"), "muted"));
    VBox list = new VBox(2);
    for (String question : model.suggestions()) {
      list.getChildren()
          .add(Nodes.button(question, "fth-message-square", () -> model.ask(question), "question"));
    }
    list.getChildren().forEach(button -> ((Region) button).setMaxWidth(Double.MAX_VALUE));
    VBox.setMargin(list, new javafx.geometry.Insets(6, 0, 0, 0));
    box.getChildren().add(list);
    return box;
  }

  private static Node skeleton() {
    VBox card = new VBox(24, new Skeleton(12, 22, 120, 360), new Skeleton(10, 12, -1, -1, -1, -1));
    card.getStyleClass().addAll("card", "answer-upper");
    card.setMinHeight(320);
    return card;
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    if (destination instanceof Destination.Question(var text)) {
      model.ask(text);
      field.focusAtEnd();
    }
  }

  @Override
  public void focus() {
    field.focusAtEnd();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of(
                "center.ask",
                Messages.text("center.action.ask"),
                "fth-message-square",
                field::focusField)
            .on("Shortcut+L"),
        Action.of("center.new", Messages.text("center.new"), "fth-plus", this::fresh)
            .on("Shortcut+N")
            .in(Action.Menu.FILE),
        ActCard.review(this::review),
        Action.of(
                "center.insights",
                Messages.text("center.action.insights"),
                "fth-sidebar",
                this::toInsights)
            .on("I"),
        Action.of("center.cancel", Messages.text("center.action.cancel"), "fth-x", model::cancel)
            .on("Esc")
            .hidden());
  }

  private void fresh() {
    model.newQuestion();
    field.focusField();
  }

  private void review() {
    ActCard card = act;
    if (card != null && card.lookup("#review") instanceof Button button) {
      button.fire();
    }
  }

  private void toInsights() {
    if (drawerButton.isVisible()) {
      toggleDrawer();
    }
    column.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
  }

  @Override
  public void close() {
    model.close();
    insights.close();
  }
}
