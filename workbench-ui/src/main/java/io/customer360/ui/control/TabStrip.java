package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Tabs of 36 px with counts, the chosen one underlined in accent; things at the right. Left and
/// right arrows move.
public final class TabStrip extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final List<Tab> tabs = new ArrayList<>();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);
  private final HBox holder = new HBox(20);
  private final HBox right = Nodes.row(8);

  public TabStrip(String... titles) {
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    for (String title : titles) {
      Tab tab = new Tab(title, tabs.size());
      tabs.add(tab);
      holder.getChildren().add(tab);
    }
    getChildren().addAll(holder, Nodes.spacer(), right);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    mark();
  }

  public void count(int tab, String count) {
    tabs.get(tab).count(count);
  }

  public void select(int tab) {
    selected.set(tab);
    mark();
  }

  public int selected() {
    return selected.get();
  }

  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public void right(Node... nodes) {
    right.getChildren().setAll(nodes);
  }

  private void key(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (step != 0 && tabs.stream().anyMatch(Node::isFocused)) {
      select(Math.floorMod(selected.get() + step, tabs.size()));
      tabs.get(selected.get()).requestFocus();
      event.consume();
    }
  }

  private void mark() {
    for (int i = 0; i < tabs.size(); i++) {
      tabs.get(i).pseudoClassStateChanged(SELECTED, i == selected.get());
    }
  }

  private final class Tab extends Button {
    private final String title;
    private final Label count = Nodes.label("", "num", "tab-count");

    Tab(String title, int index) {
      this.title = title;
      getStyleClass().add("tab-button");
      setAccessibleRole(AccessibleRole.TAB_ITEM);
      setGraphic(Nodes.row(5, Nodes.label(title, "tab-title"), count));
      Nodes.visible(count, false);
      setAccessibleText(title);
      setMinWidth(USE_PREF_SIZE);
      setOnAction(event -> TabStrip.this.select(index));
    }

    void count(String text) {
      count.setText(text);
      Nodes.visible(count, !text.isEmpty());
      setAccessibleText(title + " " + text);
    }
  }
}
