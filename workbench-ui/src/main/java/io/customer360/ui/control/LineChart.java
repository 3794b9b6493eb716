package io.customer360.ui.control;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/// A line over time with direct labels: three grid lines, the area under the first series in a
/// breath of its colour, the last point marked with its value, an optional dashed annotation, an
/// optional compared series in grey. At most 2,000 points. The pointer or arrow keys read single
/// points.
public final class LineChart extends Region {
  private static final double AXIS = 20;
  private static final double TOP = 22;

  /// One value of the line.
  ///
  /// @param text the value ready to print
  public record Point(LocalDate date, double value, String text) {}

  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// A dashed upright with a few words.
  public record Note(LocalDate date, String words) {}

  private final List<Series> series;
  private final @Nullable Note note;
  private final Pane plot = new Pane();
  private final List<Double> ticks;
  private final double top;
  private final List<Label> tickLabels = new ArrayList<>();
  private final List<Line> grid = new ArrayList<>();
  private final List<Polyline> lines = new ArrayList<>();
  private final Polygon area = new Polygon();
  private final Circle lastMark = new Circle(3.5);
  private final Label lastLabel;
  private final Label firstLabel;
  private final List<Label> dates = new ArrayList<>();
  private final List<LocalDate> dateValues = new ArrayList<>();
  private final Line noteLine = new Line();
  private final Label noteLabel;
  private final Line pointer = new Line();
  private final Circle pointerMark = new Circle(3.5);
  private final Label reading = Nodes.label("", "caption", "num", "chart-reading");
  private final Function<LocalDate, String> dateText;
  private int read = -1;

