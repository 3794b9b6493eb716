package io.customer360.ui.control;

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
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Tables in columns by layer, joined by curves; tables that belong together are folded into one
/// node until one of them is selected. The selected one lights its path up and down. Drag pans,
/// Ctrl wheel zooms, arrows walk.
public final class LineageGraph extends Region {
  private static final PseudoClass PATH = PseudoClass.getPseudoClass("path");
  private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
  private static final double TOP = 38;
  private static final double FOOT = 16;
  private static final double PAD = 24;

  /// The share of a column's pitch that links run in.
  private static final double BETWEEN = 0.2;

  private static final double LEAST_GAP = 6;
  private static final double MOST_GAP = 28;

  /// How far a link within a column swings out.
  private static final double SWING = 18;

  /// More nodes than this and a layer breaks into two columns.
  private static final int TALL = 8;

  /// A table or model.
  ///
  /// @param column from 0, left to right
  /// @param left first fact under the name: rows
  /// @param right second: freshness or time
  /// @param family what it is folded into with others of its column; empty when it stands alone
  public record Item(
      String id, int column, String name, String left, String right, Tone tone, String family) {
    public Item(String id, int column, String name, String left, String right, Tone tone) {
      this(id, column, name, left, right, tone, "");
    }
  }

  public record Edge(String from, String to) {}

  /// A link as drawn, between what is open or folded now.
  private record Drawn(Path path, Edge edge) {}

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, LineageNode> nodes = new LinkedHashMap<>();
  private final LineageFolds folds;
  private final List<Edge> edges;
  private final List<Drawn> drawn = new ArrayList<>();
  private final List<String> titles;
  private final List<Node> heads = new ArrayList<>();
  private final List<Region> rules = new ArrayList<>();
  private final Pane links = new Pane();
  private final Pane world = new Pane(links);
  private final Group holder = new Group(world);
  private final Scale zoom = new Scale(1, 1, 0, 0);
  private final LineageLayout layout;
  private Consumer<String> onSelect = id -> {};
  private Set<String> up = Set.of();
  private Set<String> down = Set.of();
  private @Nullable String selected;
  private double dragX;
  private double dragY;
  private boolean touched;

