package io.customer360.ui.shell;

import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The making of the first workspace: real steps with real counts and times, and a way to stop.
///
/// ```java
/// List<String> steps = List.of("Write 7 source files", ...);
/// FirstRunView view = new FirstRunView(title, words, steps, formats);
/// view.onCancel(job::cancel);
/// view.accept(new FirstRunEvent.Started(0));   // from any thread
/// ```
public final class FirstRunView extends StackPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final Formats formats;
  private final List<Step> steps = new ArrayList<>();
  private final Button cancel;
  private final Label foot = Nodes.label("", "caption", "muted");
  private final VBox box;
  private Runnable onCancel = () -> {};

  public FirstRunView(String title, String words, List<String> titles, Formats formats) {
    this.formats = formats;
    getStyleClass().addAll("workbench", "first-run");
    VBox list = new VBox();
    list.getStyleClass().add("first-steps");
    for (String name : titles) {
      Step step = new Step(name);
      steps.add(step);
      list.getChildren().add(step);
    }
    cancel = Nodes.button(Messages.text("shell.first.cancel"), () -> onCancel.run());
    HBox head = Nodes.row(12, new Mark(24), Nodes.label(title, "title"));
    Region sentence = Nodes.wrapped(words, "muted");
    HBox actions = Nodes.row(8, cancel, foot);
    VBox body = new VBox(16, sentence, list, actions);
    body.getStyleClass().add("first-body");
    box = new VBox(8, head, body);
    box.getStyleClass().addAll("card", "first-card");
    box.setMaxSize(720, Region.USE_PREF_SIZE);
    getChildren().add(box);
    Nodes.named(this, AccessibleRole.PARENT, title);
  }

  public void onCancel(Runnable action) {
    onCancel = action;
  }

  /// One muted line beside the button: `About 9 s left.`
  public void foot(String words) {
    foot.setText(words);
  }

  /// Takes an event; safe from any thread.
  public void accept(FirstRunEvent event) {
    if (Platform.isFxApplicationThread()) {
      apply(event);
    } else {
      Platform.runLater(() -> apply(event));
    }
  }

  private void apply(FirstRunEvent event) {
    switch (event) {
      case FirstRunEvent.Started(var step) -> steps.get(step).start();
      case FirstRunEvent.Moved(var step, var fact, var fraction) ->
          steps.get(step).move(fact, fraction);
      case FirstRunEvent.Done(var step, var title, var fact, var millis) ->
          steps.get(step).done(title, fact, formats.millis(millis));
      case FirstRunEvent.Failed(var step, var fault) -> {
        steps.get(step).failed();
        Nodes.visible(cancel, false);
        foot.setText("");
        box.getChildren()
            .add(
                new ErrorState(
                    fault.plain(),
                    fault,
                    Nodes.button(
                        Messages.text("shell.first.close"), () -> onCancel.run(), "accent")));
      }
    }
  }

  private final class Step extends HBox {
    private final StackPane mark = new StackPane();
    private final Label title;
    private final Label fact = Nodes.label("", "caption", "muted", "num");
    private final Meter bar = new Meter(96, 4);
    private final Label time = Nodes.label("", "caption", "muted", "num");

    Step(String name) {
      super(10);
      getStyleClass().add("first-step");
      setAlignment(Pos.CENTER_LEFT);
      mark.setMinSize(14, 14);
      mark.setMaxSize(14, 14);
      title = Nodes.label(name, "first-title");
      title.setMinWidth(200);
      title.setPrefWidth(200);
      fact.setMinWidth(0);
      bar.getStyleClass().add("accent-meter");
      bar.setMaxWidth(96);
      Nodes.visible(bar, false);
      time.setMinWidth(48);
      time.setAlignment(Pos.CENTER_RIGHT);
      getChildren().addAll(mark, title, fact, Nodes.spacer(), bar, time);
      mark(dot("first-waiting"));
      pseudoClassStateChanged(WAITING, true);
      Nodes.named(this, AccessibleRole.LIST_ITEM, name);
    }

    private static Node dot(String styleClass) {
      Region dot = new Region();
      dot.getStyleClass().add(styleClass);
      double size = "first-waiting".equals(styleClass) ? 6 : 10;
      dot.setMinSize(size, size);
      dot.setMaxSize(size, size);
      return dot;
    }

    private void mark(Node node) {
      mark.getChildren().setAll(node);
    }

    void start() {
      pseudoClassStateChanged(WAITING, false);
      pseudoClassStateChanged(CURRENT, true);
      mark(dot("first-running"));
    }

    void move(String words, double fraction) {
      if (!words.isEmpty()) {
        fact.setText(words);
      }
      Nodes.visible(bar, fraction >= 0);
      bar.valueProperty().set(Math.max(0, fraction));
      time.setText(fraction >= 0 ? formats.percent(fraction) : "");
    }

    void done(String name, String words, String took) {
      pseudoClassStateChanged(WAITING, false);
      pseudoClassStateChanged(CURRENT, false);
      mark(Icons.small("fth-check", "success"));
      title.setText(name);
      fact.setText(words);
      Nodes.visible(bar, false);
      time.setText(took);
      setAccessibleText(name + ", " + words + ", " + took);
    }

    void failed() {
      pseudoClassStateChanged(CURRENT, false);
      mark(Icons.small("fth-x", "danger"));
      Nodes.visible(bar, false);
      time.setText("");
    }
  }
}
