package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Tables in columns by layer, joined by curves. The selected one lights its path up and down. Drag
/// pans, Ctrl wheel zooms, arrows walk, Enter opens.
public final class LineageGraph extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PATH = PseudoClass.getPseudoClass("path");
  private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
  private static final double TOP = 34;

  /// How far a link within a column swings out.
  private static final double GAP = 18;

  /// More tables than this in a layer and each gets one line instead of two.
  private static final int ROOMY = 8;

  /// More than this and the layer breaks into two columns.
  private static final int TALL = 11;

  /// A table or model.
  ///
  /// @param column from 0, left to right
  /// @param left first fact under the name: rows
  /// @param right second: freshness or time
  public record Item(String id, int column, String name, String left, String right, Tone tone) {}

  public record Edge(String from, String to) {}

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Region> nodes = new LinkedHashMap<>();
  private final List<Edge> edges;
  private final List<CubicCurve> curves = new ArrayList<>();
  private final List<String> titles;
  private final List<Node> heads = new ArrayList<>();
  private final Pane world = new Pane();
  private final Group holder = new Group(world);
  private final Scale zoom = new Scale(1, 1, 0, 0);
  private Consumer<String> onSelect = id -> {};
  private @Nullable String selected;
  private double dragX;
  private double dragY;
  private boolean touched;
  private final LineageLayout layout;
  private final boolean compact;
  private final double height;
  private final double gap;

  public LineageGraph(List<String> columnTitles, List<Item> shown, List<Edge> edges) {
    this.titles = List.copyOf(columnTitles);
    getStyleClass().add("lineage");
    setFocusTraversable(true);
    Nodes.named(
        this,
        AccessibleRole.TREE_VIEW,
        shown.size() + " tables and models, " + edges.size() + " links");
    shown.forEach(item -> items.put(item.id(), item));
    Map<String, Integer> layers = new LinkedHashMap<>();
    shown.forEach(item -> layers.put(item.id(), column(item)));
    layout =
        new LineageLayout(
            layers,
            Math.max(1, titles.size()),
            edges.stream().map(edge -> new LineageLayout.Link(edge.from(), edge.to())).toList(),
            TALL);
    compact = layout.tallest() > ROOMY;
    height = compact ? 26 : 46;
    gap = compact ? 6 : 8;
    this.edges =
        edges.stream()
            .filter(edge -> items.containsKey(edge.from()) && items.containsKey(edge.to()))
            .toList();
    for (Edge edge : this.edges) {
      CubicCurve curve = new CubicCurve();
      curve.getStyleClass().add("lineage-edge");
      curve.setVisible(layout.drawn(edge.from(), edge.to()));
      curves.add(curve);
    }
    world.getChildren().addAll(curves);
    for (String title : titles) {
      Node head = Nodes.label(title, "caption", "strong");
      heads.add(head);
      world.getChildren().add(head);
    }
    for (Item item : shown) {
      Region node = node(item);
      nodes.put(item.id(), node);
      world.getChildren().add(node);
    }
    world.getTransforms().add(zoom);
    world.setManaged(false);
    holder.setManaged(false);
    getChildren().add(holder);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Region node(Item item) {
    boolean alarm = item.tone() == Tone.WARN || item.tone() == Tone.BAD;
    Node state;
    if (item.tone() == Tone.NORMAL || item.tone() == Tone.MUTED) {
      state = new Region();
    } else if (alarm) {
      state = Icons.of("fth-alert-triangle", 12, item.tone().styleClass());
    } else {
      Region dot = new Region();
      dot.getStyleClass().add("lineage-good");
      dot.setMinSize(8, 8);
      dot.setMaxSize(8, 8);
      state = dot;
    }
    Label name = Nodes.label(item.name(), "caption", "medium");
    name.setMinWidth(0);
    Label left = Nodes.label(item.left(), "footnote", "muted", "num");
    Label right = Nodes.label(item.right(), "footnote", "muted", "num");
    VBox box;
    if (compact) {
      // the name as large as fits; its figures are in the tooltip and in the table
      name.getStyleClass().remove("caption");
      name.getStyleClass().add("footnote");
      box = new VBox(Nodes.row(4, name, Nodes.spacer(), state));
      box.setPadding(new Insets(4, 6, 4, 7));
      Tooltip.install(box, new Tooltip(item.name() + "\n" + item.left() + "  " + item.right()));
    } else {
      box =
          new VBox(
              1,
              Nodes.row(6, name, Nodes.spacer(), state),
              Nodes.row(6, left, Nodes.spacer(), right));
      box.setPadding(new Insets(5, 10, 4, 10));
    }
    // Placed by this graph, not by the pane around it.
    box.setManaged(false);
    box.getStyleClass().add("lineage-node");
    Nodes.named(
        box,
        AccessibleRole.BUTTON,
        item.name() + ", " + item.left() + ", " + item.right() + (alarm ? ", needs a look" : ""));
    box.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            select(item.id());
            requestFocus();
          }
        });
    return box;
  }

  public void onSelect(Consumer<String> action) {
    onSelect = action;
  }

  public @Nullable String selected() {
    return selected;
  }

  /// Lights the path through this table, up to the sources and down to what uses it.
  public void select(String id) {
    if (!items.containsKey(id)) {
      return;
    }
    selected = id;
    Set<String> up = reach(id, true);
    Set<String> down = reach(id, false);
    Set<String> path = new HashSet<>(up);
    path.addAll(down);
    nodes.forEach(
        (key, node) -> {
          node.pseudoClassStateChanged(SELECTED, key.equals(id));
          node.pseudoClassStateChanged(PATH, path.contains(key));
        });
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      boolean lit =
          (up.contains(edge.from()) && up.contains(edge.to()))
              || (down.contains(edge.from()) && down.contains(edge.to()));
      boolean near = edge.from().equals(id) || edge.to().equals(id);
      CubicCurve curve = curves.get(i);
      curve.setVisible(near || layout.drawn(edge.from(), edge.to()));
      curve.pseudoClassStateChanged(PATH, lit);
      curve.pseudoClassStateChanged(NEAR, near);
      if (lit) {
        curve.toFront();
      }
    }
    nodes.values().forEach(Node::toFront);
    onSelect.accept(id);
  }

  private Set<String> reach(String start, boolean up) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String at = open.pop();
      for (Edge edge : edges) {
        String here = up ? edge.to() : edge.from();
        String there = up ? edge.from() : edge.to();
        if (here.equals(at) && seen.add(there)) {
          open.push(there);
        }
      }
    }
    return seen;
  }

  /// Shows everything.
  public void fit() {
    touched = false;
    requestLayout();
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragX = event.getX() - holder.getTranslateX();
    dragY = event.getY() - holder.getTranslateY();
  }

  private void drag(MouseEvent event) {
    touched = true;
    holder.setTranslateX(event.getX() - dragX);
    holder.setTranslateY(event.getY() - dragY);
  }

  private void scroll(ScrollEvent event) {
    touched = true;
    if (event.isShortcutDown()) {
      double factor = event.getDeltaY() > 0 ? 1.1 : 1 / 1.1;
      double next = Math.clamp(zoom.getX() * factor, 0.3, 2);
      double real = next / zoom.getX();
      holder.setTranslateX(event.getX() - (event.getX() - holder.getTranslateX()) * real);
      holder.setTranslateY(event.getY() - (event.getY() - holder.getTranslateY()) * real);
      zoom.setX(next);
      zoom.setY(next);
    } else {
      holder.setTranslateX(holder.getTranslateX() + event.getDeltaX());
      holder.setTranslateY(holder.getTranslateY() + event.getDeltaY());
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (items.isEmpty()) {
      return;
    }
    if (selected == null) {
      select(items.keySet().iterator().next());
      return;
    }
    Item at = items.get(selected);
    if (at == null) {
      return;
    }
    String next =
        switch (event.getCode()) {
          case UP -> within(at, -1);
          case DOWN -> within(at, 1);
          case LEFT ->
              edges.stream()
                  .filter(e -> e.to().equals(at.id()))
                  .map(Edge::from)
                  .findFirst()
                  .orElse(at.id());
          case RIGHT ->
              edges.stream()
                  .filter(e -> e.from().equals(at.id()))
                  .map(Edge::to)
                  .findFirst()
                  .orElse(at.id());
          default -> "";
        };
    if (!next.isEmpty()) {
      select(next);
      event.consume();
    }
  }

  private String within(Item at, int step) {
    List<String> column =
        items.keySet().stream()
            .filter(id -> layout.place(id).slot() == layout.place(at.id()).slot())
            .sorted(Comparator.comparingInt(id -> layout.place(id).row()))
            .toList();
    return column.get(Math.floorMod(column.indexOf(at.id()) + step, column.size()));
  }

  @Override
  protected void layoutChildren() {
    int slots = layout.slots();
    double pad = 24;
    double wantedWidth = Math.max(getWidth(), slots * 140 + 2 * pad);
    double wantedHeight = TOP + layout.tallest() * (height + gap) + 16;
    double between = compact ? 0.16 : 0.25;
    double pitch = (wantedWidth - 2 * pad) / (slots - between);
    double width = pitch * (1 - between);
    nodes.forEach(
        (id, node) -> {
          LineageLayout.Place place = layout.place(id);
          int above = layout.tallest() - layout.depth(place.slot());
          double y = TOP + (above / 2.0 + place.row()) * (height + gap);
          node.resizeRelocate(
              snapPositionX(pad + place.slot() * pitch),
              snapPositionY(y),
              Math.floor(width),
              height);
          node.layout();
        });
    for (int i = 0; i < heads.size(); i++) {
      Node head = heads.get(i);
      head.autosize();
      head.relocate(snapPositionX(pad + layout.firstSlot(i) * pitch), 8);
    }
    layoutCurves();
    world.resize(wantedWidth, wantedHeight);
    if (!touched) {
      double scale = Math.min(1, Math.min(getWidth() / wantedWidth, getHeight() / wantedHeight));
      zoom.setX(Math.max(0.3, scale));
      zoom.setY(Math.max(0.3, scale));
      holder.setTranslateX(0);
      holder.setTranslateY(0);
    }
  }

  private int column(Item item) {
    return Math.clamp(item.column(), 0, Math.max(0, titles.size() - 1));
  }

  private void layoutCurves() {
    for (int i = 0; i < edges.size(); i++) {
      Region from = nodes.get(edges.get(i).from());
      Region to = nodes.get(edges.get(i).to());
      if (from == null || to == null) {
        continue;
      }
      CubicCurve curve = curves.get(i);
      double x1 = from.getLayoutX() + from.getWidth();
      double y1 = from.getLayoutY() + from.getHeight() / 2;
      double x2 = to.getLayoutX();
      double y2 = to.getLayoutY() + to.getHeight() / 2;
      boolean back = x2 <= x1;
      // A link within a column stays in the gap at its right, where no name is.
      double end = back && to.getLayoutX() == from.getLayoutX() ? x2 + to.getWidth() : x2;
      double bend = end == x2 ? Math.max(12, Math.abs(x2 - x1) / 2) : GAP;
      curve.setStartX(x1);
      curve.setStartY(y1);
      curve.setEndX(end);
      curve.setEndY(y2);
      curve.setControlX1(x1 + bend);
      curve.setControlY1(y1);
      curve.setControlX2(end == x2 ? x2 - bend : end + bend);
      curve.setControlY2(y2);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 360;
  }
}
