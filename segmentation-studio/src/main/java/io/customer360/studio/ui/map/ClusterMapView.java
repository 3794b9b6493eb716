package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.Plane;
import io.customer360.studio.ui.chart.LabelPlacement;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Everybody on a plane, coloured by cluster, the people of the segment on screen on top. Labels
/// never cover each other; a line drawn with the mouse picks people. The picture is drawn anew when
/// something changed.
final class ClusterMapView extends Region {
  private final Formats formats;
  private final IntConsumer choose;
  private final ClusterColours colours = new ClusterColours(this::draw);
  private final PlaneRaster raster = new PlaneRaster();
  private final ImageView picture = new ImageView();
  private final LassoLine lasso;
  private final List<Button> labels = new ArrayList<>();
  private final VBox note = new VBox();
  private final Label facts = Nodes.wrapped("", "footnote", "muted", "num", "map-note");
  private final Leaders leaders = new Leaders();
  private final Rectangle clip = new Rectangle();
  private Discovery.@Nullable Found found;
  private @Nullable Plane plane;
  private PlaneScale scale = new PlaneScale(0, 1, 0, 1);
  private int @Nullable [] inside;
  private long insidePeople;
  private int chosen = -1;
  private double[][] middles = new double[0][];

  /// @param choose is given the cluster of a click
  /// @param pick is given the corners of a line drawn, in the plane's coordinates
  ClusterMapView(Formats formats, IntConsumer choose, LassoLine.Pick pick) {
    this.formats = formats;
    this.choose = choose;
    lasso =
        new LassoLine(
            (x, y) -> {
              for (int i = 0; i < x.length; i++) {
                x[i] = scale.planeX(x[i], getWidth());
                y[i] = scale.planeY(y[i], getHeight());
              }
              pick.picked(x, y);
            },
            this::pick);
    getStyleClass().add("cluster-map");
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    getChildren().add(picture);
    getChildren().addAll(colours.swatches());
    lasso.on(this);
    note.getStyleClass().add("cluster-note");
    note.setManaged(false);
    note.setMouseTransparent(true);
    note.setVisible(false);
    facts.setManaged(false);
    facts.setMouseTransparent(true);
    getChildren().addAll(leaders.root(), lasso.shape(), note, facts);
    setClip(clip);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(180);
  }

  void show(Discovery.Found next, Plane on) {
    found = next;
    plane = on;
    scale = PlaneScale.of(on);
    middles = Middles.of(on, next.groups().size());
    lasso.clear();
    getChildren().removeAll(labels);
    labels.clear();
    for (int i = 0; i < next.groups().size(); i++) {
      Button label = label(next.groups().get(i), i);
      labels.add(label);
      getChildren().add(label);
    }
    chosen(chosen);
    setAccessibleText(
        Messages.text(
            on.projection() == ClusterMap.Projection.TSNE
                ? "studio.map.words.near"
                : "studio.map.words",
            formats.count(on.size()),
            formats.count(next.groups().size())));
    requestLayout();
    draw();
  }

  private Button label(Discovery.Group group, int index) {
    Region dot = new Region();
    dot.getStyleClass().addAll("heat-mark", ClusterColours.mark(index));
    dot.setMinSize(8, 8);
    dot.setMaxSize(8, 8);
    Label name = Nodes.label(group.name(), "caption", "medium");
    Label size = Nodes.label(formats.count(group.customers()), "caption", "num", "muted");
    HBox line = Nodes.row(6, dot, name, size);
    Button label = new Button();
    label.setGraphic(line);
    label.getStyleClass().add("cluster-label");
    label.setAccessibleText(
        Messages.text("studio.map.label", group.name(), formats.count(group.customers())));
    label.setTooltip(
        new Tooltip(
            Messages.text(
                "studio.map.label.margin",
                group.name(),
                formats.count(group.customers()),
                formats.money(group.margin12m()),
                formats.money(
                    group.customers() == 0 ? 0 : group.margin12m() / group.customers()))));
    label.setManaged(false);
    label.setOnAction(event -> choose.accept(index));
    return label;
  }

