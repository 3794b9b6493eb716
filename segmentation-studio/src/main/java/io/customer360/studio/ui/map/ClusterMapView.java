package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Discovery;
import io.customer360.studio.ui.chart.LabelPlacement;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A sample of customers on a plane, coloured by cluster, those of the segment on screen on top.
/// Labels never cover each other. The points are one picture, drawn anew when something changed.
final class ClusterMapView extends Region {
  static final int COLOURS = 8;
  private static final double DOT = 1.9;

  private final Formats formats;
  private final IntConsumer choose;
  private final Canvas canvas = new Canvas();
  private final List<Region> swatches = new ArrayList<>();
  private final List<Button> labels = new ArrayList<>();
  private final VBox note = new VBox();
  private final Label facts = Nodes.label("", "footnote", "muted", "num");
  private final Rectangle clip = new Rectangle();
  private Discovery.@Nullable Found found;
  private boolean @Nullable [] inside;
  private long insidePeople;
  private int chosen = -1;
  private double lowX;
  private double highX;
  private double lowY;
  private double highY;
  private double[][] middles = new double[0][];

  ClusterMapView(Formats formats, IntConsumer choose) {
    this.formats = formats;
    this.choose = choose;
    getStyleClass().add("cluster-map");
    canvas.setManaged(false);
    canvas.setOnMouseClicked(event -> pick(event.getX(), event.getY()));
    getChildren().add(canvas);
    for (int i = 0; i <= COLOURS + 1; i++) {
      Region swatch = new Region();
      swatch.getStyleClass().add("cluster-swatch-" + i);
      swatch.setManaged(false);
      swatch.setMouseTransparent(true);
      swatch.backgroundProperty().subscribe(this::draw);
      swatches.add(swatch);
      getChildren().add(swatch);
    }
    note.getStyleClass().add("cluster-note");
    note.setManaged(false);
    note.setMouseTransparent(true);
    note.setVisible(false);
    getChildren().add(note);
    facts.setManaged(false);
    facts.setMouseTransparent(true);
    getChildren().add(facts);
    setClip(clip);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(180);
  }

  /// Style class of a cluster's dot: clusters beyond the colours share the last.
  static String mark(int cluster) {
    return "cluster-" + (Math.min(cluster, COLOURS - 1) + 1);
  }

  void show(Discovery.Found next) {
    found = next;
    lowX = quantile(next.map().x(), 0.003);
    highX = quantile(next.map().x(), 0.997);
    lowY = quantile(next.map().y(), 0.003);
    highY = quantile(next.map().y(), 0.997);
    middles = middles(next);
    getChildren().removeAll(labels);
    labels.clear();
    for (int i = 0; i < next.groups().size(); i++) {
      Button label = label(next.groups().get(i), i);
      labels.add(label);
      getChildren().add(label);
    }
    setAccessibleText(
        Messages.text(
            "studio.map.words",
            formats.count(next.report().n()),
            formats.count(next.groups().size())));
    requestLayout();
    draw();
  }

