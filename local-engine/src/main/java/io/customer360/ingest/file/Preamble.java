package io.customer360.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines before the header: the `sep=;` a spreadsheet is told its delimiter by, comments, and the
/// title of a report.
///
/// @param lines how many
/// @param delimiter the one they name, if they do
/// @param remark what a person is told; empty where there are none
public record Preamble(int lines, Optional<String> delimiter, String remark) {
  static final Preamble NONE = new Preamble(0, Optional.empty(), "");

  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");

  /// Lines looked at for a title, and for what the table below it is like.
  private static final int MOST = 10;

  private static final int LOOKED_AT = 40;

  /// A table of fewer columns is not told from a title.
  private static final int FEWEST_COLUMNS = 3;

  static Preamble of(String text, boolean whole) {
    List<String> lines = text.lines().limit(LOOKED_AT).toList();
    Matcher separator = SEPARATOR.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (separator.matches()) {
      String delimiter = separator.group(1);
      return new Preamble(
          1, Optional.of(delimiter), "Line 1 names the delimiter and is no row of the file.");
    }
    int comments = 0;
    while (comments < lines.size() - 1 && lines.get(comments).startsWith("#")) {
      comments++;
    }
    String rest = behind(text, comments);
    String delimiter = TextGuess.delimiter(rest, whole).value();
    if (comments > 0
        && width(lines.getFirst(), delimiter) < width(lines.get(comments), delimiter)) {
      return new Preamble(comments, Optional.empty(), left(comments, "a comment", "comments"));
    }
    int title = title(lines, TextGuess.delimiter(text, whole).value());
    return title == 0
        ? NONE
        : new Preamble(title, Optional.empty(), left(title, "a title", "a title"));
  }

  private static String left(int lines, String one, String more) {
    return lines == 1
        ? "Line 1 is taken as " + one + " above the table and left out."
        : "Lines 1 to " + lines + " are taken as " + more + " above the table and left out.";
  }

  /// Lines at the start with next to nothing in them, above lines that are all of one table.
  private static int title(List<String> lines, String delimiter) {
    List<Integer> widths = lines.stream().map(line -> width(line, delimiter)).toList();
    if (widths.size() < 3) {
      return 0;
    }
    List<Integer> sorted = widths.stream().sorted().toList();
    int usual = sorted.get(sorted.size() / 2);
    if (usual < FEWEST_COLUMNS) {
      return 0;
    }
    int title = 0;
    while (title < Math.min(MOST, widths.size() - 2) && widths.get(title) * 2 < usual) {
      title++;
    }
    boolean fullHeader = widths.get(title) * 5 >= usual * 4;
    return title > 0 && title < MOST && fullHeader && widths.getFirst() <= 2 ? title : 0;
  }

  /// Fields with something in them.
  private static int width(String line, String delimiter) {
    return (int)
        List.of(line.split(Pattern.quote(delimiter), -1)).stream()
            .filter(field -> !field.isBlank() && !field.strip().equals("\"\""))
            .count();
  }

  /// The text behind its first lines.
  public static String behind(String text, int lines) {
    int at = 0;
    for (int i = 0; i < lines; i++) {
      int end = text.indexOf('\n', at);
      int alone = text.indexOf('\r', at);
      boolean returns = alone >= 0 && (end < 0 || alone < end - 1);
      int next = returns ? alone : end;
      if (next < 0) {
        return "";
      }
      at = next + 1;
    }
    return text.substring(at);
  }

  /// The bytes of a text with its first lines emptied, so that every other line keeps its number.
  static InputStream without(InputStream in, int lines) {
    return lines == 0 ? in : new Emptied(in, lines);
  }

  private static final class Emptied extends FilterInputStream {
    private int left;

    Emptied(InputStream in, int lines) {
      super(in);
      this.left = lines;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      while (left > 0 && value >= 0 && value != '\n') {
        value = in.read();
      }
      left -= left > 0 && value == '\n' ? 1 : 0;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return in.read(buffer, offset, length);
      }
      int value = length == 0 ? -1 : read();
      if (value < 0) {
        return length == 0 ? 0 : -1;
      }
      buffer[offset] = (byte) value;
      return 1;
    }
  }
}
