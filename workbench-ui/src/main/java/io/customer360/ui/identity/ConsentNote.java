package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a merge would do to what the person allowed: it only ever becomes stricter.
final class ConsentNote {
  private static final int SHOWN = 6;

  private ConsentNote() {}

  static Node of(ReviewPair pair) {
    List<ReviewPair.ConsentEffect> effects = pair.consents();
    VBox words = new VBox(2);
    words.getStyleClass().add("consent-note");
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    boolean stricter = !effects.isEmpty();
    String key =
        pair.together()
            ? "identity.consent.together"
            : stricter ? "identity.consent.stricter" : "identity.consent.same";
    words.getChildren().add(Nodes.label(Messages.text(key), stricter ? "strong" : "muted"));
    effects.stream().limit(SHOWN).forEach(effect -> words.getChildren().add(line(effect)));
    if (effects.size() > SHOWN) {
      words
          .getChildren()
          .add(
              Nodes.label(
                  Messages.text("identity.more", effects.size() - SHOWN), "caption", "muted"));
    }
    if (stricter) {
      words
          .getChildren()
          .add(Nodes.wrapped(Messages.text("identity.consent.undo"), "caption", "muted"));
    }
    Node icon =
        stricter
            ? Icons.of("fth-alert-triangle", 16, "warning")
            : Icons.of("fth-check", 16, "success");
    HBox box = new HBox(12, icon, words);
    box.getStyleClass().add("consent-row");
    return box;
  }

  private static Node line(ReviewPair.ConsentEffect effect) {
    String about =
        Messages.text(
            "identity.consent.line",
            Words.sentence(effect.purpose()),
            effect.channel(),
            Words.answer(effect.left()),
            Words.answer(effect.right()));
    Text first = new Text(about + " ");
    first.getStyleClass().add("muted");
    Text then = new Text(effect.together());
    then.getStyleClass().addAll("marked-text", "strong");
    Text end = new Text(".");
    end.getStyleClass().add("muted");
    TextFlow line = new TextFlow(first, then, end);
    line.setAccessibleText(about + " " + effect.together());
    return line;
  }
}
