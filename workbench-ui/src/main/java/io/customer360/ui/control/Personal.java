package io.customer360.ui.control;

import io.customer360.ui.theme.ThemeManager;
import java.util.regex.Pattern;
import javafx.scene.Node;

/// Marks what belongs to a person, so that the presentation mask covers it: the style class
/// `personal`.
public final class Personal {
  /// The style class the mask covers.
  public static final String CLASS = ThemeManager.PERSONAL;

  /// An e-mail address, or seven digits and more written as a number to call.
  private static final Pattern TRACE =
      Pattern.compile(
          "\\S+@\\S+|(?<![\\w.,£-])(?!\\d{4}-\\d{2}-\\d{2})\\+?\\d[\\d ()/-]{7,}\\d(?![\\w.,])");

  /// Names of things and dates of custom, which are no secret.
  private static final Pattern THING =
      Pattern.compile(
          "(?i).*(product|category|store|segment|campaign|offer|model|policy|source|file).{0,2}name"
              + "|.*[ _]since");

  private static final Pattern COLUMN =
      Pattern.compile(
          "(?i).*(customer|person|recipient|name|e-?mail|phone|mobile|address|postcode|street|born"
              + "|birth).*");

  private Personal() {}

  public static <T extends Node> T mark(T node) {
    if (!node.getStyleClass().contains(CLASS)) {
      node.getStyleClass().add(CLASS);
    }
    return node;
  }

  /// Marks the node when its text holds an e-mail address or a phone number.
  public static <T extends Node> T markIfFound(T node, String text) {
    return TRACE.matcher(text).find() ? mark(node) : node;
  }

  /// Whether a column or field of this name holds what belongs to a person. A name of something
  /// unknown counts too: covering too much is the safe side.
  public static boolean column(String name) {
    return COLUMN.matcher(name).matches() && !THING.matcher(name).matches();
  }

  /// Whether a text holds an e-mail address or a phone number.
  public static boolean found(String text) {
    return TRACE.matcher(text).find();
  }
}
