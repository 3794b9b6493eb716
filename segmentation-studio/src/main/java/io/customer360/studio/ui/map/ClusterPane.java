package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.cluster.reading.ClusterMap.Projection;
import io.customer360.studio.cluster.reading.Dendrogram;
import io.customer360.studio.cluster.reading.SilhouettePlot;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.Plane;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The middle of the studio: the map of clusters, their silhouettes or their tree, over the
/// heat-map of what is typical of each.
public final class ClusterPane {
  private final UiContext context;
  private final ClusterModel model;
  private final LongSupplier segmentPeople;
  private final PaneHeader header = new PaneHeader(Messages.text("studio.map"));
  private final Segmented view =
      new Segmented(
          Messages.text("studio.view"),
          Messages.text("studio.view.map"),
          Messages.text("studio.view.silhouette"),
          Messages.text("studio.view.tree"),
          Messages.text("studio.view.drift"));
  private final Segmented projection =
      new Segmented(Messages.text("studio.projection"), "PCA", "t-SNE");
  private final ClusterMapView map;
  private final SilhouetteView silhouettes;
  private final DendrogramView tree;
  private final DriftView drift;
  private final StackPane upper = new StackPane();
  private final ProfilePane profile;
  private final Node root;

  /// @param segmentPeople how many people the segment on screen has
  /// @param make begins a segment with a title and a tree
  /// @param listed is told that there is a new list
  public ClusterPane(
      UiContext context,
      ClusterModel model,
      LongSupplier segmentPeople,
      BiConsumer<String, Rule> make,
      Runnable listed) {
    this.context = context;
    this.model = model;
    this.segmentPeople = segmentPeople;
    map = new ClusterMapView(context.formats(), model::choose, model::pick);
    silhouettes = new SilhouetteView(context.formats(), model::choose);
    tree = new DendrogramView(context.formats(), model::choose);
    drift = new DriftView(context, model.kept(), model, listed);
    profile =
        new ProfilePane(
            context.formats(), model, new PickedBar(context, model, make, listed).root());
    header.right(view, projection);
    Pane above = new Pane(new VBox(header, new SetupStrip(model).root()), upper);
    root = Panes.down(context.memory(), "studio.map", new double[] {0.62}, above, profile.root());
    model.found().subscribe(this::show);
    model.plane().subscribe(load -> onPlane());
    model.inside().subscribe(in -> map.inside(in, segmentPeople.getAsLong()));
    model.chosen().subscribe(chosen -> choose(chosen.intValue()));
    model
        .lasso()
        .subscribe(
            lasso -> {
              if (lasso == null) {
                map.clearLasso();
              }
            });
    view.selectedProperty().subscribe(index -> onPlane());
    projection
        .selectedProperty()
        .subscribe(index -> model.project(Projection.values()[index.intValue()]));
  }

  public Node root() {
    return root;
  }

  /// To the heat-map.
  public void focusHeatMap() {
    profile.focus();
  }

  /// Shows the map (0), the silhouettes (1), the tree (2) or what changed since one was kept (3).
  public void view(int index) {
    view.select(index);
  }

  /// Shows the plane of principal components, or that of neighbours.
  public void project(Projection next) {
    projection.select(next.ordinal());
  }

  private void show(Load<Discovery.Found> load) {
    Discovery.Found now = load.value();
    upper.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    switch (load) {
      case Load.Failed<Discovery.Found>(var fault) -> {
        upper.getChildren().setAll(ErrorState.retry(fault, model::run));
        profile.clear();
      }
      case Load.Idle<Discovery.Found> idle ->
          upper
              .getChildren()
              .setAll(
                  new EmptyState(
                      "fth-pie-chart",
                      Messages.text("studio.cluster.empty"),
                      Messages.text("studio.cluster.empty.words"),
                      Nodes.button(Messages.text("studio.cluster.run"), model::run)));
      default -> {
        if (now == null) {
          Skeleton skeleton = new Skeleton(12, 20, -1, -1, -1, -1, -1);
          skeleton.setPadding(new Insets(24));
          upper.getChildren().setAll(skeleton);
        } else if (load instanceof Load.Ready<?>) {
          fill(now);
        }
      }
    }
  }

  private void fill(Discovery.Found now) {
    SilhouettePlot plot = now.silhouettes();
    if (plot != null) {
      silhouettes.show(now, plot);
    }
    Dendrogram merges = now.tree();
    if (merges != null) {
      tree.show(now, merges);
    }
    profile.show(now);
    onPlane();
  }

  /// Puts the view that is asked for in its place.
  private void onPlane() {
    Discovery.Found now = model.found().get().value();
    Nodes.visible(projection, view.selected() == 0);
    if (now == null || model.found().get() instanceof Load.Failed<?>) {
      return;
    }
    switch (view.selected()) {
      case 1 -> {
        SilhouettePlot plot = now.silhouettes();
        plot(
            plot == null ? null : silhouettes,
            plot == null ? "" : SilhouetteView.words(plot, context.formats()));
      }
      case 2 -> {
        Dendrogram merges = now.tree();
        plot(
            merges == null ? null : tree,
            merges == null ? "" : DendrogramView.words(merges, now.groups().size()));
      }
      case 3 -> {
        drift.show();
        upper.getChildren().setAll(drift.root());
      }
      default -> map(now);
    }
  }

  private void plot(@org.jspecify.annotations.Nullable Node shown, String words) {
    if (shown == null) {
      upper
          .getChildren()
          .setAll(
              new EmptyState(
                  "fth-pie-chart",
                  Messages.text("studio.plot.none"),
                  Messages.text("studio.plot.none.words")));
      return;
    }
    BorderPane box = new BorderPane(shown);
    var sentence = Nodes.wrapped(words, "caption", "muted", "plot-words");
    box.setTop(sentence);
    upper.getChildren().setAll(box);
  }

  private void map(Discovery.Found now) {
    Load<Plane> load = model.plane().get();
    if (load instanceof Load.Failed<Plane>(var fault)) {
      upper.getChildren().setAll(ErrorState.retry(fault, model::run));
      return;
    }
    Plane plane = load.value();
    if (plane == null) {
      return;
    }
    map.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    if (load instanceof Load.Ready<?>) {
      map.show(now, plane);
      map.inside(model.inside().get(), segmentPeople.getAsLong());
      map.note(note(now, plane));
    }
    upper.getChildren().setAll(map);
  }

  private String note(Discovery.Found now, Plane plane) {
    Formats formats = context.formats();
    String done =
        Messages.text(
            "studio.map.fact",
            SetupStrip.name(Algorithm.valueOf(now.report().algorithm().toUpperCase(Locale.ROOT))),
            formats.count(now.groups().size()),
            formats.count(now.report().n()),
            Long.toString(now.report().seed()));
    String seen =
        plane.projection() == Projection.TSNE
            ? Messages.text(
                "studio.map.near",
                formats.count(plane.size()),
                Double.isNaN(plane.neighboursKept())
                    ? "\u2013"
                    : formats.score(plane.neighboursKept()))
            : Messages.text("studio.map.straight", formats.percent(plane.explained()));
    return done + "\n" + seen;
  }

  private void choose(int chosen) {
    map.chosen(chosen);
    silhouettes.chosen(chosen);
    tree.chosen(chosen);
  }
}
