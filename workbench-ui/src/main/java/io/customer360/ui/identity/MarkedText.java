package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair.Agreement;
import io.customer360.identity.review.ReviewPair.Field;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The values of a compared field with the differing characters marked: amber where they nearly
/// agree, the whole value red where they do not.
final class MarkedText {
  private MarkedText() {}

  static Node left(Field field) {
    return value(field, true);
  }

  static Node right(Field field) {
    return value(field, false);
  }

  private static Node value(Field field, boolean leftSide) {
    String own = leftSide ? field.left() : field.right();
    String other = leftSide ? field.right() : field.left();
    if (blank(own)) {
      return Nodes.label(Messages.text("identity.empty-value"), "muted");
    }
    String text = own == null ? "" : own;
    if (field.agreement() == Agreement.DIFFERENT && !blank(other)) {
      Label whole = Personal.mark(Nodes.wrapped(text, "differs"));
      whole.setAccessibleText(text);
      return whole;
    }
    if (field.agreement() != Agreement.CLOSE || blank(other) || other == null) {
      return flow(text, List.of(new Difference.Run(text, Difference.Kind.SAME)));
    }
    Difference difference = leftSide ? Difference.of(text, other) : Difference.of(other, text);
    return flow(text, leftSide ? difference.left() : difference.right());
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static TextFlow flow(String whole, List<Difference.Run> runs) {
    TextFlow flow = Personal.mark(new TextFlow());
    flow.getStyleClass().add("marked");
    for (Difference.Run run : runs) {
      if (run.kind() == Difference.Kind.SAME) {
        Text text = new Text(run.text());
        text.getStyleClass().add("marked-text");
        flow.getChildren().add(text);
      } else {
        flow.getChildren().add(Nodes.label(run.text(), "mark"));
      }
    }
    flow.setAccessibleText(whole);
    return flow;
  }
}
