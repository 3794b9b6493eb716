package io.customer360.studio.ui.cohort;

import io.customer360.studio.desk.LifecycleFlow;
import io.customer360.studio.desk.LifecycleFlow.Ribbon;
import io.customer360.studio.desk.LifecycleFlow.State;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// A Sankey diagram of states from quarter to quarter: a bar a state as high as it has people, a
/// ribbon for those who go from one to another. Those who order for the first time come from a node
/// outside. At most one ribbon is coloured: the chosen one. Arrows move, Enter opens.
final class FlowChart extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double HEAD = 26;
  private static final double BAR = 12;
  private static final double GAP = 16;
  private static final double WORDS = 104;

  private final LifecycleFlow.Flow flow;
  private final ReadOnlyObjectWrapper<@Nullable Ribbon> selected =
      new ReadOnlyObjectWrapper<>(null);
  private final List<Label> heads = new ArrayList<>();
  private final List<List<Bar>> columns = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private Runnable open = () -> {};

  private record Bar(State state, int people, Region box, Label label) {}

  private record Band(Ribbon ribbon, Path path) {}

  FlowChart(LifecycleFlow.Flow flow, Formats formats) {
    this.flow = flow;
    getStyleClass().add("flow-chart");
    setFocusTraversable(true);
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, Messages.text("studio.flow.words"));
    for (Ribbon ribbon : flow.ribbons()) {
      Path path = new Path();
      path.setManaged(false);
      path.getStyleClass().add("flow-ribbon");
      String words = words(flow, ribbon, formats);
      Tooltip.install(path, new Tooltip(words));
      path.setAccessibleText(words);
      path.setOnMouseClicked(
          event -> {
            requestFocus();
            select(ribbon);
            if (event.getClickCount() == 2) {
              open.run();
            }
          });
      bands.add(new Band(ribbon, path));
      getChildren().add(path);
    }
    for (int i = 0; i < flow.periods().size(); i++) {
      heads.add(Nodes.label(quarter(flow, i, formats), "caption", "medium"));
      columns.add(bars(i, formats));
    }
    getChildren().addAll(heads);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  ReadOnlyObjectProperty<@Nullable Ribbon> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  void onOpen(Runnable run) {
    open = run;
  }

  void select(@Nullable Ribbon ribbon) {
    selected.set(ribbon);
    for (Band band : bands) {
      boolean chosen = band.ribbon().equals(ribbon);
      band.path().pseudoClassStateChanged(CHOSEN, chosen);
      band.path().setViewOrder(chosen ? 0.5 : 1);
    }
    if (ribbon != null) {
      for (Band band : bands) {
        if (band.ribbon().equals(ribbon)) {
          setAccessibleText(band.path().getAccessibleText());
        }
      }
    }
  }

  static String state(State state) {
    return Messages.text("studio.flow." + state.name().toLowerCase(Locale.ROOT));
  }

  static String quarter(LifecycleFlow.Flow flow, int period, Formats formats) {
    LifecycleFlow.Period of = flow.periods().get(period);
    String name = quarter(of) + " " + of.from().getYear();
    return of.to().isAfter(flow.today())
        ? Messages.text("studio.flow.to", name, formats.date(flow.today()))
        : name;
  }

  private static String quarter(LifecycleFlow.Period of) {
    return "Q" + ((of.from().getMonthValue() - 1) / 3 + 1);
  }

  private static String words(LifecycleFlow.Flow flow, Ribbon ribbon, Formats formats) {
    return Messages.text(
        "studio.flow.ribbon",
        formats.count(ribbon.customers()),
        state(ribbon.from()),
        quarter(flow, ribbon.period(), formats),
        state(ribbon.to()),
        quarter(flow, ribbon.period() + 1, formats));
  }

  /// Of the node outside only those count who come in: the others are no customers yet.
  private List<Bar> bars(int period, Formats formats) {
    List<Bar> bars = new ArrayList<>();
    for (State state : State.values()) {
      int people =
          state == State.OUTSIDE
              ? flow.ribbons().stream()
                  .filter(one -> one.period() == period && one.from() == State.OUTSIDE)
                  .mapToInt(Ribbon::customers)
                  .sum()
              : flow.periods().get(period).customers().getOrDefault(state, 0);
      if (people == 0) {
        continue;
      }
      Region box = new Region();
      box.getStyleClass().addAll("flow-bar", "flow-" + state.name().toLowerCase(Locale.ROOT));
      Label label =
          Nodes.label(
              (state == State.OUTSIDE
                      ? Messages.text("studio.flow.first", quarter(flow.periods().get(period + 1)))
                          + "  "
                      : period == 0 || period == flow.periods().size() - 1
                          ? state(state) + "  "
                          : "")
                  + formats.count(people),
              "footnote",
              "num",
              "flow-label");
      label.setMouseTransparent(true);
      getChildren().addAll(box, label);
      bars.add(new Bar(state, people, box, label));
    }
    return bars;
  }

  private void key(KeyEvent event) {
    Ribbon now = selected.get();
    List<Ribbon> ordered = flow.ribbons();
    int at = now == null ? -1 : ordered.indexOf(now);
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER && now != null) {
      open.run();
    } else if (code == KeyCode.DOWN && !ordered.isEmpty()) {
      select(ordered.get(Math.min(at + 1, ordered.size() - 1)));
    } else if (code == KeyCode.UP && !ordered.isEmpty()) {
      select(ordered.get(Math.max(at - 1, 0)));
    } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
      int period = (now == null ? 0 : now.period()) + (code == KeyCode.LEFT ? -1 : 1);
      ordered.stream()
          .filter(one -> one.period() == period)
          .filter(one -> now == null || one.from() == now.from() && one.to() == now.to())
          .findFirst()
          .ifPresent(this::select);
    } else {
      return;
    }
    event.consume();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 330;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 240;
  }

  /// Room right of the last bars for their words, which grow with the number of people.
  private double words(int last) {
    return columns.get(last).stream()
        .mapToDouble(bar -> 6 + bar.label().prefWidth(-1))
        .reduce(WORDS, Math::max);
  }

  @Override
  protected void layoutChildren() {
    int last = columns.size() - 1;
    double room = getWidth() - words(last) - BAR;
    double most = 1;
    int bars = 1;
    for (List<Bar> column : columns) {
      most = Math.max(most, column.stream().mapToInt(Bar::people).sum());
      bars = Math.max(bars, column.size());
    }
    double unit = Math.max(0, getHeight() - HEAD - 8 - GAP * (bars - 1)) / most;
    double[][] tops = new double[columns.size()][State.values().length];
    double[][] outs = new double[columns.size()][State.values().length];
    for (int c = 0; c < columns.size(); c++) {
      double x = snapPositionX(room * c / last);
      Label head = heads.get(c);
      double wide = head.prefWidth(-1);
      head.resizeRelocate(Math.min(x, getWidth() - wide), 0, wide, HEAD - 6);
      double y = HEAD;
      for (Bar bar : columns.get(c)) {
        double high = Math.max(2, bar.people() * unit);
        bar.box().resizeRelocate(x, snapPositionY(y), BAR, snapSizeY(high));
        double said = bar.label().prefWidth(-1);
        bar.label()
            .resizeRelocate(x + BAR + 6, snapPositionY(y + Math.max(-2, high / 2 - 8)), said, 16);
        tops[c][bar.state().ordinal()] = y;
        outs[c][bar.state().ordinal()] = y;
        y += high + GAP;
      }
    }
    for (Band band : bands) {
      Ribbon ribbon = band.ribbon();
      int c = ribbon.period();
      double high = ribbon.customers() * unit;
      double from = outs[c][ribbon.from().ordinal()];
      double to = tops[c + 1][ribbon.to().ordinal()];
      outs[c][ribbon.from().ordinal()] += high;
      tops[c + 1][ribbon.to().ordinal()] += high;
      double left = room * c / last + BAR;
      double right = room * (c + 1) / last;
      double middle = (left + right) / 2;
      band.path()
          .getElements()
          .setAll(
              new MoveTo(left, from),
              new CubicCurveTo(middle, from, middle, to, right, to),
              new LineTo(right, to + high),
              new CubicCurveTo(middle, to + high, middle, from + high, left, from + high),
              new ClosePath());
    }
  }
}
