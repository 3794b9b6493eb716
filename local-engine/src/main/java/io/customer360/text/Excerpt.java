package io.customer360.text;

/// The beginning of a text. A character outside the basic plane (an emoji) takes two units in Java;
/// half of one has no canonical JSON and no UTF-8, so the cut goes before it.
public final class Excerpt {
  private Excerpt() {}

  /// The first `longest` UTF-16 units of the text, one fewer where the last would be half a
  /// character.
  ///
  /// @param longest 0 or more
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits =
        longest > 0
            && Character.isHighSurrogate(text.charAt(longest - 1))
            && Character.isLowSurrogate(text.charAt(longest));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /// As [#of], and an ellipsis where something was left out.
  public static String dotted(String text, int longest) {
    return text.length() <= longest ? text : of(text, longest) + "…";
  }
}
