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

/// What a merge would do to what the person allowed: a no of one side stands for both.
final class ConsentNote {
  private static final int SHOWN = 3;

  private ConsentNote() {}

  static Node of(ReviewPair pair) {
    List<ReviewPair.ConsentEffect> stricter =
        pair.consents().stream().filter(ConsentNote::stricter).toList();
    int oneSided = pair.consents().size() - stricter.size();
    VBox words = new VBox(2);
    words.getStyleClass().add("consent-note");
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    boolean strict = !stricter.isEmpty();
    String key =
        pair.together()
            ? "identity.consent.together"
            : strict ? "identity.consent.stricter" : "identity.consent.same";
    words.getChildren().add(Nodes.label(Messages.text(key), strict ? "strong" : "muted"));
    stricter.stream().limit(SHOWN).forEach(effect -> words.getChildren().add(line(effect)));
    if (stricter.size() > SHOWN) {
      words
          .getChildren()
          .add(
              Nodes.label(
                  Messages.text("identity.more", stricter.size() - SHOWN), "caption", "muted"));
    }
    String last =
        (oneSided > 0 ? Messages.text("identity.consent.one", oneSided) + " " : "")
            + (strict ? Messages.text("identity.consent.undo") : "");
    if (!last.isBlank()) {
      words.getChildren().add(Nodes.wrapped(last.strip(), "caption", "muted"));
    }
    Node icon =
        strict
            ? Icons.of("fth-alert-triangle", 16, "warning")
            : Icons.of("fth-check", 16, "success");
    HBox box = new HBox(12, icon, words);
    box.getStyleClass().add("consent-row");
    return box;
  }

  /// Somebody who said yes is held to the other's no. An answer only one side gave takes nothing
  /// away from anybody.
  static boolean stricter(ReviewPair.ConsentEffect effect) {
    return "no".equals(effect.together())
        && ("yes".equals(effect.left()) || "yes".equals(effect.right()));
  }

  private static Node line(ReviewPair.ConsentEffect effect) {
    String about =
        Messages.text(
            "identity.consent.line",
            Words.purpose(effect.purpose()),
            Words.channel(effect.channel()),
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
