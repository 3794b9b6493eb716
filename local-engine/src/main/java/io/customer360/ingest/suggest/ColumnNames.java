package io.customer360.ingest.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.customer360.ingest.mapping.Faults;
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
import org.jspecify.annotations.Nullable;

/// What columns are called, here and elsewhere: splits names into words, writes abbreviations out,
/// and knows the other names of each canonical column.
final class ColumnNames {
  /// How well a raw name fits a canonical column.
  ///
  /// @param phrase the known name it was recognised by
  record Fit(double score, String phrase) {}

  /// Columns that begin with one word, so that it is a prefix.
  private static final int PREFIX = 3;

  private static final double PREFIX_SHARE = 0.2;

  /// The weight of a word that says next to nothing.
  private static final double SLIGHT = 0.1;

  /// What is left of a fit where a word turns the meaning of the name.
  private static final double TURNED = 0.45;

  /// The weight of a word of a known name that is not there.
  private static final double UNSAID = 0.5;

  private static final double WITHOUT_THE_WORD = 0.7;
  private static final double LAST_PART = 0.92;

  /// Date, time, `at` and `on`: what the values show anyway.
  private static final String MOMENT = "date";

  /// Words that many names end with and that say nothing alone.
  private static final Set<String> GENERIC = Set.of("id", "number", "code", "name", MOMENT);

  private static final Set<String> PEOPLE =
      Set.of(
          "source_key",
          "customer_number",
          "loyalty_id",
          "first_name",
          "last_name",
          "full_name",
          "email",
          "phone");

  private final Map<String, List<Set<String>>> phrases = new HashMap<>();
  private final Map<String, Set<String>> files = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, Integer> columnsOfWord = new HashMap<>();
  private final Set<String> qualifiers = new HashSet<>();
  private final Set<String> forms = new HashSet<>();
  private final Map<String, Set<String>> turns = new HashMap<>();
  private final Map<String, List<Set<String>>> instead = new HashMap<>();
  private final NameReader reader;

  /// The names are read once for all files.
  static ColumnNames known() {
    return Known.NAMES;
  }

  private static final class Known {
    private static final ColumnNames NAMES = new ColumnNames();
  }

  private ColumnNames() {
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
    root.path("forms").forEach(word -> forms.add(word.asText()));
    root.path("turns")
        .properties()
        .forEach(
            kind -> {
              Set<String> words = new HashSet<>();
              kind.getValue().forEach(word -> words.addAll(words(word.asText())));
              turns.put(kind.getKey(), words);
            });
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
        List<Set<String>> other = new ArrayList<>();
        root.path("instead")
            .path(dataset.name())
            .path(column.name())
            .forEach(phrase -> other.add(words(phrase.asText())));
        instead.put(key(dataset, column), List.copyOf(other));
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
    Map<String, String> english = texts(root.path("abbreviations"));
    Map<String, String> foreign = texts(root.path("languages"));
    Set<String> known = new HashSet<>();
    root.path("qualifiers").forEach(word -> known.add(word.asText()));
    root.path("forms").forEach(word -> known.add(word.asText()));
    root.path("turns").forEach(kind -> kind.forEach(words -> addWords(known, words.asText())));
    root.path("instead")
        .forEach(dataset -> dataset.forEach(c -> c.forEach(p -> addWords(known, p.asText()))));
    english.values().forEach(meaning -> addWords(known, meaning));
    foreign.values().forEach(meaning -> addWords(known, meaning));
    root.properties()
        .forEach(
            section -> {
              boolean names =
                  section.getKey().equals("common") || Canonical.find(section.getKey()).isPresent();
              if (names) {
                section
                    .getValue()
                    .forEach(column -> column.forEach(phrase -> addWords(known, phrase.asText())));
              }
            });
    known.removeIf(word -> word.length() < 2 || english.containsKey(word));
    return new NameReader(
        new NameReader.Dictionary(english, foreign, texts(root.path("homographs")), known));
  }

