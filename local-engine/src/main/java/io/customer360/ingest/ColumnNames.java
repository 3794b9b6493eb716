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

  private final Map<String, String> abbreviations = new HashMap<>();
  private final Map<String, List<Set<String>>> phrases = new HashMap<>();
  private final Map<String, Set<String>> files = new HashMap<>();
  private final Map<String, Integer> columnsOfWord = new HashMap<>();
  private final Set<String> qualifiers = new HashSet<>();

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
    root.path("abbreviations")
        .properties()
        .forEach(e -> abbreviations.put(e.getKey(), e.getValue().asText()));
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
    }
    wordsOf
        .values()
        .forEach(words -> words.forEach(word -> columnsOfWord.merge(word, 1, Integer::sum)));
  }

  private static String key(Canonical.Dataset dataset, Canonical.Column column) {
    return dataset.name() + "." + column.name();
  }

  /// `CustomerID` and `cust_id` are both `customer id`.
  Set<String> words(String name) {
    String last = name.startsWith("$.") ? name.substring(2).replace('.', ' ') : name;
    String spaced =
        last.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
            .replaceAll("[^\\p{L}\\p{N}#]+", " ")
            .toLowerCase(Locale.ROOT)
            .strip();
    Set<String> words = new LinkedHashSet<>();
    for (String word : spaced.split(" ")) {
      String full = abbreviations.getOrDefault(word, word);
      words.addAll(List.of(full.split(" ")));
    }
    return words;
  }

  /// A field deep in a JSON document is known by its whole path or by its last name alone.
  Fit fit(Canonical.Dataset dataset, Canonical.Column column, String raw) {
    Fit whole = fit(dataset, column, words(raw));
    int last = raw.startsWith("$.") ? raw.lastIndexOf('.') : -1;
    if (last <= 1) {
      return whole;
    }
    Fit name = fit(dataset, column, words(raw.substring(last + 1)));
    return name.score() * 0.95 > whole.score()
        ? new Fit(name.score() * 0.95, name.phrase())
        : whole;
  }

  private Fit fit(Canonical.Dataset dataset, Canonical.Column column, Set<String> given) {
    Fit best = new Fit(0, "");
    for (Set<String> phrase : phrases.getOrDefault(key(dataset, column), List.of())) {
      double score = similarity(given, phrase);
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

  /// Words of a file name that speak for the dataset.
  boolean speaksFor(String dataset, Set<String> fileWords) {
    return fileWords.stream().anyMatch(files.getOrDefault(dataset, Set.of())::contains);
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
