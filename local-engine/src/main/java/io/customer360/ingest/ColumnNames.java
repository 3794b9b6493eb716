package io.customer360.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.customer360.lakehouse.Canonical;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What columns are called, here and elsewhere: splits names into words, writes abbreviations out,
/// and knows the other names of each canonical column.
final class ColumnNames {
  /// How well a raw name fits a canonical column.
  ///
  /// @param phrase the known name it was recognised by
  record Fit(double score, String phrase) {}

  private final Map<String, List<Set<String>>> phrases = new HashMap<>();
  private final Map<String, Set<String>> files = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, Integer> columnsOfWord = new HashMap<>();
  private final Set<String> qualifiers = new HashSet<>();
  private final NameReader reader;

  ColumnNames() {
    JsonNode root;
    try (InputStream in = ColumnNames.class.getResourceAsStream("synonyms.yaml")) {
      if (in == null) {
        throw new IllegalStateException("resource missing: synonyms.yaml");
      }
      root = new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException failure) {
      throw Faults.storage("Cannot read the list of synonyms", failure);
    }
    reader = reader(root);
    root.path("qualifiers").forEach(word -> qualifiers.add(word.asText()));
    Map<String, Set<String>> wordsOf = new HashMap<>();
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      for (Canonical.Column column : dataset.columns()) {
        Set<Set<String>> known = new LinkedHashSet<>();
        known.add(words(column.name()));
        JsonNode own = root.path(dataset.name()).path(column.name());
        own.forEach(phrase -> known.add(words(phrase.asText())));
        if (own.isMissingNode() || !dataset.equals(Canonical.PERSON)) {
          root.path("common").path(column.name()).forEach(p -> known.add(words(p.asText())));
        }
        phrases.put(key(dataset, column), List.copyOf(known));
        Set<String> words = new HashSet<>();
        known.forEach(words::addAll);
        wordsOf.computeIfAbsent(column.name(), name -> new HashSet<>()).addAll(words);
      }
      Set<String> names = new HashSet<>();
      root.path("files").path(dataset.name()).forEach(word -> names.add(word.asText()));
      files.put(dataset.name(), names);
      root.path("values")
          .path(dataset.name())
          .properties()
          .forEach(
              column -> {
                Set<String> usual = new HashSet<>();
                column.getValue().forEach(word -> usual.add(word.asText()));
                values.put(dataset.name() + "." + column.getKey(), usual);
              });
    }
    wordsOf
        .values()
        .forEach(words -> words.forEach(word -> columnsOfWord.merge(word, 1, Integer::sum)));
  }

  private static String key(Canonical.Dataset dataset, Canonical.Column column) {
    return dataset.name() + "." + column.name();
  }

  private static NameReader reader(JsonNode root) {
    Map<String, String> dictionary = new HashMap<>();
    root.path("abbreviations")
        .properties()
        .forEach(e -> dictionary.put(e.getKey(), e.getValue().asText()));
    Set<String> known = new HashSet<>();
    root.path("qualifiers").forEach(word -> known.add(word.asText()));
    dictionary.values().forEach(meaning -> known.addAll(List.of(meaning.split(" "))));
    root.properties()
        .forEach(
            section -> {
              boolean names =
                  section.getKey().equals("common") || Canonical.find(section.getKey()).isPresent();
              if (names) {
                section
                    .getValue()
                    .forEach(
                        column ->
                            column.forEach(
                                phrase -> known.addAll(List.of(phrase.asText().split(" ")))));
              }
            });
    known.removeIf(word -> word.length() < 2 || dictionary.containsKey(word));
    return new NameReader(dictionary, known);
  }

  /// `CustomerID` and `cust_id` are both `customer id`.
  Set<String> words(String name) {
    return reader.read(name).words();
  }

  /// Words that values of a canonical column usually hold, empty where any may stand.
  Set<String> usual(Canonical.Dataset dataset, Canonical.Column column) {
    return values.getOrDefault(key(dataset, column), Set.of());
  }

  /// A field deep in a JSON document is known by its whole path or by its last name alone.
  Fit fit(Canonical.Dataset dataset, Canonical.Column column, String raw) {
    Fit whole = fit(dataset, column, reader.read(raw));
    int last = raw.startsWith("$.") ? raw.lastIndexOf('.') : -1;
    if (last <= 1) {
      return whole;
    }
    Fit name = fit(dataset, column, reader.read(raw.substring(last + 1)));
    return name.score() * 0.95 > whole.score()
        ? new Fit(name.score() * 0.95, name.phrase())
        : whole;
  }

  private Fit fit(Canonical.Dataset dataset, Canonical.Column column, NameReader.Reading given) {
    Fit best = new Fit(0, "");
    double first = 0;
    for (Set<String> phrase : phrases.getOrDefault(key(dataset, column), List.of())) {
      // Of two names that say as much, the one that stands first in the list.
      double score = similarity(given.words(), phrase) * given.sure() - first;
      first += 0.0005;
      if (score > best.score()) {
        best = new Fit(score, String.join(" ", phrase));
      }
    }
    return best;
  }

  /// The share of meaning two names have in common, 0 to 1: a weighted Jaccard index. A word that
  /// qualifies (`billing`, `default`, `current`) or that nobody here knows says little of what a
  /// column is, a word of many columns (`date`, `number`) less than one of few (`postcode`).
  private double similarity(Set<String> given, Set<String> phrase) {
    if (given.equals(phrase)) {
      return 1;
    }
    double common = 0;
    double all = 0;
    for (String word : given) {
      double weight = weight(word);
      all += weight;
      common += phrase.contains(word) ? weight : 0;
    }
    for (String word : phrase) {
      all += given.contains(word) ? 0 : weight(word);
    }
    if (common == 0) {
      return 0;
    }
    // A word more is fine when the rest is specific.
    double overlap = common / all;
    return given.containsAll(phrase) ? 0.25 + 0.7 * overlap : 0.8 * overlap;
  }

  private double weight(String word) {
    if (qualifiers.contains(word)) {
      return 0.2;
    }
    int columns = columnsOfWord.getOrDefault(word, 0);
    return columns == 0 ? 0.4 : 0.4 + 0.6 / Math.sqrt(columns);
  }

  /// Words of a file name that speak for the dataset, as they are or read as words.
  boolean speaksFor(String dataset, Set<String> fileWords) {
    Set<String> wanted = files.getOrDefault(dataset, Set.of());
    return fileWords.stream()
        .anyMatch(word -> wanted.contains(word) || words(word).stream().anyMatch(wanted::contains));
  }

  /// Words of a file name as they are, without abbreviations written out.
  static List<String> fileWords(String stem) {
    List<String> words = new ArrayList<>();
    for (String word :
        stem.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