  private static void addWords(Set<String> into, String phrase) {
    into.addAll(List.of(phrase.split(" ")));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new HashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /// `CustomerID` and `cust_id` are both `customer id`.
  private Set<String> words(String name) {
    return reader.read(name).words();
  }

  /// Words that values of a canonical column usually hold, empty where any may stand.
  Set<String> usual(Canonical.Dataset dataset, Canonical.Column column) {
    return values.getOrDefault(key(dataset, column), Set.of());
  }

  /// The name of a column as it is read.
  ///
  /// @param readings of the whole of it, the likeliest first
  /// @param last reading of its last part, or null where it has one part
  /// @param words of its likeliest reading
  /// @param prefixes what the columns of its file begin with
  record Name(
      List<NameReader.Reading> readings,
      NameReader.@Nullable Reading last,
      Set<String> words,
      Set<String> prefixes) {}

  /// Reads the names of the columns of one file.
  Map<String, Name> read(List<String> columns) {
    Set<String> prefixes = prefixes(columns);
    Map<String, Name> names = new HashMap<>();
    for (String raw : columns) {
      List<NameReader.Reading> readings = reader.readings(raw);
      String last = raw.replaceFirst("^.*(\\.|/| - | : |: )(?=\\p{L})", "");
      names.put(
          raw,
          new Name(
              readings,
              last.length() == raw.length() ? null : reader.read(last),
              readings.getFirst().words(),
              prefixes));
    }
    return names;
  }

  /// What the columns of one file begin with (`cust_`, `Lineitem`) says nothing of one of them.
  private Set<String> prefixes(List<String> columns) {
    Map<String, Integer> begun = new HashMap<>();
    columns.forEach(name -> begun.merge(reader.first(name), 1, Integer::sum));
    Set<String> prefixes = new HashSet<>();
    begun.forEach(
        (token, times) -> {
          if (times >= PREFIX && times >= PREFIX_SHARE * columns.size()) {
            prefixes.addAll(words(token));
          }
        });
    return prefixes;
  }

  /// How well the name of a column fits a canonical one.
  Fit fit(Canonical.Dataset dataset, Canonical.Column column, Name name) {
    return fit(phrases.getOrDefault(key(dataset, column), List.of()), column, name);
  }

  /// How well the name of a column fits one that would do for a canonical one.
  Fit stand(Canonical.Dataset dataset, Canonical.Column column, Name name) {
    return fit(instead.getOrDefault(key(dataset, column), List.of()), column, name);
  }

  /// A name of several parts is known by the whole of it or by its last part alone.
  private Fit fit(List<Set<String>> known, Canonical.Column column, Name name) {
    Set<String> turning = turns.getOrDefault(kind(column), Set.of());
    Fit best = new Fit(0, "");
    for (NameReader.Reading reading : name.readings()) {
      best = better(best, fit(known, reading, turning, name.prefixes()));
    }
    if (name.last() == null) {
      return best;
    }
    // What the parts before it say may still turn the meaning: `owner.id`.
    boolean turned = name.words().stream().anyMatch(turning::contains);
    Fit part = fit(known, name.last(), turning, name.prefixes());
    return better(best, new Fit(part.score() * (turned ? TURNED : LAST_PART), part.phrase()));
  }

  /// Whether a name speaks of something that is no key of anybody: a hash, a file, an agent.
  boolean isOfOthers(Name name) {
    Set<String> turning = turns.getOrDefault("people", Set.of());
    return name.words().stream().anyMatch(turning::contains);
  }

  private static Fit better(Fit one, Fit other) {
    return other.score() > one.score() ? other : one;
  }

  private static String kind(Canonical.Column column) {
    return switch (column.type()) {
      case "TIMESTAMP", "DATE" -> "moments";
      case "VARCHAR" -> PEOPLE.contains(column.name()) ? "people" : "texts";
      case "JSON" -> "texts";
      default -> "amounts";
    };
  }

  private Fit fit(
      List<Set<String>> known,
      NameReader.Reading given,
      Set<String> turning,
      Set<String> prefixes) {
    Fit best = new Fit(0, "");
    double first = 0;
    for (Set<String> phrase : known) {
      boolean turned =
          given.words().stream().anyMatch(w -> turning.contains(w) && !phrase.contains(w));
      // Of two names that say as much, the one that stands first in the list.
      double score =
          similarity(given.words(), phrase, prefixes) * given.sure() * (turned ? TURNED : 1)
              - first;
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
  private double similarity(Set<String> given, Set<String> phrase, Set<String> prefixes) {
    if (given.equals(phrase)) {
      return 1;
    }
    double common = 0;
    double all = 0;
    for (String word : given) {
      boolean shared = phrase.contains(word);
      double weight = !shared && prefixes.contains(word) ? SLIGHT : weight(word);
      all += weight;
      common += shared ? weight : 0;
    }
    if (common == 0) {
      return 0;
    }
    boolean saysIt = given.stream().anyMatch(w -> phrase.contains(w) && !GENERIC.contains(w));
    double heaviest = 0;
    double missing = 0;
    for (String word : phrase) {
      double weight = weight(word);
      heaviest = Math.max(heaviest, weight);
      if (!given.contains(word)) {
        // What qualifies is not said for nothing: an id is not at once the id of a shop.
        all += word.equals(MOMENT) ? weight : Math.max(weight, UNSAID);
        missing = Math.max(missing, weight);
      }
    }
    // A word more is fine when the rest is specific; without the word that matters it is a guess.
    double overlap = common / all;
    return missing == 0
        ? 0.25 + 0.7 * overlap
        : 0.8 * overlap * (missing < heaviest && saysIt ? 1 : WITHOUT_THE_WORD);
  }

  private double weight(String word) {
    if (forms.contains(word)) {
      return SLIGHT;
    }
    if (qualifiers.contains(word)) {
      return 0.2;
    }
    if (word.equals(MOMENT)) {
      return 0.25;
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
