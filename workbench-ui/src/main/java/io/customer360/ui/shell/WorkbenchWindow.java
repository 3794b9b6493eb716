package io.customer360.ui.shell;

import io.customer360.ui.command.Action;
import io.customer360.ui.command.ActionPalette;
import io.customer360.ui.command.ActionRegistry;
import io.customer360.ui.command.CommandPalette;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.JobsModel;
import io.customer360.ui.job.Latest;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import io.customer360.ui.theme.ScaledPane;
import io.customer360.ui.theme.ThemeManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window: frame, screens, palette, keys. Made once from a [WorkbenchModel] on the FX thread.
///
/// ```java
/// WorkbenchWindow window = new WorkbenchWindow(model);
/// window.show(stage);
/// ...
/// window.close();
/// ```
public final class WorkbenchWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchWindow.class);

  private static final String MASK = "shell.mask";

  /// From this width on there is room for the rail's words beside three columns.
  private static final double ROOMY = 1400;

  /// Whether single letters act; the settings change it.
  public static final String SINGLE_KEYS = "shell.single-keys";

  private final WorkbenchModel model;
  private final ThemeManager themes;
  private final FxJobs jobs;
  private final JobsModel jobList;
  private final ActionRegistry actions = new ActionRegistry();
  private final ShellNavigator navigator;
  private final DayModel day;
  private final UiContext context;
  private final Map<String, ScreenDefinition> screens = new LinkedHashMap<>();
  private final Map<String, ScreenView> views = new LinkedHashMap<>();
  private final Latest<ShellFacts> facts;
  private final TopBar top;
  private final Rail rail;
  private final StatusBar status;
  private final StackPane host = new StackPane();
  private final HBox todayOnly = Nodes.row(8);
  private final CommandPalette palette;
  private final Scene scene;
  private @Nullable ScreenView shown;
  private volatile String screen = "";

  public WorkbenchWindow(WorkbenchModel model) {
    this.model = model;
    themes = new ThemeManager(model.theme());
    themes.add(Nodes.class, "control.css");
    themes.add(WorkbenchWindow.class, "shell.css");
    themes.add(CommandPalette.class, "command.css");
    jobs = new FxJobs(model.runner());
    jobList = new JobsModel(model.runner(), Platform::runLater);
    status = new StatusBar(jobList, jobs, model.formats());
    day = new DayModel(model.formats().today());
    navigator = new ShellNavigator(screens.keySet(), this::show);
    facts = jobs.latest(this::show, status::failed);
    context =
        new UiContext(
            jobs,
            navigator,
            status,
            model.formats(),
            model.memory(),
            actions,
            themes,
            day,
            this::refreshFacts);
    model.screens().apply(context).forEach(one -> screens.put(one.id(), one));
    List<PaletteProvider> finders = new ArrayList<>(model.palette().apply(context));
    finders.add(new ActionPalette(() -> actions.within(screen)));
    palette = new CommandPalette(jobs, () -> finders);
    ShellActions.of(this, List.copyOf(screens.values()), model.agents().isPresent())
        .forEach(actions::register);
    top =
        new TopBar(
            model.person(),
            actions.keys("shell.palette"),
            palette::open,
            new DayPicker(day, model.formats(), model.days())::show,
            this::toggleMask);
    rail =
        new Rail(
            List.copyOf(screens.values()),
            id -> navigator.go(new Destination.Screen(id)),
            actions.keys("shell.rail"));
    rail.onToggle(this::toggleRail);
    fitRail();

    BorderPane body = new BorderPane(host, null, null, null, rail);
    BorderPane frame = new BorderPane(body, new VBox(top, todayOnly), null, status, null);
    frame.getStyleClass().add("workbench");
    todayOnly.getStyleClass().add("today-only");
    Nodes.visible(todayOnly, false);
    StackPane layers = new StackPane(frame, palette);
    ScaledPane scaled = new ScaledPane(layers);
    scaled.scaleProperty().bind(themes.scaleProperty());
    model.memory().number("shell.scale").ifPresent(themes::chooseScale);
    scene = new Scene(scaled, 1440, 900);
    scene.widthProperty().subscribe(this::fitRail);
    themes.scaleProperty().subscribe(this::fitRail);
    themes.style(scene);
    actions.singleKeys(model.memory().get(SINGLE_KEYS).map(Boolean::parseBoolean).orElse(true));
    actions.install(scene, () -> screen);
    themes.maskedProperty().subscribe(on -> top.masked(on, actions.keys("shell.mask")));
    themes.mask(model.memory().get(MASK).map(Boolean::parseBoolean).orElse(false));
    day.pastProperty().subscribe(past -> showDay());
    jobList.finishedProperty().subscribe(job -> refreshFacts());
    showAgents();
    refreshFacts();
    if (!screens.isEmpty()) {
      navigator.go(new Destination.Screen(screens.keySet().iterator().next()));
    }
  }

  public Scene scene() {
    return scene;
  }

  public UiContext context() {
    return context;
  }

  public CommandPalette palette() {
    return palette;
  }

  /// The id of the screen in front.
  public String screen() {
    return screen;
  }

  /// Shows the window where it was last time; a stage that is shown already stays where it is.
  public void show(Stage stage) {
    stage.setTitle(model.name());
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    StackPane mark = new StackPane(new Mark(64));
    Scene offscreen = new Scene(mark);
    themes.style(offscreen);
    stage.getIcons().add(mark.snapshot(clear, null));
    themes.release(offscreen);
    stage.setScene(scene);
    if (!stage.isShowing()) {
      WindowMemory.restore(stage, model.memory());
      stage.show();
    }
    Optional.ofNullable(shown).ifPresent(ScreenView::focus);
  }

  /// Whether nothing is being read for the screens; for pictures and tests.
  public boolean idle() {
    return jobs.idle();
  }

  /// Pictures leave out what changes from run to run.
  void forPictures() {
    status.memoryShown(false);
  }

  /// Until the person chooses, the rail has words beside the Command Center of a roomy window, and
  /// gives its room to the denser screens and to a small window.
  private void fitRail() {
    boolean wide =
        model
            .memory()
            .get("shell.rail")
            .map("wide"::equals)
            .orElse((screen.isEmpty() || screen.equals(Screens.COMMAND_CENTER)) && roomy());
    if (rail.wide() != wide) {
      rail.wide(wide);
    }
  }

  private boolean roomy() {
    Scene now = host.getScene();
    return now == null || now.getWidth() / themes.scaleProperty().get() >= ROOMY;
  }

  void toggleRail() {
    rail.wide(!rail.wide());
    model.memory().put("shell.rail", rail.wide() ? "wide" : "narrow");
  }

  void zoom(double factor) {
    themes.chooseScale(factor);
    model.memory().put("shell.scale", Double.toString(themes.scaleProperty().get()));
  }

  void toggleMask() {
    boolean on = !themes.maskedProperty().get();
    themes.mask(on);
    model.memory().put(MASK, Boolean.toString(on));
    status.done(Messages.text(on ? "shell.masked" : "shell.unmasked"));
  }

  void today() {
    day.look(day.today());
  }

  /// The day in the top bar, and a line where the screen in front cannot show it.
  private void showDay() {
    Formats formats = model.formats();
    LocalDate now = day.past().orElse(day.today());
    String date = formats.dateLong(now);
    boolean other = day.past().isPresent() || model.days().past();
    top.day(other ? date : Messages.text("shell.as-of.today", date), other);
    ScreenView front = shown;
    boolean cannot = day.past().isPresent() && front != null && !front.followsDay();
    if (model.days().past()) {
      String last = formats.dateLong(day.today());
      tell(Nodes.label(Messages.text("shell.day.past", last)));
    } else {
      tell(Nodes.label(Messages.text("shell.day.only", date)));
      model
          .days()
          .open()
          .ifPresent(
              open ->
                  todayOnly
                      .getChildren()
                      .add(
                          Nodes.link(
                              Messages.text("shell.day.everything", date),
                              () -> open.accept(now))));
      todayOnly.getChildren().add(Nodes.link(Messages.text("shell.day.back"), this::today));
    }
    Nodes.visible(todayOnly, cannot || model.days().past());
  }

  private void tell(Node words) {
    todayOnly.getChildren().setAll(Icons.small("fth-alert-triangle", "warning"), words);
  }

  void toggleAgents() {
    model
        .agents()
        .ifPresent(
            agents ->
                jobs.<Boolean>latest(
                        stopped -> {
                          showAgents(stopped);
                          if (stopped) {
                            status.warn(Messages.text("shell.agents.stopped"));
                          } else {
                            status.done(Messages.text("shell.agents.resumed"));
                          }
                          refreshFacts();
                        },
                        status::failed)
                    .submit(
                        progress -> {
                          boolean stop = !agents.stopped();
                          if (stop) {
                            agents.stop();
                          } else {
                            agents.resume();
                          }
                          return stop;
                        }));
  }

  private void showAgents() {
    model
        .agents()
        .ifPresent(
            agents ->
                jobs.<Boolean>latest(this::showAgents, status::failed)
                    .submit(progress -> agents.stopped()));
  }

  private void showAgents(boolean stopped) {
    top.agents(stopped, actions.keys("shell.agents"), this::toggleAgents);
  }

  private void refreshFacts() {
    facts.submit(progress -> model.facts().call());
  }

  private void show(ShellFacts now) {
    status.facts(now);
    rail.counters(now.counters());
  }

  private void show(Destination destination) {
    ScreenDefinition definition = screens.get(destination.screen());
    if (definition == null) {
      return;
    }
    ScreenView view = view(definition);
    boolean another = view != shown;
    if (another) {
      Sheet.hideAll(scene);
      Optional.ofNullable(shown).ifPresent(ScreenView::hide);
      shown = view;
      screen = definition.id();
      host.getChildren().setAll(view.root());
      rail.select(definition.id());
      fitRail();
      top.menus(actions.within(definition.id()));
    }
    showDay();
    view.show(destination);
    if (another) {
      view.focus();
    }
  }

  private ScreenView view(ScreenDefinition definition) {
    ScreenView built = views.get(definition.id());
    if (built == null) {
      ScreenView made = build(definition);
      made.actions().forEach(action -> actions.register(action.onScreen(definition.id())));
      views.put(definition.id(), made);
      built = made;
    }
    return built;
  }

  /// A screen that cannot be built must not take the window with it.
  private static ScreenView build(ScreenDefinition definition) {
    try {
      return definition.view().get();
    } catch (RuntimeException failure) {
      LOG.error("Screen {} could not be opened", definition.id(), failure);
      StackPane words = new StackPane(Nodes.label(Messages.text("shell.screen.failed"), "section"));
      return new ScreenView() {
        @Override
        public Node root() {
          return words;
        }
      };
    }
  }

  /// Every action there can be, with all screens built; for the check of the keys.
  public List<Action> buildAll() {
    screens.values().forEach(this::view);
    return actions.all();
  }

  @Override
  public void close() {
    views.values().forEach(ScreenView::close);
    status.close();
    jobList.close();
    facts.close();
    jobs.close();
    themes.close();
    model.memory().save();
  }
}
