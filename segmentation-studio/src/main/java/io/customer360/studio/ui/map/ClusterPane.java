package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The middle of the studio: the map of clusters over the heat-map of what is typical of each.
public final class ClusterPane {
  private static final int COLUMNS = 7;

  private final UiContext context;
  private final ClusterModel model;
  private final BiConsumer<String, Rule> make;
  private final PaneHeader header = new PaneHeader(Messages.text("studio.map"));
  private final PaneHeader profile = new PaneHeader(Messages.text("studio.profile"));
  private final ClusterMapView map;
  private final StackPane upper = new StackPane();
  private final StackPane lower = new StackPane();
  private final HBox bar = Nodes.row(12);
  private final Node root;
  private HeatMap heat = new HeatMap("", List.of(), "", "", List.of());

  /// @param segmentPeople how many people the segment on screen has
  /// @param make begins a segment with a title and a tree
  public ClusterPane(
      UiContext context,
      ClusterModel model,
      LongSupplier segmentPeople,
      BiConsumer<String, Rule> make) {
    this.context = context;
    this.model = model;
    this.make = make;
    map = new ClusterMapView(context.formats(), model::choose);
    bar.getStyleClass().add("cluster-bar");
    Nodes.visible(bar, false);
    Pane above = new Pane(header, upper);
    BorderPane below = new BorderPane(lower);
    below.setTop(profile);
    below.setBottom(bar);
    below.getStyleClass().add("pane");
    below.setMinHeight(120);
    root = Panes.down(context.memory(), "studio.map", new double[] {0.62}, above, below);
    model.setup().subscribe(this::setup);
    model.found().subscribe(this::show);
    model.inside().subscribe(in -> map.inside(in, segmentPeople.getAsLong()));
    model.chosen().subscribe(chosen -> choose(chosen.intValue()));
  }

  public Node root() {
    return root;
  }

  /// To the heat-map.
  public void focusHeatMap() {
    heat.requestFocus();
    if (heat.selectedProperty().get() == null) {
      heat.select(new HeatMap.Spot(0, 0));
    }
  }

