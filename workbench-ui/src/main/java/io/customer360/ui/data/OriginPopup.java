package io.customer360.ui.data;

import atlantafx.base.controls.Popover;
import io.customer360.lakehouse.ColumnTrace;
import io.customer360.lakehouse.ReceivedValue;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The way of a column back to what was received, and a few values with file and line.
final class OriginPopup {
  private static final double WIDTH = 620;
  private static final double ROW = 28;

  private final UiContext context;

  OriginPopup(UiContext context) {
    this.context = context;
  }

  void show(Node beside, String column, DataViewModel.Origin origin) {
    if (beside.getScene() == null) {
      return;
    }
    VBox way = new VBox(3);
    for (ColumnTrace.Step step : origin.trace().steps()) {
      Label line = Nodes.label(step.table() + "." + step.column(), "mono");
      line.setPadding(new Insets(0, 0, 0, 16.0 * step.distance()));
      if (step.received()) {
        line.getStyleClass().add("accent");
      }
      way.getChildren().add(line);
    }
    ScrollPane scroll = new ScrollPane(way);
    scroll.setFitToWidth(true);
    scroll.setPrefSize(WIDTH, Math.min(180, 21.0 * origin.trace().steps().size() + 6));
    scroll.getStyleClass().add("edge-to-edge");
    VBox box =
        new VBox(
            8,
            Nodes.line(
                8,
                Nodes.label(Messages.text("data.trace.of", column), "strong"),
                Nodes.label(
                    Messages.text(
                        origin.trace().complete() ? "data.trace.whole" : "data.trace.part"),
                    "caption",
                    "muted")),
            scroll);
    if (!origin.values().isEmpty()) {
      box.getChildren().add(values(origin));
    }
    box.getStyleClass().add("origin-popup");
    Popover popover = new Popover(box);
    popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    popover.show(beside);
  }

  private Node values(DataViewModel.Origin origin) {
    DataTable<ReceivedValue> table =
        new DataTable<>("origin", Messages.text("data.trace.received"), context.memory());
    table.text(
        "column",
        Messages.text("data.trace.received"),
        190,
        value -> value.table() + "." + value.column(),
        "mono");
    table.text("file", Messages.text("data.column.file"), 190, ReceivedValue::file);
    table.figure(
        "line",
        Messages.text("data.column.line"),
        70,
        value -> context.formats().count(value.line()),
        ReceivedValue::line);
    table.text(
        "value",
        Messages.text("data.column.value"),
        140,
        value -> value.value() == null ? "" : String.valueOf(value.value()),
        "mono",
        Personal.CLASS);
    table.items(origin.values());
    table.setPrefSize(WIDTH, ROW * (Math.min(9, origin.values().size()) + 1) + 4);
    table.setMinHeight(table.getPrefHeight());
    return table;
  }
}
