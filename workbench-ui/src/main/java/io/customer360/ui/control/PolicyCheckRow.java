package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One policy: passed, failed or to be looked at, its name, and the fact with numbers.
public final class PolicyCheckRow extends HBox {
  public PolicyCheckRow(Tone tone, String name, String fact) {
    super(8);
    getStyleClass().add("policy-row");
    String icon =
        switch (tone) {
          case GOOD -> "fth-check-circle";
          case BAD -> "fth-slash";
          case WARN -> "fth-alert-triangle";
          case NORMAL, MUTED, ACCENT -> "fth-minus-circle";
        };
    Label title = Nodes.label(name);
    title.setMinWidth(108);
    title.setPrefWidth(108);
    Label words = Personal.markIfFound(Nodes.label(fact, "caption", "muted"), fact);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setTooltip(new Tooltip(fact));
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.small(icon, tone.styleClass()), title, words);
    String state =
        switch (tone) {
          case GOOD -> "passed";
          case BAD -> "failed";
          case WARN -> "look here";
          case NORMAL, MUTED, ACCENT -> "not checked";
        };
    Nodes.named(this, AccessibleRole.LIST_ITEM, name + " " + state + ". " + fact);
  }
}