  /// What was done, at the foot.
  void note(String words) {
    facts.setText(words);
    requestLayout();
  }

  void chosen(int cluster) {
    chosen = cluster;
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setOpacity(cluster < 0 || cluster == i ? 1 : 0.5);
    }
    draw();
  }

  /// Takes the line away.
  void clearLasso() {
    lasso.clear();
  }

  /// @param next places on the plane of people of the segment on screen; null: say nothing
  /// @param people of the whole segment
  void inside(int @Nullable [] next, long people) {
    inside = next;
    insidePeople = people;
    requestLayout();
    draw();
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (picture.getFitWidth() != getWidth() || picture.getFitHeight() != getHeight()) {
      picture.setFitWidth(getWidth());
      picture.setFitHeight(getHeight());
      lasso.clear();
      draw();
    }
    facts.applyCss();
    double wide = Math.min(facts.prefWidth(-1), Math.max(1, getWidth() - 24));
    double foot = facts.prefHeight(wide);
    facts.resizeRelocate(12, getHeight() - foot - 6, wide, foot);
    Plane now = plane;
    Discovery.Found of = found;
    if (now == null || of == null) {
      return;
    }
    List<LabelPlacement.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Button label = labels.get(i);
      label.applyCss();
      wanted.add(
          new LabelPlacement.Wanted(
              scale.x(middles[i][0], getWidth()),
              scale.y(middles[i][1], getHeight()),
              label.prefWidth(-1),
              label.prefHeight(-1),
              of.groups().get(i).customers()));
    }
    int[] mine = inside;
    note.setVisible(mine != null && mine.length > 0);
    if (mine != null && mine.length > 0) {
      wanted.add(note(Middles.of(now, mine), of.report().n() * 2.0));
    }
    List<LabelPlacement.Placed> placed =
        LabelPlacement.place(wanted, getWidth(), getHeight() - foot - 8, raster::covered);
    leaders.show(wanted, placed);
    for (int i = 0; i < placed.size(); i++) {
      Region label = i < labels.size() ? labels.get(i) : note;
      LabelPlacement.Placed at = placed.get(i);
      label.setVisible(at.fits());
      label.resizeRelocate(
          snapPositionX(at.x()),
          snapPositionY(at.y()),
          wanted.get(i).width(),
          wanted.get(i).height());
    }
  }

  private LabelPlacement.Wanted note(double[] mine, double weight) {
    note.setAlignment(Pos.CENTER_LEFT);
    note.getChildren()
        .setAll(
            Nodes.label(
                Messages.text("studio.map.segment", formats.count(insidePeople)),
                "caption",
                "strong"));
    note.applyCss();
    return new LabelPlacement.Wanted(
        scale.x(mine[0], getWidth()),
        scale.y(mine[1], getHeight()),
        note.prefWidth(-1),
        note.prefHeight(-1),
        weight);
  }

  private void draw() {
    Plane now = plane;
    if (now == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double density =
        getScene() == null || getScene().getWindow() == null
            ? 1
            : Math.max(1, getScene().getWindow().getOutputScaleX());
    picture.setImage(
        raster.draw(
            new PlaneRaster.Scene(now, scale, chosen, inside),
            colours,
            getWidth(),
            getHeight(),
            density));
  }

  /// Chooses the cluster of the person nearest to a click.
  private void pick(double clickX, double clickY) {
    Plane now = plane;
    if (now == null) {
      return;
    }
    int nearest = -1;
    double least = 14 * 14;
    for (int i = 0; i < now.size(); i++) {
      double dx = scale.x(now.x()[i], getWidth()) - clickX;
      double dy = scale.y(now.y()[i], getHeight()) - clickY;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = now.labels()[i];
      }
    }
    if (nearest >= 0) {
      choose.accept(nearest);
    }
  }
}