  public LineageGraph(List<String> columnTitles, List<Item> shown, List<Edge> edges) {
    this.titles = List.copyOf(columnTitles);
    getStyleClass().add("lineage");
    setFocusTraversable(true);
    Nodes.named(
        this,
        AccessibleRole.TREE_VIEW,
        shown.size() + " tables and models, " + edges.size() + " links");
    shown.forEach(item -> items.put(item.id(), item));
    folds = new LineageFolds(shown);
    this.edges =
        edges.stream()
            .filter(edge -> items.containsKey(edge.from()) && items.containsKey(edge.to()))
            .toList();
    Map<String, Integer> layers = new LinkedHashMap<>();
    folds.all().forEach(fold -> layers.put(fold.key(), column(fold.column())));
    layout =
        new LineageLayout(
            layers,
            Math.max(1, titles.size()),
            this.edges.stream()
                .map(edge -> new LineageLayout.Link(folds.key(edge.from()), folds.key(edge.to())))
                .distinct()
                .toList(),
            TALL);
    links.setManaged(false);
    links.setMouseTransparent(true);
    for (String title : titles) {
      Node head = Nodes.label(title, "caption", "strong");
      Region rule = new Region();
      rule.getStyleClass().add("lineage-rule");
      rule.setManaged(false);
      heads.add(head);
      rules.add(rule);
      world.getChildren().addAll(head, rule);
    }
    for (LineageFolds.Fold fold : folds.all()) {
      LineageNode node =
          new LineageNode(
              fold,
              fold.members().getFirst().family(),
              id -> {
                press(id);
                requestFocus();
              });
      nodes.put(fold.key(), node);
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
    connect();
  }

  public void onSelect(Consumer<String> action) {
    onSelect = action;
  }

  public @Nullable String selected() {
    return selected;
  }

  /// A second press on the head of an open family folds it again.
  private void press(String id) {
    LineageNode node = nodes.get(folds.key(id));
    boolean own = selected != null && folds.key(selected).equals(folds.key(id));
    if (node != null && own && id.equals(node.fold().members().getFirst().id())) {
      boolean again = id.equals(selected) || !node.isOpen();
      node.open(again && !node.isOpen());
    }
    if (own && node != null && !node.isOpen()) {
      connect();
      return;
    }
    select(id);
  }

  /// Lights the path through this table, up to the sources and down to what uses it.
  public void select(String id) {
    if (!items.containsKey(id)) {
      return;
    }
    selected = id;
    up = reach(id, true);
    down = reach(id, false);
    nodes.forEach(
        (key, node) -> {
          node.open(key.equals(folds.key(id)));
          node.mark(
              id,
              node.fold().members().stream()
                  .anyMatch(item -> up.contains(item.id()) || down.contains(item.id())));
        });
    connect();
    onSelect.accept(id);
  }

  /// Draws a link once, however many tables of two folded families it joins; the lit ones on top.
  private void connect() {
    Map<Edge, Path> paths = new LinkedHashMap<>();
    Set<Edge> lit = new HashSet<>();
    Set<Edge> near = new HashSet<>();
    for (Edge edge : edges) {
      String from = folds.key(edge.from());
      String to = folds.key(edge.to());
      boolean onPath =
          (up.contains(edge.from()) && up.contains(edge.to()))
              || (down.contains(edge.from()) && down.contains(edge.to()));
      boolean close = edge.from().equals(selected) || edge.to().equals(selected);
      boolean aside = slot(from) >= slot(to);
      if (from.equals(to) || aside && !close || !close && !layout.drawn(from, to)) {
        continue;
      }
      Edge shown = new Edge(end(edge.from()), end(edge.to()));
      paths.computeIfAbsent(shown, none -> new Path());
      if (onPath) {
        lit.add(shown);
      }
      if (close) {
        near.add(shown);
      }
    }
    drawn.clear();
    paths.forEach(
        (edge, path) -> {
          path.getStyleClass().add("lineage-edge");
          path.pseudoClassStateChanged(PATH, lit.contains(edge));
          path.pseudoClassStateChanged(NEAR, near.contains(edge));
          drawn.add(new Drawn(path, edge));
        });
    drawn.sort(
        Comparator.comparingInt(
            one -> near.contains(one.edge()) ? 2 : lit.contains(one.edge()) ? 1 : 0));
    links.getChildren().setAll(drawn.stream().map(Drawn::path).toList());
    requestLayout();
  }

  /// A table whose family is open, else the first of its family.
  private String end(String id) {
    LineageNode node = nodes.get(folds.key(id));
    return node == null || node.isOpen() ? id : node.fold().members().getFirst().id();
  }

  private int slot(String key) {
    return layout.place(key).slot();
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
        nodes.values().stream()
            .filter(node -> slot(node.fold().key()) == slot(folds.key(at.id())))
            .sorted(Comparator.comparingInt(node -> layout.place(node.fold().key()).row()))
            .flatMap(node -> node.fold().members().stream())
            .map(Item::id)
            .toList();
    return column.get(Math.floorMod(column.indexOf(at.id()) + step, column.size()));
  }

  @Override
  protected void layoutChildren() {
    int slots = layout.slots();
    List<List<LineageNode>> columns = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      columns.add(new ArrayList<>());
    }
    nodes.values().stream()
        .sorted(Comparator.comparingInt(node -> layout.place(node.fold().key()).row()))
        .forEach(node -> columns.get(slot(node.fold().key())).add(node));
    double wantedHeight =
        Math.max(
            getHeight(),
            TOP + columns.stream().mapToDouble(c -> height(c, LEAST_GAP)).max().orElse(0) + FOOT);
    // What is shrunk to be seen in its height is drawn wider, so that it still fills the width.
    double shrunk = Math.max(0.3, getHeight() / wantedHeight);
    double wantedWidth = Math.max(getWidth() / shrunk, slots * 150 + 2 * PAD);
    double pitch = (wantedWidth - 2 * PAD) / (slots - BETWEEN);
    double width = Math.floor(pitch * (1 - BETWEEN));
    double room = wantedHeight - TOP - FOOT;
    double gap = MOST_GAP;
    for (List<LineageNode> column : columns) {
      double spare = room - height(column, 0);
      gap = Math.min(gap, spare / Math.max(1, column.size() - 1));
    }
    for (int slot = 0; slot < slots; slot++) {
      double x = snapPositionX(PAD + slot * pitch);
      double y = TOP + (room - height(columns.get(slot), gap)) / 2;
      for (LineageNode node : columns.get(slot)) {
        node.resizeRelocate(x, snapPositionY(y), width, node.wantedHeight());
        node.layout();
        y += node.wantedHeight() + gap;
      }
    }
    for (int i = 0; i < heads.size(); i++) {
      int first = layout.firstSlot(i);
      int next = i + 1 < heads.size() ? layout.firstSlot(i + 1) : slots;
      double x = snapPositionX(PAD + first * pitch);
      heads.get(i).autosize();
      heads.get(i).relocate(x, 8);
      rules.get(i).resizeRelocate(x, TOP - 8, (next - 1 - first) * pitch + width, 1);
    }
    List<LineageRoute.Column> free =
        columns.stream().map(column -> free(column, wantedHeight)).toList();
    drawn.forEach(one -> trace(one, free));
    world.resize(wantedWidth, wantedHeight);
    if (!touched) {
      double scale = Math.min(1, Math.min(getWidth() / wantedWidth, getHeight() / wantedHeight));
      zoom.setX(Math.max(0.3, scale));
      zoom.setY(Math.max(0.3, scale));
      holder.setTranslateX(0);
      holder.setTranslateY(0);
    }
  }

