package io.customer360.ui.theme;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A node whose words are replaced by dashes of the same length, which `mask.css` draws as one bar.
/// What is written to the node meanwhile is replaced at once, and shown when the cover is lifted.
final class Covered {
  private static final String CLASS = "covered";

  private final Node node;
  private final StringProperty text;
  private final ChangeListener<String> follow = (property, before, now) -> written(now);
  private @Nullable String whole;
  private @Nullable String shown;

  private Covered(Node node, StringProperty text) {
    this.node = node;
    this.text = text;
  }

  /// Covers the words of this node.
  static Covered of(Node node, StringProperty text) {
    Covered covered = new Covered(node, text);
    node.getStyleClass().add(CLASS);
    node.getProperties().put(Covered.class, covered);
    covered.written(text.get());
    text.addListener(covered.follow);
    return covered;
  }

  /// The cover of this node, if it has one.
  static @Nullable Covered on(Node node) {
    return node.hasProperties()
            && node.getProperties().get(Covered.class) instanceof Covered covered
        ? covered
        : null;
  }

  private void written(@Nullable String now) {
    if (now == null || !now.equals(shown)) {
      whole = now;
      shown = dashes(now);
      text.set(shown);
    }
  }

  /// Shows the words again.
  void lift() {
    text.removeListener(follow);
    text.set(whole);
    node.getStyleClass().remove(CLASS);
    node.getProperties().remove(Covered.class);
  }

  /// En dashes, which touch each other, for all that is not white space.
  static @Nullable String dashes(@Nullable String words) {
    return words == null ? null : words.replaceAll("\\S", "\u2013");
  }
}
