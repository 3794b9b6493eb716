package io.customer360.studio.ui;

import io.customer360.studio.desk.FieldValues;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.ui.activate.ActivationModel;
import io.customer360.studio.ui.activate.ActivationSheet;
import io.customer360.studio.ui.alike.AlikeModel;
import io.customer360.studio.ui.alike.AlikeSheet;
import io.customer360.studio.ui.apart.ApartModel;
import io.customer360.studio.ui.apart.ApartPane;
import io.customer360.studio.ui.catalog.LifePane;
import io.customer360.studio.ui.catalog.SegmentsModel;
import io.customer360.studio.ui.catalog.SegmentsView;
import io.customer360.studio.ui.empty.NoCustomers;
import io.customer360.studio.ui.list.ListModel;
import io.customer360.studio.ui.list.ListPane;
import io.customer360.studio.ui.map.ClusterModel;
import io.customer360.studio.ui.map.ClusterPane;
import io.customer360.studio.ui.rules.CatalogModel;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.studio.ui.rules.RulesPane;
import io.customer360.studio.ui.rules.SideTab;
import io.customer360.studio.ui.rules.WordsModel;
import io.customer360.ui.command.Action;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Pane;
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

/// The Segmentation Studio: rules, the map of clusters, and the people.
public final class StudioScreen implements ScreenView {
  private final UiContext context;
  private final DraftModel draft;
  private final CatalogModel catalog;
  private final ClusterModel clusters;
  private final WordsModel words;
  private final ApartModel apart;
  private final StudioDeeds deeds;
  private final StudioHeader header;
  private final SegmentsModel segments;
  private final ActivationModel activation;
  private final ListModel lists;
  private final SegmentsView list;
  private final RulesPane rules;
  private final SplitPane panes;
  private final ClusterPane map;
  private final AlikeSheet alike;
  private final BorderPane root = new BorderPane();
  private final Node nobody;

  /// @param values reads the values of fields
  /// @param saveAs asks where to write a file, given a first name for it
  /// @param openFile asks for a file to read
  public StudioScreen(
      UiContext context,
      DraftModel draft,
      CatalogModel catalog,
      ClusterModel clusters,
      WordsModel words,
      ApartModel apart,
      SegmentsModel segments,
      ActivationModel activation,
      AlikeModel alikes,
      ListModel lists,
      Supplier<FieldValues> values,
      Function<String, Optional<Path>> saveAs,
      Supplier<Optional<Path>> openFile) {
    this.context = context;
    nobody = NoCustomers.page(context);
    this.draft = draft;
    this.catalog = catalog;
    this.clusters = clusters;
    this.words = words;
    this.apart = apart;
    this.segments = segments;
    this.activation = activation;
    this.lists = lists;
    context.themes().add(StudioScreen.class, "studio.css");
    ActivationSheet sheet = new ActivationSheet(context, activation, saveAs);
    deeds =
        new StudioDeeds(
            context,
            draft,
            catalog,
            saveAs,
            segment -> {
              if (root.getScene() != null) {
                sheet.show(root.getScene(), segment);
              }
            },
            this::name);
    header = new StudioHeader(context, draft, deeds, this::list);
    LifePane life = new LifePane(context, segments, this::restore);
    ListPane people =
        new ListPane(
            context,
            lists,
            openFile,
            segment -> {
              draft.open(segment);
              deeds.replaced("");
              catalog.reload();
              context.refresh().run();
            });
    rules =
        new RulesPane(
            context,
            draft,
            catalog,
            values,
            words,
            List.of(
                new SideTab(
                    Messages.text("studio.list"),
                    people.root(),
                    segment -> "",
                    () -> people.show(listed())),
                new SideTab(
                    Messages.text("studio.versions"),
                    life.root(),
                    segment -> segment == null ? "" : context.formats().count(segment.version()),
                    this::look)));
    list =
        new SegmentsView(
            context,
            segments,
            (title, rule) -> {
              editor();
              make(title, rule);
            },
            () -> {
              editor();
              deeds.begin();
            },
            segment -> {
              editor();
              rules.rules();
              draft.open(segment);
              deeds.replaced("");
            },
            this::editor);
    alike = new AlikeSheet(context, alikes, catalog::reload);
    map = new ClusterPane(context, clusters, this::people, this::make, catalog::reload);
    ApartPane contrast = new ApartPane(context, apart, catalog, this::condition);
    SplitPane right =
        Panes.down(
            context.memory(),
            "studio.right",
            new double[] {0.47},
            contrast.root(),
            new PeoplePane(context, draft).root());
    right.setMinWidth(Pane.LEAST);
    panes =
        Panes.across(
            context.memory(),
            "studio.panes",
            new double[] {0.297, 0.70},
            rules.root(),
            map.root(),
            right);
    SplitPane.setResizableWithParent(rules.root(), false);
    root.getStyleClass().add("studio-screen");
    editor();
    draft
        .counted()
        .subscribe(
            load -> {
              if (NoCustomers.is(load)) {
                root.setTop(null);
                root.setCenter(nobody);
              } else if (load instanceof Load.Ready<?>) {
                if (root.getCenter() == nobody) {
                  editor();
                }
                clusters.segmentChanged();
              }
            });
  }

