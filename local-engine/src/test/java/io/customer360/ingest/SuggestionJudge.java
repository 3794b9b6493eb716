package io.customer360.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.customer360.ingest.suggest.ColumnSuggestion;
import io.customer360.ingest.suggest.DatasetSuggestion;
import io.customer360.ingest.suggest.FilePreview;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds the mappings suggested for described files against those a person would write. A column
/// suggested where none belongs is as wrong as one left out. An expectation may name several
/// columns, each of which would do; `-` among them says that none would do too, and such a column
/// counts only where one is suggested.
final class SuggestionJudge {
  /// @param confidence of the suggestion, 0 where nothing was suggested
  record Column(String target, String was, double confidence, boolean right) {}

  /// @param dataset whether it was found
  record Outcome(String name, boolean dataset, double sure, List<Column> columns) {
    long right() {
      return columns.stream().filter(Column::right).count();
    }

    List<String> wrong() {
      return columns.stream()
          .filter(column -> !column.right())
          .map(column -> "%s from %s".formatted(column.target(), column.was()))
          .toList();
    }

    @Override
    public String toString() {
      return "%n%s%s: %d of %d %s"
          .formatted(name, dataset ? "" : " (other dataset)", right(), columns.size(), wrong());
    }
  }

  private static final String NOTHING = "-";

  private final IngestFixture lake;

  SuggestionJudge(IngestFixture lake) {
    this.lake = lake;
  }

  List<Outcome> judge(InputStream schemas) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    new ObjectMapper(new YAMLFactory())
        .readTree(schemas)
        .forEach(schema -> outcomes.add(judge(schema)));
    return outcomes;
  }

  private Outcome judge(JsonNode schema) {
    FilePreview preview =
        lake.ingest.preview(lake.file(schema.path("file").asText(), text(schema)));
    String expected = schema.path("dataset").asText();
    DatasetSuggestion fit =
        preview.datasets().stream()
            .filter(suggestion -> suggestion.dataset().equals(expected))
            .findFirst()
            .orElseThrow();
    TreeMap<String, ColumnSuggestion> suggested = new TreeMap<>();
    fit.columns().stream()
        .filter(column -> column.from() != null)
        .forEach(column -> suggested.put(column.target(), column));
    TreeSet<String> targets = new TreeSet<>(suggested.keySet());
    schema.path("expect").fieldNames().forEachRemaining(targets::add);
    List<Column> columns = new ArrayList<>();
    for (String target : targets) {
      List<String> answers = answers(schema.path("expect").path(target));
      ColumnSuggestion was = suggested.get(target);
      String from = was == null || was.from() == null ? NOTHING : was.from();
      boolean mayBeNothing = answers.contains(NOTHING) && from.equals(NOTHING);
      if (!mayBeNothing) {
        columns.add(
            new Column(target, from, was == null ? 0 : was.confidence(), answers.contains(from)));
      }
    }
    return new Outcome(
        schema.path("name").asText(),
        lake.ingest.suggest(preview).dataset().equals(expected),
        fit.confidence(),
        columns);
  }

  private static List<String> answers(JsonNode expected) {
    List<String> answers = new ArrayList<>();
    if (expected.isArray()) {
      expected.forEach(answer -> answers.add(answer.asText()));
    } else if (!expected.isMissingNode()) {
      answers.add(expected.asText());
    }
    return answers;
  }

  private static String text(JsonNode schema) {
    if (schema.has("columns")) {
      return InventedFile.text(schema);
    }
    StringBuilder text = new StringBuilder(schema.path("header").asText()).append('\n');
    schema.path("rows").forEach(row -> text.append(row.asText()).append('\n'));
    return text.toString();
  }
}
