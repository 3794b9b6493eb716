package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The four big keys. They all look alike and none is chosen beforehand, so that nobody is led.
final class VerdictBar extends HBox {
  private final ReviewModel model;
  private final List<Button> verdicts = new ArrayList<>();
  private final Label mergeInto = Nodes.label("", "caption", "muted");
  private final Label last = Nodes.label("", "caption", "muted");
  private final Button undo;

  VerdictBar(ReviewModel model, Runnable undoLast) {
    this.model = model;
    getStyleClass().add("verdict-keys");
    Personal.mark(mergeInto);
    Label apart = Nodes.label(Messages.text("identity.key.not.words"), "caption", "muted");
    Label later = Nodes.label(Messages.text("identity.key.unsure.words"), "caption", "muted");
    verdicts.add(key("M", "identity.verdict.match", mergeInto, () -> model.judge(Verdict.MATCH)));
    verdicts.add(key("N", "identity.verdict.not", apart, () -> model.judge(Verdict.NOT_A_MATCH)));
    verdicts.add(key("U", "identity.verdict.unsure", later, () -> model.judge(Verdict.UNSURE)));
    undo = key("Ctrl Z", "identity.undo", last, undoLast);
    getChildren().addAll(verdicts);
    getChildren().add(undo);
    model.ready().subscribe(ready -> verdicts.forEach(key -> key.setDisable(!ready)));
    model.queue().subscribe(load -> showLast());
  }

  private static Button key(String keys, String titleKey, Label words, Runnable run) {
    String title = Messages.text(titleKey);
    KeyHint hint = new KeyHint(keys);
    hint.getStyleClass().add("big-key");
    words.setMinWidth(0);
    Tooltip.install(words, whole(words));
    VBox text = new VBox(1, Nodes.label(title, "strong"), words);
    text.setMinWidth(0);
    text.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(Nodes.row(10, hint, text));
    button.setAccessibleText(title + ", " + keys);
    button.getStyleClass().add("verdict-key");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setOnAction(event -> run.run());
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  /// The words again, for where they are cut.
  private static Tooltip whole(Label words) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(words.textProperty());
    return tip;
  }

  void show(@Nullable ReviewPair pair) {
    mergeInto.setText(
        pair == null
            ? ""
            : pair.together()
                ? Messages.text("identity.key.match.keep")
                : Messages.text("identity.key.match.words", Words.first(pair.left().name())));
    showLast();
  }

  private void showLast() {
    last.setText(
        model
            .last()
            .map(
                verdict ->
                    Messages.text(
                        "identity.key.undo.words",
                        Words.verdict(verdict).toLowerCase(java.util.Locale.ROOT)))
            .orElse(Messages.text("identity.key.undo.none")));
    undo.setDisable(model.last().isEmpty());
  }
}
