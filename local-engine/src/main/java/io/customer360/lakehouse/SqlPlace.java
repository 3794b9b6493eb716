package io.customer360.lakehouse;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a SQL text something is, in a person's words.
final class SqlPlace {
  private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): (.*)\\R([ ]*)\\^");

  private SqlPlace() {}

  /// `Line 2, column 5: `, or nothing for an unknown position. The parser counts bytes.
  static String at(String sql, int position) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    if (position < 0 || position > bytes.length) {
      return "";
    }
    String before = new String(bytes, 0, position, StandardCharsets.UTF_8);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return "Line " + line + ", column " + column + ": ";
  }

  /// The place a message of the database points to; `shift` characters stood before the text.
  static String in(String message, int shift) {
    Matcher place = LINE.matcher(message);
    if (!place.find()) {
      return "";
    }
    int line = Integer.parseInt(place.group(1));
    int column = place.group(3).length() + 1 - ("LINE " + line + ": ").length();
    if (place.group(2).startsWith("...")) {
      return "Line " + line + ": ";
    }
    return "Line " + line + ", column " + Math.max(1, line == 1 ? column - shift : column) + ": ";
  }
}
