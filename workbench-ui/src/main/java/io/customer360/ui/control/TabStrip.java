package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Tabs of 36 px with counts, the chosen one underlined in accent; things at the right. Left and
/// right arrows move.
public final class TabStrip extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final List<Tab> tabs = new ArrayList<>();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);
  private final HBox holder = new HBox(20);
  private final HBox right = Nodes.row(8);
  private final List<ButtonBase> foldable = new ArrayList<>();

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

  /// Things at the right. Where they do not fit beside the tabs, buttons with an icon show the icon
  /// alone and keep their words for the hover.
  public void right(Node... nodes) {
    right.getChildren().setAll(nodes);
    foldable.clear();
    for (Node node : nodes) {
      if (node instanceof Region region) {
        region.setMinWidth(USE_PREF_SIZE);
      }
      if (node instanceof ButtonBase button && button.getGraphic() != null) {
        foldable.add(button);
      }
    }
  }

  /// Whatever the words need: they are folded away before the strip makes a window wider.
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    fold();
    super.layoutChildren();
  }

  private void fold() {
    show(false);
    double room = getWidth() - snappedLeftInset() - snappedRightInset() - getSpacing() * 2;
    if (!foldable.isEmpty() && holder.prefWidth(-1) + right.prefWidth(-1) > room) {
      show(true);
    }
  }

  private void show(boolean folded) {
    ContentDisplay display = folded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
    for (ButtonBase button : foldable) {
      if (button.getContentDisplay() != display && !button.getText().isEmpty()) {
        button.setContentDisplay(display);
        button.setTooltip(folded ? new Tooltip(button.getText()) : null);
        button.setAccessibleText(button.getText());
      }
    }
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
