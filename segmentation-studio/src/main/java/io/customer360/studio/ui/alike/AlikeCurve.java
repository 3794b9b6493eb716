package io.customer360.studio.ui.alike;

import io.customer360.studio.alike.Alike;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/// Similarity of the last one taken, by how many are taken, on a logarithmic axis. A press or the
/// arrows choose how many.
final class AlikeCurve extends Region {
  private static final double LEFT = 34;
  private static final double RIGHT = 14;
  private static final double TOP = 8;
  private static final double FOOT = 22;
  private static final int POINTS = 60;
  private static final double STEP = 1.1;

  private final Formats formats;
  private final IntConsumer choose;
  private final Polyline line = new Polyline();
  private final Line mark = new Line();
  private final Circle dot = new Circle(4.5);
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private List<Alike.Cut> cuts = List.of();
  private @Nullable Alike alike;
  private int size;

  AlikeCurve(Formats formats, IntConsumer choose) {
    this.formats = formats;
    this.choose = choose;
    getStyleClass().add("alike-curve");
    line.getStyleClass().add("alike-line");
    mark.getStyleClass().add("alike-mark");
    dot.getStyleClass().add("alike-dot");
    setPrefHeight(168);
    setMinHeight(168);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::press);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.UP) {
            choose.accept((int) Math.ceil(size * STEP));
            event.consume();
          } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.DOWN) {
            choose.accept((int) Math.floor(size / STEP));
            event.consume();
          }
        });
  }

  void show(Alike next) {
    alike = next;
    cuts = next.curve(POINTS);
    getChildren().clear();
    grid.clear();
    labels.clear();
    for (double similarity = 0; similarity <= 1; similarity += 0.25) {
      tick(formats.number(similarity, 2), similarity, true);
    }
    int last = next.rows().length;
    for (int at = 10; at <= last; at *= 10) {
      tick(formats.count(at), at, false);
    }
    getChildren().addAll(line, mark, dot);
    requestLayout();
  }

  private void tick(String words, double value, boolean across) {
    Line rule = new Line();
    rule.getStyleClass().add("alike-grid");
    rule.setVisible(across);
    rule.setManaged(false);
    Label label = Nodes.label(words, "footnote", "muted", "num");
    label.setUserData(new double[] {value, across ? 1 : 0});
    label.setManaged(false);
    grid.add(rule);
    labels.add(label);
    getChildren().addAll(rule, label);
  }

  void size(int next) {
    size = next;
    Alike now = alike;
    if (now != null && next > 0) {
      setAccessibleText(
          Messages.text(
              "studio.alike.curve",
              formats.count(next),
              formats.score(now.cut(next).similarity())));
    }
    requestLayout();
  }

  private double low() {
    return Math.log(cuts.getFirst().size());
  }

  private double high() {
    return Math.max(low() + 1e-9, Math.log(cuts.getLast().size()));
  }

  private double x(double count) {
    return LEFT + (Math.log(count) - low()) / (high() - low()) * (getWidth() - LEFT - RIGHT);
  }

  private double y(double similarity) {
    return getHeight() - FOOT - similarity * (getHeight() - TOP - FOOT);
  }

  private void press(MouseEvent event) {
    if (!cuts.isEmpty()) {
      double share = (event.getX() - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT);
      choose.accept((int) Math.round(Math.exp(low() + share * (high() - low()))));
      requestFocus();
    }
  }

  @Override
  protected void layoutChildren() {
    Alike now = alike;
    if (now == null || cuts.isEmpty()) {
      return;
    }
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      label.applyCss();
      double[] tick = (double[]) label.getUserData();
      double width = label.prefWidth(-1);
      double height = label.prefHeight(-1);
      if (tick[1] > 0) {
        double at = Math.round(y(tick[0])) + 0.5;
        label.resizeRelocate(LEFT - 8 - width, at - height / 2, width, height);
        grid.get(i).setStartX(LEFT);
        grid.get(i).setEndX(getWidth() - RIGHT);
        grid.get(i).setStartY(at);
        grid.get(i).setEndY(at);
      } else {
        double at = Math.clamp(x(tick[0]) - width / 2, LEFT, getWidth() - width);
        label.resizeRelocate(at, getHeight() - FOOT + 5, width, height);
      }
    }
    Double[] points = new Double[2 * cuts.size()];
    for (int i = 0; i < cuts.size(); i++) {
      points[2 * i] = x(cuts.get(i).size());
      points[2 * i + 1] = y(cuts.get(i).similarity());
    }
    line.getPoints().setAll(points);
    int take = Math.clamp(size, 1, now.rows().length);
    double at = Math.clamp(x(take), LEFT, getWidth() - RIGHT);
    mark.setStartX(at);
    mark.setEndX(at);
    mark.setStartY(TOP);
    mark.setEndY(getHeight() - FOOT);
    dot.setCenterX(at);
    dot.setCenterY(y(now.similarity()[take - 1]));
  }
}
