package io.customer360.studio.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.assistant.UnknownSpan;
import io.customer360.assistant.planner.BuiltInPlanner;
import io.customer360.assistant.semantic.People;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.Values;
import io.customer360.studio.segment.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sentence gives exactly the golden rules, or is refused for exactly the golden words.
class WordsToRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "city", List.of("Leeds", "York", "Bristol"),
          "country", List.of("GB", "IE"),
          "category", List.of("Tents", "Footwear", "Kids"),
          "product", List.of("Ridgeline Anorak", "Beacon Tent 2"),
          "batch", List.of("26-08", "26-07"),
          "recalled_batch", List.of("26-08"),
          "carrier", List.of("Swiftline", "Royal Parcel"),
          "campaign", List.of("Autumn layers"),
          "topic", List.of("delivery", "returns"));

  record Golden(String say, JsonNode entry) {
    @Override
    public String toString() {
      return say;
    }
  }

  static List<Golden> golden() throws IOException {
    try (InputStream in = WordsToRulesTest.class.getResourceAsStream("golden-segments.yaml")) {
      List<Golden> all = new ArrayList<>();
      for (JsonNode entry : new YAMLMapper().readTree(Objects.requireNonNull(in))) {
        all.add(new Golden(entry.path("say").asText(), entry));
      }
      return all;
    }
  }

  static WordsToRules words() {
    Values values = dimension -> VALUES.getOrDefault(dimension, List.of());
    People nobody =
        new People() {
          @Override
          public List<Person> named(String name, int limit) {
            return List.of();
          }

          @Override
          public List<Person> like(String name, int limit) {
            return List.of();
          }

          @Override
          public Optional<Person> withId(String customerId) {
            return Optional.empty();
          }
        };
    return new WordsToRules(
        new BuiltInPlanner(SemanticLayer.bundled(), values, nobody, () -> TODAY, "today"), TODAY);
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(golden()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(golden().stream().filter(one -> one.entry().has("rules")).count())
        .isGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void exactOrRefused(Golden golden) {
    Spoken spoken = words().read(golden.say());
    if (golden.entry().has("rules")) {
      assertThat(spoken.problem()).isEmpty();
      assertThat(spoken.rule())
          .isEqualTo(new RuleReader("golden").read(golden.entry().path("rules")));
      return;
    }
    assertThat(spoken.rule()).isNull();
    assertThat(spoken.problem()).isNotEmpty();
    String marked = String.join(" | ", spoken.unknown().stream().map(UnknownSpan::text).toList());
    assertThat(marked).isEqualTo(golden.entry().path("refuse").asText());
    for (UnknownSpan span : spoken.unknown()) {
      assertThat(golden.say().substring(span.start(), span.end())).isEqualTo(span.text());
    }
  }
}