  private static double height(List<LineageNode> column, double gap) {
    return column.stream().mapToDouble(LineageNode::wantedHeight).sum()
        + gap * Math.max(0, column.size() - 1);
  }

  /// Where links may cross a column: between its nodes, above and below them.
  private static LineageRoute.Column free(List<LineageNode> column, double bottom) {
    if (column.isEmpty()) {
      return new LineageRoute.Column(0, 0, List.of());
    }
    List<Double> free = new ArrayList<>();
    double above = TOP - 4;
    for (LineageNode node : column) {
      free.add(Math.max((above + node.getLayoutY()) / 2, node.getLayoutY() - MOST_GAP / 2));
      above = node.getLayoutY() + node.getHeight();
    }
    free.add(Math.min((above + bottom) / 2, above + MOST_GAP / 2));
    LineageNode any = column.getFirst();
    return new LineageRoute.Column(any.getLayoutX(), any.getLayoutX() + any.getWidth(), free);
  }

  private int column(int wanted) {
    return Math.clamp(wanted, 0, Math.max(0, titles.size() - 1));
  }

  private void trace(Drawn one, List<LineageRoute.Column> columns) {
    LineageNode from = nodes.get(folds.key(one.edge().from()));
    LineageNode to = nodes.get(folds.key(one.edge().to()));
    if (from == null || to == null) {
      return;
    }
    double x1 = from.getLayoutX() + from.getWidth();
    double y1 = from.getLayoutY() + from.anchor(one.edge().from());
    double y2 = to.getLayoutY() + to.anchor(one.edge().to());
    one.path().getElements().setAll(new MoveTo(x1, y1));
    int first = slot(from.fold().key());
    int last = slot(to.fold().key());
    if (last <= first) {
      // back, or within the column: in the gap at its right, where no name is
      double x2 = to.getLayoutX() + to.getWidth();
      double out = Math.max(x1, x2) + SWING;
      one.path().getElements().add(new CubicCurveTo(out, y1, out, y2, x2, y2));
      return;
    }
    for (LineageRoute.Stretch part :
        LineageRoute.of(x1, y1, to.getLayoutX(), y2, columns.subList(first + 1, last))) {
      if (part.straight()) {
        one.path().getElements().add(new LineTo(part.toX(), part.toY()));
      } else {
        double middle = (part.fromX() + part.toX()) / 2;
        one.path()
            .getElements()
            .add(
                new CubicCurveTo(middle, part.fromY(), middle, part.toY(), part.toX(), part.toY()));
      }
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 360;
  }
}