  public static ScreenDefinition definition(Supplier<StudioScreen> screen) {
    return ScreenDefinition.of(
        Screens.SEGMENTS, Messages.text("studio.title"), "fth-pie-chart", "Shortcut+4", screen);
  }

  private void editor() {
    root.setTop(header.root());
    root.setCenter(panes);
    look();
  }

  /// The catalog, on the segment that is being edited.
  private void list() {
    if (root.getCenter() == nobody) {
      return;
    }
    SegmentDefinition saved = draft.head().get().saved();
    root.setTop(null);
    root.setCenter(list.root());
    list.show(saved == null ? "" : saved.id());
  }

  /// The id of the list that is being edited; empty when it is none.
  private String listed() {
    SegmentDefinition saved = draft.head().get().saved();
    return saved != null && saved.source() instanceof SegmentSource.StaticList ? saved.id() : "";
  }

  private void look() {
    SegmentDefinition saved = draft.head().get().saved();
    if (saved == null) {
      segments.lookAway();
    } else {
      segments.look(saved);
    }
  }

  private void name(Runnable then) {
    header.rename(Messages.text("studio.save.button"), then);
  }

  private void restore(int version) {
    SegmentDefinition saved = draft.head().get().saved();
    if (saved != null) {
      segments.restore(
          saved.id(),
          version,
          restored -> {
            draft.open(restored);
            deeds.replaced(
                Messages.text(
                    "studio.restored",
                    restored.title(),
                    Integer.toString(version),
                    Integer.toString(restored.version())));
          },
          context.notifier()::failed);
    }
  }

  private long people() {
    DraftModel.Counted now = draft.counted().get().value();
    return now == null ? 0 : now.count().customers();
  }

  private void make(String title, Rule rule) {
    rules.rules();
    draft.begin(title, rule);
    deeds.replaced(Messages.text("studio.made", title));
  }

  /// Adds something found as a condition of the segment.
  private void condition(String title, Rule rule) {
    rules.rules();
    draft.add(rule);
    context.notifier().done(Messages.text("studio.apart.added", title));
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    catalog.reload();
    if (root.getCenter() != panes && !(destination instanceof Destination.Screen)) {
      editor();
    }
    if (destination instanceof Destination.Segment(String name, String sql)) {
      rules.rules();
      draft.beginSql(name, sql);
      deeds.replaced("");
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
        action("activate", "fth-send", "Shortcut+Shift+A", deeds::activate).in(Action.Menu.RUN),
        action("export", "fth-download", "Shortcut+E", deeds::export).in(Action.Menu.FILE),
        action("undo", "fth-corner-up-left", "Shortcut+Z", () -> back(false)).in(Action.Menu.EDIT),
        action("redo", "fth-corner-up-right", "Shortcut+Shift+Z", () -> back(true))
            .in(Action.Menu.EDIT),
        action("add", "fth-plus", "Shortcut+Enter", rules::add),
        action("group", "fth-folder-plus", "Shortcut+G", rules::group),
        action("sql.edit", "fth-code", "Shortcut+SLASH", rules::twin).in(Action.Menu.VIEW),
        action("heat-map", "fth-grid", "M", map::focusHeatMap),
        action("words.go", "fth-message-square", "Shortcut+L", rules::words),
        Action.of("studio.segments", Messages.text("studio.open"), "fth-layers", this::list)
            .on("Shortcut+O")
            .in(Action.Menu.FILE),
        Action.of("studio.rename", Messages.text("studio.rename"), "fth-edit-2", header::rename),
        Action.of("studio.alike", Messages.text("studio.alike"), "fth-user-plus", this::alike)
            .in(Action.Menu.RUN),
        Action.of("studio.again", Messages.text("studio.cluster.run"), "fth-cpu", clusters::run)
            .in(Action.Menu.RUN));
  }

  private void alike() {
    if (root.getScene() != null) {
      alike.show(root.getScene(), draft.head().get().title(), draft.rule().get());
    }
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
    words.close();
    apart.close();
    segments.close();
    activation.close();
    lists.close();
  }
}
