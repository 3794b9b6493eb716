package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mapping suggestions on files of other systems, seventeen that were worked on and eighteen that
/// were not: what share of the columns a person
/// would map is suggested right at first, a column suggested where none belongs counting as wrong.
class UnseenSchemasTest {
  @TempDir Path folder;
  private IngestFixture lake;

  @BeforeEach
  void open() {
    lake = IngestFixture.create(folder);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private record Outcome(String name, boolean dataset, int right, int of, List<String> wrong) {}

  private Outcome judge(JsonNode schema) {
    FilePreview preview =
        lake.ingest.preview(lake.file(schema.path("file").asText(), text(schema)));
    String expected = schema.path("dataset").asText();
    boolean found = lake.ingest.suggest(preview).dataset().equals(expected);
    Mapping mapping = lake.ingest.suggest(preview, expected);
    TreeMap<String, String> suggested = new TreeMap<>();
    mapping.columns().forEach((target, column) -> suggested.put(target, column.from()));
    List<String> wrong = new ArrayList<>();
    int of = 0;
    for (var expectation : schema.path("expect").properties()) {
      String was = suggested.remove(expectation.getKey());
      of++;
      if (!expectation.getValue().asText().equals(was)) {
        wrong.add(expectation.getKey() + " from " + was);
      }
    }
    of += suggested.size();
    suggested.forEach((target, from) -> wrong.add(target + " needlessly from " + from));
    return new Outcome(schema.path("name").asText(), found, of - wrong.size(), of, wrong);
  }

  private static String text(JsonNode schema) {
    if (schema.has("columns")) {
      return InventedFile.text(schema);
    }
    StringBuilder text = new StringBuilder(schema.path("header").asText()).append('\n');
    schema.path("rows").forEach(row -> text.append(row.asText()).append('\n'));
    return text.toString();
  }

  @Test
  void mostColumnsOfUnseenFilesAreSuggestedRight() throws Exception {
    judge("unseen-schemas.yaml", 0.9, 16);
  }

  /// Judged once, 126 of 155 columns right (81 %) and every dataset, and not worked on.
  @Test
  void mostColumnsOfHeldOutFilesAreSuggestedRight() throws Exception {
    judge("held-out-schemas.yaml", 0.79, 17);
  }

  private void judge(String schemas, double least, int datasets) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream(schemas)) {
      new ObjectMapper(new YAMLFactory())
          .readTree(in)
          .forEach(schema -> outcomes.add(judge(schema)));
    }
    int right = outcomes.stream().mapToInt(Outcome::right).sum();
    int of = outcomes.stream().mapToInt(Outcome::of).sum();
    assertThat(right / (double) of).as("%d of %d: %s", right, of, outcomes).isGreaterThan(least);
    assertThat(outcomes.stream().filter(Outcome::dataset).count())
        .as("datasets: %s", outcomes)
        .isGreaterThanOrEqualTo(datasets);
  }
}
