package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair.Agreement;
import io.customer360.identity.review.ReviewPair.Field;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import io.customer360.ui.text.Phones;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
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
    String own = shown(leftSide ? field.left() : field.right());
    String other = shown(leftSide ? field.right() : field.left());
    if (blank(own)) {
      return Nodes.label(Messages.text("identity.empty-value"), "muted");
    }
    String text = own == null ? "" : own;
    if (field.agreement() == Agreement.DIFFERENT && !blank(other)) {
      return different(text);
    }
    if (field.agreement() != Agreement.CLOSE || blank(other) || other == null) {
      return flow(text, List.of(new Difference.Run(text, Difference.Kind.SAME)));
    }
    Difference difference = leftSide ? Difference.of(text, other) : Difference.of(other, text);
    return flow(text, leftSide ? difference.left() : difference.right());
  }

  private static @Nullable String shown(@Nullable String value) {
    return value == null ? null : Phones.grouped(value);
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  /// In a red box; an address that does not fit on a line ends it before the at sign, not within a
  /// word.
  private static Node different(String text) {
    int at = text.indexOf('@');
    if (at <= 0) {
      Label whole = Personal.mark(Nodes.wrapped(text, "differs"));
      whole.setAccessibleText(text);
      return whole;
    }
    FlowPane address =
        new FlowPane(
            Personal.mark(Nodes.label(text.substring(0, at))),
            Personal.mark(Nodes.label(text.substring(at))));
    address.getStyleClass().add("differs");
    return Nodes.named(address, AccessibleRole.TEXT, text);
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
