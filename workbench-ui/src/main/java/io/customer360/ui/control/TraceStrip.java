package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How a decision came about: a head cell, then Observe, Reason, Decide, Act with time, what was
/// found in two lines at most, and from what. A step opens its inputs. 88 high.
public final class TraceStrip extends HBox {
  private static final double SIDES = 33;
  private static final double LINE = 16;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  /// One step of the decision.
  ///
  /// @param time ready to print: `12 ms`, `now`
  /// @param current the step that waits for a person
  /// @param open shows the step's inputs
  public record Step(
      String name, String time, String first, String second, boolean current, Runnable open) {}

  /// @param head what stands left of the steps: title, decision id, replay state
  public TraceStrip(Node head, List<Step> steps) {
    getStyleClass().add("trace-strip");
    VBox cell = new VBox(head);
    cell.getStyleClass().add("trace-head");
    cell.setMinWidth(160);
    cell.setPrefWidth(160);
    getChildren().add(cell);
    TextWidth letters = new TextWidth("Inter", 12);
    for (Step step : steps) {
      Button button = button(step, letters);
      HBox.setHgrow(button, Priority.ALWAYS);
      getChildren().add(button);
    }
  }

  private static Button button(Step step, TextWidth letters) {
    StackPane mark = new StackPane(Icons.of(step.current() ? "fth-user" : "fth-check", 12));
    mark.getStyleClass().add("trace-mark");
    mark.setMinSize(20, 20);
    mark.setMaxSize(20, 20);
    Label time = Nodes.label(step.time(), "caption", "muted", "num");
    time.setMinWidth(USE_PREF_SIZE);
    HBox title = Nodes.row(7, mark, Nodes.label(step.name(), "strong"), Nodes.spacer(), time);
    Label first = Nodes.wrapped(step.first(), "caption");
    first.setMinHeight(LINE);
    first.setMaxHeight(2 * LINE);
    Label second = Nodes.label(step.second(), "caption", "muted");
    second.setMinHeight(LINE);
    VBox box = new VBox(2, title, first, second);
    box.setAlignment(Pos.TOP_LEFT);
    Button button = new Button();
    button.getStyleClass().add("trace-step");
    button.pseudoClassStateChanged(CURRENT, step.current());
    button.setGraphic(box);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setPrefWidth(
        Math.clamp(
            Math.max(letters.of(step.first()), letters.of(step.second())) + SIDES, 160, 440));
    button.setMinWidth(120);
    box.prefWidthProperty().bind(button.widthProperty().subtract(SIDES));
    box.setMinWidth(0);
    button.setTooltip(new Tooltip(step.first() + "\n" + step.second()));
    button.setAccessibleText(
        step.name() + " " + step.time() + ". " + step.first() + " " + step.second());
    button.setOnAction(event -> step.open().run());
    return button;
  }
}