  private void setup(ClusterModel.Setup now) {
    List<Chip.Choice> algorithms = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      algorithms.add(new Chip.Choice(algorithm.id(), name(algorithm)));
    }
    List<Chip.Choice> features = new ArrayList<>();
    for (String set : Discovery.featureSets()) {
      features.add(new Chip.Choice(set, Messages.text("studio.features." + set)));
    }
    List<Chip.Choice> counts = new ArrayList<>();
    counts.add(new Chip.Choice("0", Messages.text("studio.k.auto")));
    for (int k = 2; k <= 12; k++) {
      counts.add(new Chip.Choice(Integer.toString(k), Integer.toString(k)));
    }
    List<Chip.Choice> people =
        List.of(
            new Chip.Choice("false", Messages.text("studio.everyone")),
            new Chip.Choice("true", Messages.text("studio.this-segment")));
    List<Node> chips = new ArrayList<>();
    chips.add(
        Chip.editable(
            "",
            Messages.text(now.segmentOnly() ? "studio.this-segment" : "studio.everyone"),
            Boolean.toString(now.segmentOnly()),
            people,
            value -> model.change(now.segmentOnly(Boolean.parseBoolean(value)))));
    chips.add(
        Chip.editable(
            "",
            Messages.text("studio.features." + now.features()),
            now.features(),
            features,
            value -> model.change(now.features(value))));
    chips.add(
        Chip.editable(
            "",
            name(now.algorithm()),
            now.algorithm().id(),
            algorithms,
            value -> model.change(now.with(Algorithm.valueOf(value.toUpperCase(Locale.ROOT))))));
    if (now.algorithm().needsK()) {
      chips.add(
          Chip.editable(
              "k",
              now.k() == 0 ? Messages.text("studio.k.auto") : Integer.toString(now.k()),
              Integer.toString(now.k()),
              counts,
              value -> model.change(now.clusters(Integer.parseInt(value)))));
    }
    chips.add(
        Chip.filter(
                "",
                Messages.text("studio.log"),
                () -> model.change(now.logarithms(!now.logarithms())))
            .on(now.logarithms()));
    chips.add(
        Nodes.iconButton(
            "fth-refresh-cw",
            Messages.text("studio.cluster.again"),
            () -> model.change(now.seed(now.seed() + 1))));
    header.right(chips.toArray(Node[]::new));
  }

  private static String name(Algorithm algorithm) {
    return Messages.text("studio.algorithm." + algorithm.id());
  }

  private void show(Load<Discovery.Found> load) {
    Discovery.Found now = load.value();
    map.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    switch (load) {
      case Load.Failed<Discovery.Found>(var fault) -> {
        upper.getChildren().setAll(ErrorState.retry(fault, model::run));
        lower.getChildren().clear();
        profile.fact("");
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
    Formats formats = context.formats();
    map.show(now);
    upper.getChildren().setAll(map);
    String k = formats.count(now.groups().size());
    map.note(
        Messages.text(
            "studio.map.fact",
            name(Algorithm.valueOf(now.report().algorithm().toUpperCase(Locale.ROOT))),
            k,
            formats.count(now.report().n()),
            Long.toString(now.report().seed())));
    Double silhouette = now.report().silhouette();
    var stability = now.report().stability();
    profile.fact(Messages.text("studio.profile.fact"));
    profile.right(
        Nodes.label(
            Messages.text(
                "studio.profile.quality",
                silhouette == null ? "\u2013" : formats.score(silhouette),
                stability == null ? "\u2013" : formats.score(stability.adjustedRand())),
            "caption",
            "muted",
            "num"));
    heat = heat(now, -1);
    place(heat);
  }

  private void place(HeatMap shown) {
    VBox box = new VBox(8, shown, legend());
    box.getStyleClass().add("heat-box");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Messages.text("studio.profile"));
    lower.getChildren().setAll(scroll);
  }

  private static HBox legend() {
    HBox steps = Nodes.row(3);
    for (String step : List.of("m3", "m2", "m1", "0", "p1", "p2", "p3")) {
      javafx.scene.layout.Region box = new javafx.scene.layout.Region();
      box.getStyleClass().add("heat-div-" + step);
      box.setMinSize(18, 8);
      box.setMaxSize(18, 8);
      steps.getChildren().add(box);
    }
    return Nodes.row(
        8,
        Nodes.label(Messages.text("studio.below"), "footnote", "muted"),
        steps,
        Nodes.label(Messages.text("studio.above"), "footnote", "muted"),
        Nodes.spacer(),
        Nodes.label(Messages.text("studio.heat.hint"), "footnote", "muted"));
  }

  private HeatMap heat(Discovery.Found now, int chosen) {
    Formats formats = context.formats();
    int columns = Math.min(now.features().size(), COLUMNS);
    List<Integer> shown = strongest(now, columns);
    List<HeatMap.Line> lines = new ArrayList<>();
    for (int i = 0; i < now.groups().size(); i++) {
      Discovery.Group group = now.groups().get(i);
      List<HeatMap.Cell> cells = new ArrayList<>();
      for (int feature : shown) {
        double away = group.deviations()[feature];
        cells.add(
            new HeatMap.Cell(
                formats.signed(away, 1),
                "heat-div-" + step(away),
                Messages.text(
                    "studio.heat.cell",
                    now.features().get(feature),
                    formats.signed(away, 2),
                    group.name())));
      }
      lines.add(
          new HeatMap.Line(
              group.name(),
              ClusterMapView.mark(i),
              "",
              formats.number(group.customers() == 0 ? 0 : group.margin12m() / group.customers(), 0),
              i == chosen,
              cells));
    }
    HeatMap made =
        new HeatMap(
                Messages.text("studio.profile.words"),
                shown.stream().map(now.features()::get).toList(),
                "",
                Messages.text("studio.value-each", formats.currencySymbol()),
                lines)
            .nameWidth(146);
    made.onOpen(spot -> model.choose(spot.row()));
    made.selectedProperty()
        .subscribe(
            spot -> {
              if (spot != null && model.chosen().get() != spot.row()) {
                model.choose(spot.row());
              }
            });
    return made;
  }

  /// The features in which the clusters differ most, in their own order.
  private static List<Integer> strongest(Discovery.Found now, int most) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < now.features().size(); i++) {
      all.add(i);
    }
    List<Integer> kept =
        all.stream()
            .sorted(java.util.Comparator.comparingDouble((Integer i) -> -spread(now, i)))
            .limit(most)
            .toList();
    return all.stream().filter(kept::contains).toList();
  }

  private static double spread(Discovery.Found now, int feature) {
    return now.groups().stream()
        .mapToDouble(group -> Math.abs(group.deviations()[feature]))
        .max()
        .orElse(0);
  }

  /// Steps of half a deviation around the middle.
  static String step(double away) {
    double size = Math.abs(away);
    int step = size < 0.25 ? 0 : size < 0.75 ? 1 : size < 1.5 ? 2 : 3;
    return step == 0 ? "0" : (away < 0 ? "m" : "p") + step;
  }

  private void choose(int chosen) {
    map.chosen(chosen);
    Discovery.Found now = model.found().get().value();
    Nodes.visible(bar, now != null && chosen >= 0);
    if (now == null || chosen < 0 || chosen >= now.groups().size()) {
      return;
    }
    Discovery.Group group = now.groups().get(chosen);
    Formats formats = context.formats();
    VBox words =
        new VBox(
            2,
            Nodes.label(
                Messages.text(
                    "studio.cluster.chosen",
                    group.name(),
                    formats.count(group.customers()),
                    formats.share(group.share()),
                    formats.money(group.margin12m())),
                "strong"),
            Nodes.wrapped(
                Messages.text(
                    "studio.cluster.rule",
                    group.words(),
                    formats.percent(group.precision()),
                    formats.percent(group.recall())),
                "caption",
                "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    bar.getChildren()
        .setAll(
            words,
            Nodes.button(
                Messages.text("studio.make"),
                "fth-pie-chart",
                () -> make.accept(group.name(), group.rule())));
  }
}
