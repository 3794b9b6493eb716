package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Discovery;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is typical of each cluster, in standard deviations, with how good the clusters are.
final class ProfilePane {
  private static final int COLUMNS = 7;

  private final Formats formats;
  private final ClusterModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("studio.profile"));
  private final BorderPane root = new BorderPane();
  private HeatMap heat = new HeatMap("", List.of(), "", "", List.of());

  /// @param foot stands under the heat-map
  ProfilePane(Formats formats, ClusterModel model, Node foot) {
    this.formats = formats;
    this.model = model;
    root.setTop(header);
    root.setBottom(foot);
    root.getStyleClass().add("pane");
    root.setMinHeight(120);
  }

  Region root() {
    return root;
  }

  void focus() {
    heat.requestFocus();
    if (heat.selectedProperty().get() == null) {
      heat.select(new HeatMap.Spot(0, 0));
    }
  }

  void clear() {
    root.setCenter(null);
    header.fact("");
    header.right();
  }

  void show(Discovery.Found now) {
    Double silhouette = now.report().silhouette();
    var stability = now.report().stability();
    header.fact(Messages.text("studio.profile.fact"));
    header.right(
        Nodes.label(
            Messages.text(
                "studio.profile.quality",
                silhouette == null ? "\u2013" : formats.score(silhouette),
                stability == null ? "\u2013" : formats.score(stability.adjustedRand())),
            "caption",
            "muted",
            "num"));
    heat = heat(now);
    VBox box = new VBox(8, heat, legend());
    box.getStyleClass().add("heat-box");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Messages.text("studio.profile"));
    root.setCenter(scroll);
  }

  private static HBox legend() {
    HBox steps = Nodes.row(3);
    for (String step : List.of("m3", "m2", "m1", "0", "p1", "p2", "p3")) {
      Region box = new Region();
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

  private HeatMap heat(Discovery.Found now) {
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
              ClusterColours.mark(i),
              "",
              formats.number(group.customers() == 0 ? 0 : group.margin12m() / group.customers(), 0),
              false,
              cells));
    }
    HeatMap made =
        new HeatMap(
                Messages.text("studio.profile.words"),
                shown.stream().map(now.features()::get).toList(),
                "",
                Messages.text("studio.value-each", formats.currencySymbol()),
                lines)
            .nameWidth(146)
            .tailWords(Messages.text("studio.value-each.words", formats.currencySymbol()));
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
            .sorted(Comparator.comparingDouble((Integer i) -> -spread(now, i)))
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
}
