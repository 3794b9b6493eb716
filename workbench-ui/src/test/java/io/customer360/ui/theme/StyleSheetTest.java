package io.customer360.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Colours live in the two token sheets only: everything else names them, so that both themes hold.
class StyleSheetTest {
  private static final Pattern LITERAL =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(|(?<!smoothing-type):\\s*(white|black|red|green|blue|gray|grey|orange)\\b");

  static List<String> literals(String css) {
    String bare = css.replaceAll("(?s)/\\*.*?\\*/", "");
    return LITERAL.matcher(bare).results().map(match -> match.group()).toList();
  }

  @Test
  void noSheetButTheTokensHoldsAColour() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path sheet : files("src/main/resources", ".css")) {
      if (!sheet.getFileName().toString().startsWith("tokens-")) {
        literals(Files.readString(sheet)).forEach(hit -> faults.add(sheet + ": " + hit));
      }
    }
    assertThat(faults).as("name a token of tokens-light.css instead").isEmpty();
  }

  @Test
  void noClassSetsAStyleOrAColourByValue() throws IOException {
    List<String> faults = new ArrayList<>();
    Pattern inCode = Pattern.compile("\\.setStyle\\(|Color\\.(web|rgb|valueOf)\\(");
    for (Path source : files("src/main/java", ".java")) {
      if (inCode.matcher(Files.readString(source)).find()) {
        faults.add(source.toString());
      }
    }
    assertThat(faults).as("use a style class").isEmpty();
  }

  @Test
  void theRuleCanFail() {
    assertThat(
            literals(
                ".x { -fx-fill: #fff; } .y { -fx-fill: rgba(1,2,3,0.5); } .z { -fx-fill: red; }"))
        .hasSize(3);
    assertThat(literals("/* #fff */ .x { -fx-fill: -color-fg-default; }")).isEmpty();
  }

  @Test
  void bothThemesDefineTheSameTokens() throws IOException {
    Path folder = Path.of("src/main/resources/io/customer360/ui/theme");
    assertThat(own(folder.resolve("tokens-dark.css")))
        .isEqualTo(own(folder.resolve("tokens-light.css")));
  }

  private static List<String> own(Path sheet) throws IOException {
    return Pattern.compile("^\\s*(-c360-[\\w-]+|-color-chart-\\d):", Pattern.MULTILINE)
        .matcher(Files.readString(sheet))
        .results()
        .map(match -> match.group(1))
        .sorted()
        .toList();
  }

  static List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      return walk.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
