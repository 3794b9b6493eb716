package io.customer360.ui.center;

import io.customer360.assistant.Understanding;
import io.customer360.assistant.UnknownSpan;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What the question was taken to mean: editable chips and one line; or, when words were left over,
/// the question with those words underlined and questions close by.
final class Understood extends VBox {
  private final BiConsumer<String, String> choose;
  private final Consumer<String> ask;

  Understood(BiConsumer<String, String> choose, Consumer<String> ask) {
    super(6);
    this.choose = choose;
    this.ask = ask;
    getStyleClass().add("understood");
  }

  /// @param note a plain word when a local model fell back; may be empty
  void show(Understanding meaning, String note) {
    getChildren().clear();
    if (!meaning.chips().isEmpty()) {
      getChildren().add(chips(meaning));
    }
    if (!meaning.understood()) {
      getChildren().add(refused(meaning));
      return;
    }
    getChildren().add(Nodes.label(meaning.words(), "caption", "muted", "num"));
    if (!note.isEmpty()) {
      getChildren()
          .add(
              Nodes.row(
                  6,
                  Icons.of("fth-alert-triangle", 13, "warning"),
                  Nodes.wrapped(note, "caption", "warning")));
    }
  }

  private FlowPane chips(Understanding meaning) {
    FlowPane flow = new FlowPane(8, 6);
    for (var chip : meaning.chips()) {
      Chip shown =
          chip.editable()
              ? Chip.editable(
                  chip.label(),
                  chip.words(),
                  chip.value(),
                  chip.alternatives().stream()
                      .map(choice -> new Chip.Choice(choice.value(), choice.words()))
                      .toList(),
                  value -> choose.accept(chip.key(), value))
              : Chip.plain(chip.label(), chip.words());
      flow.getChildren().add(names(chip.words()) ? Personal.mark(shown) : shown);
    }
    return flow;
  }

  private VBox refused(Understanding meaning) {
    VBox box = new VBox(10);
    box.getStyleClass().addAll("card", "refused");
    box.getChildren()
        .addAll(
            Nodes.row(
                8,
                Icons.of("fth-help-circle", 16, "warning"),
                Nodes.label(Messages.text("center.refused"), "section")),
            covered(meaning, marked(meaning.question(), meaning.unknown())),
            covered(meaning, Nodes.wrapped(meaning.words(), "muted")));
    if (!meaning.near().isEmpty()) {
      VBox near = new VBox(6, Nodes.label(Messages.text("center.near"), "caption", "muted"));
      for (String question : meaning.near()) {
        Button button =
            Nodes.button(question, "fth-message-square", () -> ask.accept(question), "question");
        near.getChildren().add(button);
      }
      box.getChildren().add(near);
    }
    return box;
  }

  /// A question that fits several customers names them.
  private static <T extends Node> T covered(Understanding meaning, T words) {
    return meaning.near().stream().anyMatch(Understood::names) ? Personal.mark(words) : words;
  }

  /// Whether the words are about a customer: then the number stands beside the name.
  private static boolean names(String words) {
    return words.matches(".*\\bC-\\d+.*");
  }

  /// The question with the unknown words underlined.
  static TextFlow marked(String question, List<UnknownSpan> unknown) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("marked-question");
    int at = 0;
    for (UnknownSpan span : unknown) {
      int start = Math.clamp(span.start(), at, question.length());
      int end = Math.clamp(span.end(), start, question.length());
      add(flow, question.substring(at, start), false);
      add(flow, question.substring(start, end), true);
      at = end;
    }
    add(flow, question.substring(at), false);
    String words =
        unknown.stream().map(UnknownSpan::text).reduce((a, b) -> a + ", " + b).orElse("");
    Nodes.named(flow, AccessibleRole.TEXT, Messages.text("center.refused.words", question, words));
    return flow;
  }

  private static void add(TextFlow flow, String part, boolean unknown) {
    if (!part.isEmpty()) {
      Text text = new Text(part);
      text.getStyleClass().addAll(unknown ? List.of("lead", "unknown") : List.of("lead"));
      flow.getChildren().add(text);
    }
  }
}
