package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Two to four choices side by side, one of them always on.
public final class Segmented extends HBox {
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

  public Segmented(String name, String... titles) {
    getStyleClass().add("segmented");
    Nodes.named(this, AccessibleRole.TOOL_BAR, name);
    for (int i = 0; i < titles.length; i++) {
      ToggleButton button = new ToggleButton(titles[i]);
      button.getStyleClass().add("segment");
      button.setMinWidth(USE_PREF_SIZE);
      int index = i;
      button.setOnAction(event -> select(index));
      buttons.add(button);
    }
    getChildren().addAll(buttons);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    select(0);
  }

  public void select(int index) {
    selected.set(index);
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == index);
    }
  }

  public int selected() {
    return selected.get();
  }

  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }
}