  /// @param description one sentence for those who do not see the picture
  /// @param tickText prints an axis value
  /// @param dateText prints a date of the axis
  public LineChart(
      String description,
      List<Series> series,
      @Nullable Note note,
      DoubleFunction<String> tickText,
      Function<LocalDate, String> dateText) {
    this.series = List.copyOf(series);
    this.note = note;
    this.dateText = dateText;
    getStyleClass().add("line-chart");
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, description);
    double most = 0;
    double least = 0;
    for (Series one : series) {
      for (Point point : one.points()) {
        most = Math.max(most, point.value());
        least = Math.min(least, point.value());
      }
    }
    ticks = Axis.ticks(least, most, 3);
    // a little air above the highest point, so that its mark is never cut
    top = Math.max(ticks.getLast(), most + (most - least) * 0.06);
    for (double tick : ticks) {
      Line line = new Line();
      line.getStyleClass().add("chart-grid");
      grid.add(line);
      tickLabels.add(Nodes.label(tickText.apply(tick), "footnote", "muted", "num"));
    }
    area.getStyleClass().add("chart-area");
    lastMark.getStyleClass().add("chart-mark");
    noteLine.getStyleClass().add("chart-note");
    pointer.getStyleClass().add("chart-pointer");
    pointerMark.getStyleClass().add("chart-mark");
    List<Point> main = series.isEmpty() ? List.of() : series.getFirst().points();
    lastLabel =
        Nodes.label(main.isEmpty() ? "" : main.getLast().text(), "caption", "num", "strong");
    firstLabel = Nodes.label(main.isEmpty() ? "" : main.getFirst().text(), "caption", "num");
    noteLabel = Nodes.label(note == null ? "" : note.words(), "footnote", "muted");
    noteLabel.getStyleClass().add("chart-note-label");
    plot.getChildren().addAll(grid);
    if (this.series.size() == 1) {
      plot.getChildren().add(area);
    }
    for (int i = this.series.size() - 1; i >= 0; i--) {
      Polyline line = new Polyline();
      line.getStyleClass().addAll("chart-line", i == 0 ? "chart-line-1" : "chart-line-compared");
      lines.addFirst(line);
      plot.getChildren().add(line);
    }
    plot.getChildren().addAll(noteLine, lastMark, pointer, pointerMark);
    pickDates(main);
    getChildren().add(plot);
    getChildren().addAll(tickLabels);
    getChildren().addAll(dates);
    getChildren().addAll(firstLabel, lastLabel, noteLabel, reading);
    read(-1);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> read(nearest(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> read(-1));
    setFocusTraversable(main.size() > 1);
    setOnKeyPressed(
        event -> {
          int step =
              switch (event.getCode()) {
                case LEFT -> -1;
                case RIGHT -> 1;
                default -> 0;
              };
          if (step != 0) {
            read(Math.clamp(read < 0 ? main.size() - 1 : read + step, 0, main.size() - 1));
            event.consume();
          }
        });
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                read(-1);
              }
            });
  }

  private void pickDates(List<Point> main) {
    if (main.isEmpty()) {
      return;
    }
    LocalDate first = main.getFirst().date();
    LocalDate last = main.getLast().date();
    List<LocalDate> wanted = new ArrayList<>(List.of(first));
    if (note != null) {
      wanted.add(note.date());
    }
    long days = ChronoUnit.DAYS.between(first, last);
    if (days > 0) {
      LocalDate middle =
          main.get(main.size() * (note == null ? 1 : 2) / (note == null ? 2 : 3)).date();
      wanted.add(middle);
      wanted.add(last);
    }
    for (LocalDate date : wanted) {
      dateValues.add(date);
      dates.add(Nodes.label(dateText.apply(date), "footnote", "muted", "num"));
    }
  }

  private List<Point> main() {
    return series.isEmpty() ? List.of() : series.getFirst().points();
  }

  private void read(int index) {
    read = index;
    boolean shown = index >= 0 && index < main().size();
    pointer.setVisible(shown);
    pointerMark.setVisible(shown);
    reading.setVisible(shown);
    if (shown) {
      Point point = main().get(index);
      StringBuilder text = new StringBuilder(dateText.apply(point.date()));
      for (Series one : series) {
        if (index < one.points().size()) {
          text.append("   ");
          if (series.size() > 1) {
            text.append(one.name()).append(' ');
          }
          text.append(one.points().get(index).text());
        }
      }
      reading.setText(text.toString());
      setAccessibleHelp(text.toString());
    }
    requestLayout();
  }

  private int nearest(double x) {
    int best = -1;
    double distance = Double.MAX_VALUE;
    for (int i = 0; i < main().size(); i++) {
      double d = Math.abs(plot.getLayoutX() + x(main().get(i).date()) - x);
      if (d < distance) {
        distance = d;
        best = i;
      }
    }
    return best;
  }

  private double x(LocalDate date) {
    LocalDate first = main().getFirst().date();
    long span = Math.max(1, ChronoUnit.DAYS.between(first, main().getLast().date()));
    return plot.getWidth() * ChronoUnit.DAYS.between(first, date) / span;
  }

  private double y(double value) {
    double low = ticks.getFirst();
    double high = top;
    return plot.getHeight() * (1 - (value - low) / (high - low));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 176;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 420;
  }

  @Override
  protected void layoutChildren() {
    double left = 0;
    for (Label label : tickLabels) {
      left = Math.max(left, label.prefWidth(-1));
    }
    left += 8;
    double right = lastLabel.prefWidth(-1) + 10;
    double width = Math.max(10, getWidth() - left - right);
    double height = Math.max(10, getHeight() - AXIS - TOP);
    plot.resizeRelocate(left, TOP, width, height);
    for (int i = 0; i < ticks.size(); i++) {
      double y = Math.round(y(ticks.get(i))) + 0.5;
      Line line = grid.get(i);
      line.setStartX(0);
      line.setEndX(width);
      line.setStartY(y);
      line.setEndY(y);
      Label label = tickLabels.get(i);
      double w = label.prefWidth(-1);
      label.resizeRelocate(left - 8 - w, TOP + y - 8, w, 16);
    }
    if (main().isEmpty()) {
      return;
    }
    layoutLines(height);
    layoutLabels(left, width);
  }

  private void layoutLines(double height) {
    for (int i = 0; i < series.size(); i++) {
      Polyline line = lines.get(i);
      List<Double> points = new ArrayList<>();
      for (Point point : series.get(i).points()) {
        points.add(x(point.date()));
        points.add(y(point.value()));
      }
      line.getPoints().setAll(points);
      if (i == 0) {
        List<Double> closed = new ArrayList<>(points);
        closed.addAll(List.of(x(main().getLast().date()), y(Math.max(0, ticks.getFirst()))));
        closed.addAll(List.of(0.0, y(Math.max(0, ticks.getFirst()))));
        area.getPoints().setAll(closed);
      }
    }
    Point last = main().getLast();
    lastMark.setCenterX(x(last.date()));
    lastMark.setCenterY(y(last.value()));
    noteLine.setVisible(note != null);
    if (note != null) {
      double x = Math.round(x(note.date())) + 0.5;
      noteLine.setStartX(x);
      noteLine.setEndX(x);
      noteLine.setStartY(-TOP + 2);
      noteLine.setEndY(height);
    }
    if (read >= 0 && read < main().size()) {
      Point point = main().get(read);
      double x = Math.round(x(point.date())) + 0.5;
      pointer.setStartX(x);
      pointer.setEndX(x);
      pointer.setStartY(0);
      pointer.setEndY(height);
      pointerMark.setCenterX(x);
      pointerMark.setCenterY(y(point.value()));
    }
  }

  private void layoutLabels(double left, double width) {
    Point last = main().getLast();
    place(lastLabel, left + width + 8, TOP + y(last.value()) - 8);
    double firstY = TOP + y(main().getFirst().value()) - 20;
    place(firstLabel, left + 2, firstY);
    double end = -1;
    double y = TOP + plot.getHeight() + 4;
    for (int i = 0; i < dates.size(); i++) {
      Label label = dates.get(i);
      double w = label.prefWidth(-1);
      double x = left + x(dateValues.get(i)) - w / 2;
      boolean lastOne = i == dates.size() - 1;
      boolean fits = x > end + 10;
      label.setVisible(fits || lastOne);
      if (lastOne && !fits && i > 0) {
        dates.get(i - 1).setVisible(false);
      }
      label.resizeRelocate(snapPositionX(Math.max(0, x)), y, w, 16);
      if (fits) {
        end = x + w;
      }
    }
    noteLabel.setVisible(note != null);
    if (note != null) {
      double w = noteLabel.prefWidth(-1);
      double x = left + x(note.date()) + 6;
      boolean over = x + w > getWidth();
      place(noteLabel, over ? left + x(note.date()) - w - 6 : x, 0);
    }
    if (read >= 0) {
      double w = reading.prefWidth(-1);
      double x = left + x(main().get(Math.min(read, main().size() - 1)).date()) - w / 2;
      reading.resizeRelocate(Math.clamp(x, 0, Math.max(0, getWidth() - w)), 0, w, 20);
      reading.toFront();
    }
  }

  private void place(Label label, double x, double y) {
    label.resizeRelocate(snapPositionX(x), snapPositionY(y), label.prefWidth(-1), 16);
  }

  /// Where the last point is drawn, for tests.
  Bounds lastMarkBounds() {
    return lastMark.getBoundsInParent();
  }
}
