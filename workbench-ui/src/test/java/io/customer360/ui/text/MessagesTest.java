package io.customer360.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Words and code agree both ways: no key without words, no words without a user.
class MessagesTest {
  private static final Path WORDS = Path.of("src/main/resources/io/customer360/ui");
  private static final Path CODE = Path.of("src/main/java/io/customer360/ui");
  private static final Pattern USE =
      Pattern.compile("Messages\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*\\.[\\w.-]*)\"");

  @Test
  void everyKeyUsedHasWords() throws IOException {
    Set<String> known = known();
    List<String> missing = new ArrayList<>();
    for (Path source : files(CODE, ".java")) {
      USE.matcher(Files.readString(source))
          .results()
          .map(match -> match.group(1))
          .filter(key -> !known.contains(key))
          .forEach(key -> missing.add(source.getFileName() + " asks for " + key));
    }
    assertThat(missing).as("add them to messages.properties of the room").isEmpty();
  }

  @Test
  void allWordsAreUsed() throws IOException {
    Set<String> literals = new HashSet<>();
    for (Path source : files(CODE, ".java")) {
      LITERAL.matcher(Files.readString(source)).results().forEach(m -> literals.add(m.group(1)));
    }
    Set<String> unused = new TreeSet<>();
    for (String key : known()) {
      boolean built =
          literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal))
              || literals.stream()
                  .anyMatch(literal -> literal.endsWith("-") && key.startsWith(literal));
      if (!literals.contains(key) && !built) {
        unused.add(key);
      }
    }
    assertThat(unused).as("remove them from messages.properties of the room").isEmpty();
  }

  @Test
  void keysBelongToTheirRoom() throws IOException {
    for (Path file : files(WORDS, "messages.properties")) {
      String room = file.getParent().getFileName().toString();
      assertThat(load(file).stringPropertyNames()).allMatch(key -> key.startsWith(room + "."));
    }
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> Messages.text("shell.no-such-words"))
        .isInstanceOf(MissingResourceException.class)
        .hasMessageContaining("shell.no-such-words");
  }

  @Test
  void argumentsArePlaced() {
    assertThat(Messages.text("shell.customers", "10,482")).isEqualTo("10,482 customers");
  }

  private static Set<String> known() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(WORDS, "messages.properties")) {
      keys.addAll(load(file).stringPropertyNames());
    }
    return keys;
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
