package io.customer360.ui.identity;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The records of a cluster and what ties them, grouped by customer. Drag pans, Ctrl wheel, plus
/// and minus zoom, 0 shows everything, arrows walk from record to record. Colours come from the
/// style sheet. FX thread only.
final class ClusterGraph extends Region {
  private static final StyleablePropertyFactory<ClusterGraph> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double EDGE = 18;

  private final Map<String, StyleableProperty<Color>> properties = new HashMap<>();
  private final List<StyleableProperty<Color>> groupColours = new ArrayList<>();
  private final StyleableProperty<Color> line = colour("line");
  private final StyleableProperty<Color> accent = colour("accent");
  private final StyleableProperty<Color> text = colour("text");
  private final StyleableProperty<Color> muted = colour("muted");
  private final StyleableProperty<Color> surface = colour("surface");
  private final Canvas canvas = new Canvas();
  private @Nullable ClusterPlan plan;
  private @Nullable ClusterPainter painter;
  private double largest = 76;
  private boolean masked;
  private boolean touched;
  private double scale = 1;
  private double dx;
  private double dy;
  private double dragX;
  private double dragY;
  private int picked = -1;

  ClusterGraph() {
    getStyleClass().add("cluster-graph");
    for (int i = 1; i <= 7; i++) {
      groupColours.add(colour("group-" + i));
    }
    canvas.setManaged(false);
    getChildren().add(canvas);
    setFocusTraversable(true);
    setMinSize(160, 160);
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, Messages.text("identity.graph"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pick(near(event.getX(), event.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> pick(-1));
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private StyleableProperty<Color> colour(String name) {
    // Grey until the sheet is read; a change of theme arrives here as well.
    SimpleStyleableObjectProperty<Color> property =
        new SimpleStyleableObjectProperty<>(
            FACTORY.createColorCssMetaData(
                "-graph-" + name, graph -> graph.property(name), Color.GRAY, false),
            this,
            name,
            Color.GRAY);
    property.subscribe(() -> requestLayout());
    properties.put(name, property);
    return property;
  }

  private StyleableProperty<Color> property(String name) {
    return Objects.requireNonNull(properties.get(name));
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /// Shows this cluster, all of it.
  void show(
      ClusterPlan next,
      String left,
      String right,
      Function<String, String> sourceWords,
      String words) {
    plan = next;
    painter = new ClusterPainter(next, left, right, sourceWords);
    touched = false;
    picked = -1;
    setAccessibleText(words);
    setAccessibleHelp("");
    requestLayout();
  }

  /// Shows ids in place of names while names are covered.
  void masked(boolean on) {
    masked = on;
    draw();
  }

  /// How many pixels a link may be long when everything fits; 76 unless told.
  void largest(double pixels) {
    largest = pixels;
  }

  void clear() {
    plan = null;
    painter = null;
    requestLayout();
  }

  private void fit(ClusterPlan shown) {
    double room = EDGE * 2;
    double name = 20;
    scale =
        Math.clamp(
            Math.min(
                (getWidth() - room) / Math.max(1, shown.width()),
                (getHeight() - room - name) / Math.max(1, shown.height())),
            0.5,
            largest);
    dx = (getWidth() - shown.width() * scale) / 2;
    dy = (getHeight() - shown.height() * scale + name) / 2;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.max(1, getWidth()));
    canvas.setHeight(Math.max(1, getHeight()));
    if (plan != null && !touched) {
      fit(plan);
    }
    draw();
  }

  /// Draws at once; also what a measurement calls.
  void draw() {
    if (painter == null) {
      canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      return;
    }
    painter.draw(
        canvas.getGraphicsContext2D(),
        new ClusterPainter.View(getWidth(), getHeight(), scale, dx, dy, picked, masked),
        new ClusterPainter.Paints(
            groupColours.stream().map(StyleableProperty::getValue).toList(),
            line.getValue(),
            accent.getValue(),
            text.getValue(),
            muted.getValue(),
            surface.getValue()),
        getScene() == null || getScene().getWindow() == null
            ? 1
            : getScene().getWindow().getRenderScaleX());
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragX = event.getX() - dx;
    dragY = event.getY() - dy;
  }

  private void drag(MouseEvent event) {
    pan(event.getX() - dragX - dx, event.getY() - dragY - dy);
    event.consume();
  }

  /// Moves the picture by so many pixels.
  void pan(double byX, double byY) {
    touched = true;
    dx += byX;
    dy += byY;
    draw();
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      zoom(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15, event.getX(), event.getY());
    } else {
      pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  private void zoom(double factor, double x, double y) {
    touched = true;
    double next = Math.clamp(scale * factor, 0.5, 240);
    double real = next / scale;
    dx = x - (x - dx) * real;
    dy = y - (y - dy) * real;
    scale = next;
    draw();
  }

  private int near(double x, double y) {
    ClusterPlan shown = plan;
    int best = -1;
    double least = 14 * 14;
    for (int i = 0; shown != null && i < shown.x().length; i++) {
      double ux = shown.x()[i] * scale + dx - x;
      double uy = shown.y()[i] * scale + dy - y;
      if (ux * ux + uy * uy < least) {
        least = ux * ux + uy * uy;
        best = i;
      }
    }
    return best;
  }

  private void pick(int node) {
    if (node != picked) {
      picked = node;
      if (plan != null && node >= 0) {
        setAccessibleHelp(plan.nodes().get(node).record() + ", " + plan.nodes().get(node).name());
      }
      draw();
    }
  }

  private void key(KeyEvent event) {
    boolean used = true;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoom(1.2, getWidth() / 2, getHeight() / 2);
      case MINUS, SUBTRACT -> zoom(1 / 1.2, getWidth() / 2, getHeight() / 2);
      case DIGIT0, NUMPAD0 -> {
        touched = false;
        requestLayout();
      }
      case LEFT -> walk(-1, 0);
      case RIGHT -> walk(1, 0);
      case UP -> walk(0, -1);
      case DOWN -> walk(0, 1);
      default -> used = false;
    }
    if (used) {
      event.consume();
    }
  }

  /// To the nearest record in that direction.
  private void walk(int wayX, int wayY) {
    ClusterPlan shown = plan;
    if (shown == null || shown.nodes().isEmpty()) {
      return;
    }
    if (picked < 0) {
      pick(0);
      return;
    }
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < shown.x().length; i++) {
      double ux = shown.x()[i] - shown.x()[picked];
      double uy = shown.y()[i] - shown.y()[picked];
      double along = ux * wayX + uy * wayY;
      double across = Math.abs(ux * wayY) + Math.abs(uy * wayX);
      if (i != picked && along > 1e-6 && along + 2 * across < least) {
        least = along + 2 * across;
        best = i;
      }
    }
    if (best >= 0) {
      pick(best);
    }
  }
}
