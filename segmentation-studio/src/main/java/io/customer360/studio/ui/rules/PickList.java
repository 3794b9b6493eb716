package io.customer360.studio.ui.rules;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// A list to pick from, with a field that narrows it: a few letters and Enter. Arrows move, Esc
/// closes.
final class PickList {
  private static final double ROW = 28;
  private static final int MOST_SHOWN = 11;

  /// One thing to pick.
  ///
  /// @param group the heading it stands under; blank for none
  /// @param fact at the right: a count, a unit
  /// @param on ticked
  record Item(String group, String title, String fact, boolean on, Runnable pick) {}

  private final Popup popup = new Popup();
  private final TextField field = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final boolean several;
  private List<Item> items = List.of();
  private Function<String, Optional<Item>> typed = text -> Optional.empty();

  /// A heading or an item.
  private record Row(String heading, @Nullable Item item) {}

  /// @param several whether it stays open after a pick
  PickList(String prompt, double width, boolean several) {
    this.several = several;
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    list.setAccessibleText(prompt);
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(
        event -> {
          if (event.getTarget() instanceof Node node && !(node instanceof ListView<?>)) {
            pick();
          }
        });
    VBox box = new VBox(6, field, list);
    box.getStyleClass().add("pick-list");
    box.setPrefWidth(width);
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    field.textProperty().subscribe(text -> narrow());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  PickList items(List<Item> next) {
    items = next;
    narrow();
    return this;
  }

  /// What a text that is in no item stands for.
  PickList typed(Function<String, Optional<Item>> item) {
    typed = item;
    return this;
  }

  boolean showing() {
    return popup.isShowing();
  }

  void show(Node below) {
    if (below.getScene() == null) {
      return;
    }
    Bounds at = below.localToScreen(below.getBoundsInLocal());
    narrow();
    popup.show(below.getScene().getWindow(), at.getMinX() - 6, at.getMaxY() + 4);
    field.requestFocus();
  }

  private void narrow() {
    String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
    Row before = list.getSelectionModel().getSelectedItem();
    List<Row> rows = new ArrayList<>();
    String group = "";
    for (Item item : items) {
      if (item.title().toLowerCase(Locale.ROOT).contains(wanted)) {
        if (!item.group().equals(group)) {
          group = item.group();
          rows.add(new Row(group, null));
        }
        rows.add(new Row("", item));
      }
    }
    if (!wanted.isEmpty()) {
      boolean there = items.stream().anyMatch(item -> item.title().equalsIgnoreCase(wanted));
      if (!there) {
        typed.apply(field.getText().strip()).ifPresent(item -> rows.add(new Row("", item)));
      }
    }
    if (rows.isEmpty()) {
      rows.add(new Row(Messages.text("studio.pick.none"), null));
    }
    list.getItems().setAll(rows);
    list.setPrefHeight(Math.min(MOST_SHOWN, rows.size()) * ROW + 2);
    list.setMinHeight(list.getPrefHeight());
    int again = -1;
    for (int i = 0; before != null && wanted.isEmpty() && i < rows.size(); i++) {
      Item item = rows.get(i).item();
      Item old = before.item();
      if (item != null && old != null && item.title().equals(old.title())) {
        again = i;
      }
    }
    select(again >= 0 ? again : 0, 1);
  }

  private void select(int from, int step) {
    int at = from;
    while (at >= 0 && at < list.getItems().size() && list.getItems().get(at).item() == null) {
      at += step;
    }
    if (at >= 0 && at < list.getItems().size()) {
      list.getSelectionModel().select(at);
      if (at < from || at > 6) {
        list.scrollTo(Math.max(0, at - 4));
      }
    }
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select(at + 1, 1);
      case UP -> select(at - 1, -1);
      case ENTER -> pick();
      default -> {
        return;
      }
    }
    if (event.getCode() != KeyCode.ESCAPE) {
      event.consume();
    }
  }

  private void pick() {
    Row row = list.getSelectionModel().getSelectedItem();
    Item item = row == null ? null : row.item();
    if (item == null) {
      return;
    }
    if (several) {
      field.clear();
    } else {
      popup.hide();
    }
    item.pick().run();
  }

  private static final class Cell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(row == null || empty ? null : content(row));
    }

    private static HBox content(Row row) {
      Item item = row.item();
      if (item == null) {
        HBox heading = Nodes.row(8, Nodes.label(row.heading(), "caption", "medium", "muted"));
        heading.getStyleClass().add("pick-heading");
        return heading;
      }
      Label fact = Nodes.label(item.fact(), "caption", "num", "muted");
      fact.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      Label title = Nodes.label(item.title());
      HBox line = Nodes.row(8, title, Nodes.spacer(), fact);
      if (item.on()) {
        line.getChildren().addFirst(Icons.of("fth-check", 13, "accent"));
      }
      line.getStyleClass().add("pick-row");
      return line;
    }
  }
}