  private Button label(Discovery.Group group, int index) {
    Region dot = new Region();
    dot.getStyleClass().addAll("heat-mark", mark(index));
    dot.setMinSize(8, 8);
    dot.setMaxSize(8, 8);
    Label name = Nodes.label(group.name(), "caption", "medium");
    Label size =
        Nodes.label(
            formats.count(group.customers()) + "  " + formats.moneyShort(group.margin12m()),
            "caption",
            "num",
            "muted");
    HBox line = Nodes.row(6, dot, name, size);
    Button label = new Button();
    label.setGraphic(line);
    label.getStyleClass().add("cluster-label");
    label.setAccessibleText(
        Messages.text("studio.map.label", group.name(), formats.count(group.customers())));
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

  /// @param next which customers of the map are in the segment; null: say nothing
  /// @param people of the whole segment
  void inside(boolean @Nullable [] next, long people) {
    inside = next;
    insidePeople = people;
    requestLayout();
    draw();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static double[][] middles(Discovery.Found found) {
    int k = found.groups().size();
    double[][] sums = new double[k][3];
    for (int i = 0; i < found.map().labels().length; i++) {
      int label = found.map().labels()[i];
      if (label >= 0) {
        sums[label][0] += found.map().x()[i];
        sums[label][1] += found.map().y()[i];
        sums[label][2]++;
      }
    }
    for (double[] sum : sums) {
      sum[0] /= Math.max(1, sum[2]);
      sum[1] /= Math.max(1, sum[2]);
    }
    return sums;
  }

  private double x(double value) {
    return 24 + (value - lowX) / Math.max(1e-9, highX - lowX) * (getWidth() - 48);
  }

  private double y(double value) {
    return getHeight() - 24 - (value - lowY) / Math.max(1e-9, highY - lowY) * (getHeight() - 48);
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      draw();
    }
    facts.applyCss();
    facts.resizeRelocate(16, getHeight() - 22, facts.prefWidth(-1), facts.prefHeight(-1));
    List<LabelPlacement.Wanted> wanted = new ArrayList<>();
    Discovery.Found now = found;
    if (now == null) {
      return;
    }
    for (int i = 0; i < labels.size(); i++) {
      Button label = labels.get(i);
      label.applyCss();
      wanted.add(
          new LabelPlacement.Wanted(
              x(middles[i][0]),
              y(middles[i][1]),
              label.prefWidth(-1),
              label.prefHeight(-1),
              now.groups().get(i).customers()));
    }
    double[] mine = segmentMiddle(now);
    note.setVisible(mine[2] > 0);
    if (mine[2] > 0) {
      wanted.add(note(now, mine));
    }
    List<LabelPlacement.Placed> placed = LabelPlacement.place(wanted, getWidth(), getHeight() - 22);
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

  /// Middle of the segment's points, and how many there are.
  private double[] segmentMiddle(Discovery.Found now) {
    boolean[] in = inside;
    double[] sum = new double[3];
    if (in == null || in.length != now.map().x().length) {
      return sum;
    }
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        sum[0] += now.map().x()[i];
        sum[1] += now.map().y()[i];
        sum[2]++;
      }
    }
    sum[0] /= Math.max(1, sum[2]);
    sum[1] /= Math.max(1, sum[2]);
    return sum;
  }

  private LabelPlacement.Wanted note(Discovery.Found now, double[] mine) {
    note.setAlignment(Pos.CENTER_LEFT);
    note.getChildren()
        .setAll(
            Nodes.label(
                Messages.text("studio.map.segment", formats.count(insidePeople)),
                "caption",
                "strong"));
    note.applyCss();
    return new LabelPlacement.Wanted(
        x(mine[0]),
        y(mine[1]) - 28,
        note.prefWidth(-1),
        note.prefHeight(-1),
        now.report().n() * 2.0);
  }

  private void draw() {
    Discovery.Found now = found;
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (now == null || canvas.getWidth() == 0) {
      return;
    }
    int[] of = now.map().labels();
    boolean[] in = inside != null && inside.length == of.length ? inside : null;
    for (int i = 0; i < of.length; i++) {
      if (in == null || !in[i]) {
        boolean quiet = chosen >= 0 && of[i] != chosen;
        g.setGlobalAlpha(quiet ? 0.16 : in == null ? 0.75 : 0.5);
        g.setFill(colour(of[i] < 0 ? COLOURS + 1 : Math.min(of[i], COLOURS - 1)));
        dot(g, now, i, DOT);
      }
    }
    if (in != null) {
      g.setGlobalAlpha(0.9);
      g.setFill(colour(COLOURS));
      for (int i = 0; i < of.length; i++) {
        if (in[i]) {
          dot(g, now, i, DOT + 0.3);
        }
      }
    }
    g.setGlobalAlpha(1);
  }

  private void dot(GraphicsContext g, Discovery.Found now, int i, double size) {
    g.fillOval(x(now.map().x()[i]) - size / 2, y(now.map().y()[i]) - size / 2, size, size);
  }

  /// 0 to 7 clusters, 8 the segment, 9 noise; from the style sheet.
  private Paint colour(int swatch) {
    var background = swatches.get(swatch).getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.TRANSPARENT
        : background.getFills().getFirst().getFill();
  }

  /// Chooses the cluster of the point nearest to a click.
  private void pick(double clickX, double clickY) {
    Discovery.Found now = found;
    if (now == null) {
      return;
    }
    int nearest = -1;
    double least = 14 * 14;
    for (int i = 0; i < now.map().x().length; i++) {
      double dx = x(now.map().x()[i]) - clickX;
      double dy = y(now.map().y()[i]) - clickY;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = now.map().labels()[i];
      }
    }
    if (nearest >= 0) {
      choose.accept(nearest);
    }
  }
}
