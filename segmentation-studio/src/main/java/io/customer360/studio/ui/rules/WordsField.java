package io.customer360.studio.ui.rules;

import io.customer360.studio.words.Spoken;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A field for a sentence, with what was understood below it. Words that are not understood are
/// underlined where they stand. Enter makes the rules, Esc and Down go to them.
final class WordsField {
  private final UiContext context;
  private final WordsModel model;
  private final TextField field = new TextField();
  private final Path underline = new Path();
  private final Label words = Nodes.wrapped("", "caption", "muted");
  private final VBox root;
  private final Runnable leave;

  /// @param leave gives the focus to the tree
  WordsField(UiContext context, WordsModel model, DraftModel draft, Runnable leave) {
    this.context = context;
    this.model = model;
    this.leave = leave;
    field.setPromptText(Messages.text("studio.words.prompt"));
    field.setAccessibleText(Messages.text("studio.words"));
    field.getStyleClass().add("words-field");
    underline.getStyleClass().add("words-unknown");
    underline.setManaged(false);
    underline.setMouseTransparent(true);
    Node icon = Icons.of("fth-message-square", 14, "muted");
    icon.setMouseTransparent(true);
    StackPane box = new StackPane(field, icon, underline);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    StackPane.setMargin(icon, new javafx.geometry.Insets(0, 0, 0, 11));
    box.setMinHeight(32);
    root = new VBox(6, box, words);
    root.getStyleClass().add("words-box");
    field.textProperty().addListener((o, before, now) -> model.type(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.caretPositionProperty().addListener((o, before, now) -> mark());
    field.widthProperty().addListener((o, before, now) -> mark());
    model.heard().subscribe(this::show);
    draft
        .head()
        .addListener(
            (o, before, now) -> {
              // another segment: its rules were not made of these words
              if (before.saved() != now.saved() && now.saved() == null
                  || !before.title().equals(now.title()) && model.taken().isEmpty()) {
                field.clear();
              }
            });
  }

  Node root() {
    return root;
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      model.take(field.getText());
      event.consume();
    } else if (code == KeyCode.ESCAPE || code == KeyCode.DOWN) {
      leave.run();
      event.consume();
    }
  }

  private void show(Load<Spoken> load) {
    words.getStyleClass().removeAll("danger", "muted");
    boolean failed = false;
    String text = Messages.text("studio.words.hint");
    if (load instanceof Load.Failed<Spoken>(var fault)) {
      text = fault.plain();
      failed = true;
    } else if (load.value() != null) {
      Spoken spoken = load.value();
      String count = context.formats().count(spoken.phrases().size());
      if (!spoken.understood()) {
        failed = !(load instanceof Load.Loading<?>);
        text =
            spoken.unknown().isEmpty()
                ? spoken.problem()
                : Messages.text(
                    spoken.unknown().size() == 1
                        ? "studio.words.unknown.one"
                        : "studio.words.unknown",
                    context.formats().count(spoken.unknown().size()));
      } else if (spoken.text().equals(model.taken())) {
        text = Messages.text("studio.words.taken", count);
      } else {
        text = Messages.text("studio.words.understood", count);
      }
    }
    words.setText(text);
    words.getStyleClass().add(failed ? "danger" : "muted");
    words.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    mark();
  }

  /// The node that draws what was typed: the prompt stays in the field as another.
  private @Nullable Text drawn(String typed) {
    return field.lookupAll(".text").stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(node -> node.getText().equals(typed))
        .findFirst()
        .orElse(null);
  }

  /// Draws the underline below the words as the field shows them now, scrolled or not.
  private void mark() {
    underline.getElements().clear();
    Spoken spoken = model.heard().get() instanceof Load.Ready<Spoken>(var ready) ? ready : null;
    String shown = field.getText();
    Text text = drawn(shown);
    if (spoken == null || text == null) {
      return;
    }
    int offset = Math.max(0, shown.indexOf(spoken.text()));
    for (var span : spoken.unknown()) {
      int start = Math.clamp(span.start() + offset, 0, shown.length());
      int end = Math.clamp(span.end() + offset, start, shown.length());
      underline.getElements().addAll(List.of(text.underlineShape(start, end)));
    }
    field.layout();
    Point2D at = underline.getParent().sceneToLocal(text.localToScene(0, 0));
    if (at != null) {
      underline.setLayoutX(at.getX());
      underline.setLayoutY(at.getY() + 2);
    }
  }
}
