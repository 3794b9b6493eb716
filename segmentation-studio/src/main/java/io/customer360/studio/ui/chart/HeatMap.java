package io.customer360.studio.ui.chart;

import io.customer360.ui.control.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Rows by columns of coloured cells with their value printed. Arrows move, Enter opens, a click
/// selects. No name and no title is cut: names break into lines, titles reach over their column or
/// stand by turns on two lines. Colours are style classes: `heat-seq-0` to `6`, `heat-div-m3` to
/// `p3`, `heat-none`.
public final class HeatMap extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final double HEAD = 22;
  private static final double HEAD_LINE = 14;
  private static final double GAP = 2;

  /// One cell.
  ///
  /// @param words for the tooltip and for those who do not see it
  /// @param open whether its figure is not final
  public record Cell(String text, String styleClass, String words, boolean open) {
    public Cell(String text, String styleClass, String words) {
      this(text, styleClass, words, false);
    }
  }

  /// One row.
  ///
  /// @param mark style class of a dot before the name; blank for none
  /// @param figure before the cells; blank for none
  /// @param tail behind the cells; blank for none
  /// @param cells null where there is nothing
  public record Line(
      String name,
      String mark,
      String figure,
      String tail,
      boolean strong,
      List<@Nullable Cell> cells) {}

  /// Where a cell is; both counted from 0.
  public record Spot(int row, int column) {}

  private final List<Line> lines;
  private final List<Label> heads = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private final List<Label> notes = new ArrayList<>();
  private final List<Label> figures = new ArrayList<>();
  private final List<Label> tails = new ArrayList<>();
  private final List<List<@Nullable Label>> cells = new ArrayList<>();
  private final Label figureHead;
  private final Label tailHead;
  private final ReadOnlyObjectWrapper<@Nullable Spot> selected = new ReadOnlyObjectWrapper<>(null);
  private Consumer<Spot> open = spot -> {};
  private double rowHeight = 25;
  private double nameWidth = 170;

  /// @param description one sentence for those who do not see it
  public HeatMap(
      String description,
      List<String> columns,
      String figureTitle,
      String tailTitle,
      List<Line> lines) {
    this.lines = List.copyOf(lines);
    getStyleClass().add("heat-map");
    setFocusTraversable(true);
    Nodes.named(this, AccessibleRole.TABLE_VIEW, description);
    figureHead = head(figureTitle);
    tailHead = head(tailTitle);
    columns.forEach(title -> heads.add(head(title)));
    heads.forEach(label -> label.setAlignment(Pos.CENTER));
    for (Line line : lines) {
      row(line, lines.indexOf(line));
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Label head(String title) {
    Label label = Nodes.label(title, "footnote", "muted");
    label.setAlignment(Pos.CENTER_RIGHT);
    label.setMinWidth(0);
    if (!title.isEmpty()) {
      label.setTooltip(new Tooltip(title));
    }
    getChildren().add(label);
    return label;
  }

  private void row(Line line, int row) {
    Label name = Nodes.label(line.name(), line.strong() ? "strong" : "regular");
    name.setWrapText(true);
    if (!line.name().isEmpty()) {
      name.setTooltip(new Tooltip(line.name()));
    }
    Region mark = new Region();
    mark.getStyleClass().addAll("heat-mark", line.mark().isEmpty() ? "heat-no-mark" : line.mark());
    mark.setVisible(!line.mark().isEmpty());
    Label figure = Nodes.label(line.figure(), "num", "muted");
    figure.setAlignment(Pos.CENTER_RIGHT);
    Label tail = Nodes.label(line.tail(), "num", line.strong() ? "strong" : "regular-num");
    tail.setAlignment(Pos.CENTER_RIGHT);
    names.add(name);
    marks.add(mark);
    figures.add(figure);
    tails.add(tail);
    getChildren().addAll(name, mark, figure, tail);
    List<@Nullable Label> shown = new ArrayList<>();
    for (int column = 0; column < line.cells().size(); column++) {
      Cell cell = line.cells().get(column);
      shown.add(cell == null ? null : cell(cell, new Spot(row, column)));
    }
    cells.add(shown);
  }

  private Label cell(Cell cell, Spot spot) {
    Label label = Nodes.label(cell.text(), "num", "heat-cell", cell.styleClass());
    label.setAlignment(Pos.CENTER);
    label.pseudoClassStateChanged(OPEN, cell.open());
    label.setTooltip(new Tooltip(cell.words()));
    Nodes.named(label, AccessibleRole.TABLE_CELL, cell.words());
    label.setOnMouseClicked(
        event -> {
          requestFocus();
          select(spot);
          if (event.getClickCount() == 2) {
            open.accept(spot);
          }
        });
    getChildren().add(label);
    return label;
  }

  public HeatMap rowHeight(double height) {
    rowHeight = Math.max(24, height);
    return this;
  }

  public HeatMap nameWidth(double width) {
    nameWidth = width;
    return this;
  }

  /// What the figures behind the cells are, in full.
  public HeatMap tailWords(String words) {
    tailHead.setTooltip(new Tooltip(words));
    return this;
  }

  /// What else happened beside a row.
  ///
  /// @param words the tooltip of its name; blank for none
  /// @param marked whether it is marked to be looked at
  public record Note(String words, boolean marked) {}

  /// Tells by row what else happened, and marks what stands out.
  public HeatMap notes(List<Note> words) {
    for (int row = 0; row < lines.size(); row++) {
      Note one = row < words.size() ? words.get(row) : new Note("", false);
      String note = one.words();
      Label mark = Nodes.label(one.marked() ? "\u25B4" : "", "heat-note");
      mark.setVisible(one.marked());
      if (!note.isEmpty()) {
        Tooltip tip = new Tooltip(note);
        mark.setTooltip(tip);
        names.get(row).setTooltip(tip);
        Nodes.named(mark, AccessibleRole.TEXT, lines.get(row).name() + ": " + note);
      }
      notes.add(mark);
      getChildren().add(mark);
    }
    return this;
  }

  /// Enter or a double click gives the cell.
  public HeatMap onOpen(Consumer<Spot> action) {
    open = action;
    return this;
  }

  public ReadOnlyObjectProperty<@Nullable Spot> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Selects a cell that exists; null selects none.
  public void select(@Nullable Spot spot) {
    Spot before = selected.get();
    if (before != null) {
      mark(before, false);
    }
    if (spot != null && at(spot) == null) {
      return;
    }
    selected.set(spot);
    if (spot != null) {
      mark(spot, true);
    }
  }

  private void mark(Spot spot, boolean on) {
    Label label = at(spot);
    if (label != null) {
      label.pseudoClassStateChanged(SELECTED, on);
      if (on) {
        label.toFront();
      }
    }
  }

  private @Nullable Label at(Spot spot) {
    boolean inside =
        spot.row() >= 0
            && spot.row() < cells.size()
            && spot.column() >= 0
            && spot.column() < cells.get(spot.row()).size();
    return inside ? cells.get(spot.row()).get(spot.column()) : null;
  }

  private void key(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    Spot now = selected.get();
    Spot from = now == null ? new Spot(0, 0) : now;
    Spot next =
        switch (event.getCode()) {
          case UP -> new Spot(from.row() - 1, from.column());
          case DOWN -> new Spot(from.row() + 1, from.column());
          case LEFT -> new Spot(from.row(), from.column() - 1);
          case RIGHT -> new Spot(from.row(), from.column() + 1);
          case ENTER -> from;
          default -> null;
        };
    if (next == null) {
      return;
    }
    if (now == null) {
      select(from);
    } else if (at(next) != null) {
      select(next);
    }
    Spot chosen = selected.get();
    if (event.getCode() == javafx.scene.input.KeyCode.ENTER && chosen != null) {
      open.accept(chosen);
    }
    event.consume();
  }

  private double figureWidth() {
    return lines.stream().anyMatch(line -> !line.figure().isEmpty()) ? 56 : 0;
  }

  private double tailWidth() {
    return lines.stream().anyMatch(line -> !line.tail().isEmpty()) ? 60 : 0;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double all = headHeight(width < 0 ? prefWidth(-1) : width);
    for (int row = 0; row < lines.size(); row++) {
      all += height(row) + GAP;
    }
    return all;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /// Room beside the dot.
  private double nameRoom(int row) {
    return nameWidth - (lines.get(row).mark().isEmpty() ? 4 : 20);
  }

  /// As high as its name needs.
  private double height(int row) {
    return Math.max(rowHeight, snapSizeY(names.get(row).prefHeight(nameRoom(row))));
  }

  private double left() {
    double figure = figureWidth();
    return nameWidth + figure + (figure > 0 ? 12 : 8);
  }

  private double each(double width) {
    return Math.max(28, (width - left() - tailWidth()) / Math.max(1, heads.size()));
  }

  /// Whether two titles beside each other would run together on one line.
  private boolean turns(double each) {
    for (int i = 1; i < heads.size(); i++) {
      double both = heads.get(i - 1).prefWidth(-1) + heads.get(i).prefWidth(-1);
      if (both / 2 > each - 4) {
        return true;
      }
    }
    // the last title and a longer one of the figures behind it
    double last = heads.isEmpty() ? 0 : heads.getLast().prefWidth(-1) / 2 + each / 2;
    return tailHead.prefWidth(-1) > tailWidth() + each - last + GAP;
  }

  private double headHeight(double width) {
    return HEAD + (turns(each(width)) ? HEAD_LINE : 0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return nameWidth + figureWidth() + heads.size() * 46 + tailWidth();
  }

  @Override
  protected void layoutChildren() {
    double figure = figureWidth();
    double tail = tailWidth();
    double left = left();
    double each = each(getWidth());
    boolean turns = turns(each);
    double head = headHeight(getWidth());
    figureHead.resizeRelocate(nameWidth, head - HEAD, figure, HEAD);
    // a longer title goes over the free end of the line of titles
    double said = Math.max(tail, snapSizeX(tailHead.prefWidth(-1)));
    tailHead.resizeRelocate(getWidth() - said, head - HEAD, said, HEAD);
    for (int i = 0; i < heads.size(); i++) {
      double wide = Math.max(each - GAP, heads.get(i).prefWidth(-1));
      double middle = left + i * each + (each - GAP) / 2;
      double top = turns && (heads.size() - i) % 2 == 1 ? head - HEAD - HEAD_LINE : head - HEAD;
      heads.get(i).resizeRelocate(snapPositionX(middle - wide / 2), top, snapSizeX(wide), HEAD);
    }
    double y = head;
    for (int row = 0; row < lines.size(); row++) {
      double rowHeight = height(row);
      boolean dot = !lines.get(row).mark().isEmpty();
      marks.get(row).resizeRelocate(0, y + rowHeight / 2 - 4, 8, 8);
      names.get(row).resizeRelocate(dot ? 16 : 0, y, nameRoom(row), rowHeight);
      if (row < notes.size()) {
        notes.get(row).resizeRelocate(nameWidth - 14, y, 14, rowHeight);
      }
      figures.get(row).resizeRelocate(nameWidth, y, figure, rowHeight);
      tails.get(row).resizeRelocate(getWidth() - tail, y, tail, rowHeight);
      List<@Nullable Label> shown = cells.get(row);
      for (int column = 0; column < shown.size(); column++) {
        Label label = shown.get(column);
        if (label != null) {
          double x = snapPositionX(left + column * each);
          label.resizeRelocate(
              x, y, snapPositionX(left + (column + 1) * each) - x - GAP, rowHeight);
        }
      }
      y += rowHeight + GAP;
    }
  }
}
