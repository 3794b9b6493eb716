import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (or, with `write`, mends) the layout of every Java source below a folder.
///
/// Run by the build; by hand: `./mvnw -N validate -Dformat=write`.
final class Format {
  private static final int WIDTH = 100;

  public static void main(String[] arguments) throws Exception {
    boolean write = arguments[0].equals("write");
    Path root = Path.of(arguments[1]);
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> wrong = new ArrayList<>();
    for (Path file : sources(root)) {
      String text = Files.readString(file);
      String formatted;
      try {
        formatted =
            formatter.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(
                        wrapped(text), JavaFormatterOptions.Style.GOOGLE)));
      } catch (Exception e) {
        System.err.println(root.relativize(file) + ": " + e.getMessage());
        wrong.add(root.relativize(file).toString());
        continue;
      }
      if (!formatted.equals(text)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          wrong.add(root.relativize(file).toString());
        }
      }
    }
    if (!wrong.isEmpty()) {
      System.err.println("Not formatted. Mend with: ./mvnw -N validate -Dformat=write");
      wrong.forEach(file -> System.err.println("  " + file));
      System.exit(1);
    }
  }

  /// Long lines of Markdown documentation go on in the next line as documentation; the formatter
  /// itself would go on with `//`, which ends it.
  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (String line : text.split("(?<=\\n)")) {
      String rest = line.stripTrailing();
      String ending = line.substring(rest.length());
      String slashes = rest.substring(0, rest.length() - rest.stripLeading().length()) + "/// ";
      while (rest.startsWith(slashes) && rest.length() > WIDTH) {
        int blank = rest.lastIndexOf(' ', WIDTH);
        if (blank < slashes.length()) {
          break;
        }
        out.append(rest, 0, blank).append('\n');
        rest = slashes + rest.substring(blank + 1);
      }
      out.append(rest).append(ending);
    }
    return out.toString();
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*[/\\\\])?target[/\\\\].*"))
          .sorted()
          .toList();
    }
  }
}
