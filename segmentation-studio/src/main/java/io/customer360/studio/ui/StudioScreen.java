package io.customer360.studio.ui;

import io.customer360.studio.desk.FieldValues;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.ui.map.ClusterModel;
import io.customer360.studio.ui.map.ClusterPane;
import io.customer360.studio.ui.rules.CatalogModel;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.studio.ui.rules.RulesPane;
import io.customer360.ui.command.Action;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The Segmentation Studio: rules, the map of clusters, and the people.
public final class StudioScreen implements ScreenView {
  private final UiContext context;
  private final DraftModel draft;
  private final CatalogModel catalog;
  private final ClusterModel clusters;
  private final StudioDeeds deeds;
  private final StudioHeader header;
  private final RulesPane rules;
  private final ClusterPane map;
  private final BorderPane root = new BorderPane();

  /// @param values reads the values of fields
  /// @param saveAs asks where to write a file, given a first name for it
  public StudioScreen(
      UiContext context,
      DraftModel draft,
      CatalogModel catalog,
      ClusterModel clusters,
      Supplier<FieldValues> values,
      Function<String, Optional<Path>> saveAs) {
    this.context = context;
    this.draft = draft;
    this.catalog = catalog;
    this.clusters = clusters;
    context.themes().add(StudioScreen.class, "studio.css");
    deeds = new StudioDeeds(context, draft, catalog, saveAs);
    header = new StudioHeader(context, draft, deeds);
    rules = new RulesPane(context, draft, catalog, values, new StackPane());
    map = new ClusterPane(context, clusters, this::people, this::make, catalog::reload);
    PeoplePane people = new PeoplePane(context, draft);
    SplitPane panes =
        Panes.across(
            context.memory(),
            "studio.panes",
            new double[] {0.29, 0.70},
            rules.root(),
            map.root(),
            people.root());
    SplitPane.setResizableWithParent(rules.root(), false);
    root.getStyleClass().add("studio-screen");
    root.setTop(header.root());
    root.setCenter(panes);
    draft
        .counted()
        .subscribe(
            load -> {
              if (load instanceof Load.Ready<?>) {
                clusters.segmentChanged();
              }
            });
  }

  public static ScreenDefinition definition(Supplier<StudioScreen> screen) {
    return ScreenDefinition.of(
        Screens.SEGMENTS, Messages.text("studio.title"), "fth-pie-chart", "Shortcut+4", screen);
  }

  private long people() {
    DraftModel.Counted now = draft.counted().get().value();
    return now == null ? 0 : now.count().customers();
  }

  private void make(String title, Rule rule) {
    rules.rules();
    draft.begin(title, rule);
    context.notifier().done(Messages.text("studio.made", title));
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    catalog.reload();
    if (destination instanceof Destination.Segment(String name, String sql)) {
      rules.rules();
      draft.beginSql(name, sql);
    } else if (draft.counted().get() instanceof Load.Idle<?>) {
      draft.begin(Messages.text("studio.new"), Rule.EVERYONE);
    } else {
      draft.count();
    }
    if (clusters.untouched()) {
      clusters.run();
    }
  }

  @Override
  public void focus() {
    rules.focus();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        action("save", "fth-save", "Shortcut+S", deeds::save).in(Action.Menu.FILE),
        action("export", "fth-download", "Shortcut+E", deeds::export).in(Action.Menu.FILE),
        action("undo", "fth-corner-up-left", "Shortcut+Z", () -> back(false)).in(Action.Menu.EDIT),
        action("redo", "fth-corner-up-right", "Shortcut+Shift+Z", () -> back(true))
            .in(Action.Menu.EDIT),
        action("add", "fth-plus", "Shortcut+Enter", rules::add),
        action("group", "fth-folder-plus", "Shortcut+G", rules::group),
        action("sql.edit", "fth-code", "Shortcut+SLASH", rules::twin).in(Action.Menu.VIEW),
        action("heat-map", "fth-grid", "M", map::focusHeatMap),
        Action.of("studio.segments", Messages.text("studio.open"), "fth-folder", rules::segments),
        Action.of("studio.rename", Messages.text("studio.rename"), "fth-edit-2", header::rename),
        Action.of("studio.again", Messages.text("studio.cluster.run"), "fth-cpu", clusters::run)
            .in(Action.Menu.RUN));
  }

  private static Action action(String key, String icon, String keys, Runnable run) {
    return Action.of("studio." + key, Messages.text("studio." + key), icon, run).on(keys);
  }

  /// In a text field the keys are the field's.
  private void back(boolean forth) {
    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    if (owner instanceof TextInputControl field) {
      if (forth) {
        field.redo();
      } else {
        field.undo();
      }
    } else if (forth) {
      draft.redo();
    } else {
      draft.undo();
    }
  }

  @Override
  public void close() {
    draft.close();
    catalog.close();
    clusters.close();
  }
}
