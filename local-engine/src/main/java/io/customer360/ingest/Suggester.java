package io.customer360.ingest;

import io.customer360.lakehouse.Canonical;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Suggests what a file is and what its columns mean, from their names and values, with a reason
/// and a confidence each. Looks at nothing but the file.
final class Suggester {
  private static final double LEAST = 0.4;

  private final WorkspaceSettings settings;
  private final ColumnNames names = new ColumnNames();

  Suggester(WorkspaceSettings settings) {
    this.settings = settings;
  }

  private record Pair(Canonical.Column target, PreviewColumn raw, double score, String reason) {}

  /// Every dataset, best fit first.
  List<DatasetSuggestion> datasets(Path file, List<PreviewColumn> columns) {
    Set<String> fileWords = Set.copyOf(ColumnNames.fileWords(stem(file)));
    List<DatasetSuggestion> all = new ArrayList<>();
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      all.add(dataset(dataset, columns, fileWords));
    }
    all.sort(Comparator.comparingDouble(DatasetSuggestion::confidence).reversed());
    return List.copyOf(all);
  }

  private DatasetSuggestion dataset(
      Canonical.Dataset dataset, List<PreviewColumn> columns, Set<String> fileWords) {
    Map<String, Pair> chosen = assign(dataset, columns);
    List<ColumnSuggestion> suggestions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    double required = 0;
    double found = 0;
    double sum = 0;
    for (Canonical.Column column : dataset.columns()) {
      Pair pair = chosen.get(column.name());
      required += column.required() ? 1 : 0;
      if (pair == null) {
        if (column.required()) {
          missing.add(column.name());
        }
        suggestions.add(new ColumnSuggestion(column.name(), null, 0, "no column looks like it"));
      } else {
        found += column.required() ? pair.score() : 0;
        sum += pair.score();
        suggestions.add(
            new ColumnSuggestion(
                column.name(), pair.raw().name(), Math.min(1, pair.score()), pair.reason()));
      }
    }
    double explained = columns.isEmpty() ? 0 : sum / columns.size();
    double filled = sum / dataset.columns().size();
    boolean named = names.speaksFor(dataset.name(), fileWords);
    double confidence =
        Math.min(
            0.99, 0.5 * (found / required) + 0.3 * explained + 0.1 * filled + (named ? 0.12 : 0));
    if (!missing.isEmpty()) {
      confidence *= 0.4;
    }
    return new DatasetSuggestion(
        dataset.name(),
        confidence,
        reason(dataset, chosen.size(), columns.size(), missing, named),
        List.copyOf(suggestions),
        List.copyOf(missing));
  }

  private static String reason(
      Canonical.Dataset dataset, int found, int columns, List<String> missing, boolean named) {
    StringBuilder words = new StringBuilder();
    words.append(found).append(" of ").append(columns).append(" columns fit ");
    words.append(dataset.meaning());
    if (named) {
      words.append("; the file name says so too");
    }
    if (!missing.isEmpty()) {
      words.append("; nothing for ").append(String.join(", ", missing));
    }
    return words.toString();
  }

  /// The best pairs first, each column once.
  private Map<String, Pair> assign(Canonical.Dataset dataset, List<PreviewColumn> columns) {
    List<Pair> pairs = new ArrayList<>();
    for (Canonical.Column target : dataset.columns()) {
      for (PreviewColumn raw : columns) {
        Pair pair = pair(dataset, target, raw);
        if (pair.score() >= LEAST) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(
                (Pair pair) -> pair.score() + (pair.target().required() ? 0.01 : 0))
            .reversed());
    Map<String, Pair> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.target().name()) && used.add(pair.raw().name())) {
        chosen.put(pair.target().name(), pair);
      }
    }
    keyOfPerson(dataset, chosen);
    return chosen;
  }

  /// A file that numbers its customers and has no other key: the number is the key.
  private static void keyOfPerson(Canonical.Dataset dataset, Map<String, Pair> chosen) {
    Pair number = chosen.get("customer_number");
    if (number != null && !chosen.containsKey("source_key")) {
      chosen.remove("customer_number");
      dataset
          .column("source_key")
          .ifPresent(
              key ->
                  chosen.put(
                      "source_key", new Pair(key, number.raw(), number.score(), number.reason())));
    }
  }

  private Pair pair(Canonical.Dataset dataset, Canonical.Column target, PreviewColumn raw) {
    ColumnNames.Fit fit = names.fit(dataset, target, raw.name());
    ColumnType type = raw.type().value();
    double values = values(target, type);
    double score = fit.score() * values;
    String reason = "";
    if (fit.score() > 0) {
      reason = "'" + raw.name() + "' is " + fit.phrase();
    }
    String pattern = pattern(target.name(), type);
    if (pattern != null) {
      score = Math.max(score + 0.2, 0.6);
      reason = reason.isEmpty() ? pattern : reason + "; " + pattern;
    } else if (!reason.isEmpty() && values >= 1 && type != ColumnType.TEXT) {
      reason += "; " + raw.type().reason();
    }
    return new Pair(target, raw, score, reason);
  }

  /// Names of columns whose values alone give them away.
  private static @Nullable String pattern(String target, ColumnType type) {
    return switch (type) {
      case EMAIL -> target.equals("email") ? "values are e-mail addresses" : null;
      case PHONE -> target.equals("phone") ? "values are phone numbers" : null;
      case COUNTRY -> target.equals("country") ? "values are countries" : null;
      case CURRENCY -> target.equals("currency") ? "values are currency codes" : null;
      case POSTCODE -> target.equals("postcode") ? "values are postcodes" : null;
      case TEXT, WHOLE_NUMBER, DECIMAL, MONEY, DATE, TIMESTAMP, BOOLEAN, JSON, EMPTY -> null;
    };
  }

  /// How well the values suit the type of the canonical column: 1 fine, near 0 impossible.
  private static double values(Canonical.Column target, ColumnType type) {
    boolean date = type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
    boolean number =
        type == ColumnType.WHOLE_NUMBER || type == ColumnType.DECIMAL || type == ColumnType.MONEY;
    if (type == ColumnType.EMPTY) {
      return 0.5;
    }
    return switch (target.type()) {
      case "TIMESTAMP", "DATE" -> date ? 1 : type == ColumnType.WHOLE_NUMBER ? 0.5 : 0.1;
      case "INTEGER", "BIGINT" -> type == ColumnType.WHOLE_NUMBER ? 1 : number ? 0.6 : 0.1;
      case "JSON" -> type == ColumnType.JSON ? 1 : 0.1;
      case "VARCHAR" -> text(target.name(), type, date);
      default -> number ? 1 : 0.1;
    };
  }

  private static double text(String target, ColumnType type, boolean date) {
    boolean address = type == ColumnType.EMAIL;
    if (target.equals("email")) {
      return address ? 1 : 0.1;
    }
    if (date || (address && !target.equals("source_key"))) {
      return 0.2;
    }
    boolean money = type == ColumnType.MONEY || type == ColumnType.DECIMAL;
    return money ? 0.4 : 1;
  }

  /// The mapping text a person is shown for a dataset.
  Mapping mapping(
      Path file, FileOptions options, List<PreviewColumn> columns, DatasetSuggestion suggestion) {
    Canonical.Dataset dataset = Canonical.find(suggestion.dataset()).orElseThrow();
    Map<String, PreviewColumn> byName = new HashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    Map<String, ColumnMapping> targets = new LinkedHashMap<>();
    for (ColumnSuggestion column : suggestion.columns()) {
      PreviewColumn raw = column.from() == null ? null : byName.get(column.from());
      if (raw != null) {
        String type = dataset.column(column.target()).orElseThrow().type();
        targets.put(column.target(), filled(raw, type));
      }
    }
    String source = source(file);
    return new Mapping(
        source.endsWith(suggestion.dataset()) ? source : source + "-" + suggestion.dataset(),
        1,
        suggestion.dataset(),
        source,
        options,
        List.of(),
        targets,
        List.of());
  }

  private ColumnMapping filled(PreviewColumn raw, String type) {
    boolean moment = type.equals("TIMESTAMP") || type.equals("DATE");
    ColumnType seen = raw.type().value();
    String format = raw.format();
    String zone = null;
    if (moment) {
      if (seen == ColumnType.WHOLE_NUMBER) {
        format = epoch(raw);
      } else {
        boolean zoned = raw.type().reason().endsWith("with a zone");
        boolean local = seen == ColumnType.TIMESTAMP && !zoned && type.equals("TIMESTAMP");
        zone = local && !settings.zone().equals("UTC") ? settings.zone() : null;
      }
    } else if (type.equals("VARCHAR") || type.equals("JSON")) {
      format = null;
    }
    return ColumnMapping.from(raw.name(), format, zone);
  }

  private static String epoch(PreviewColumn raw) {
    String first = raw.examples().isEmpty() ? "" : raw.examples().getFirst();
    return switch (first.length()) {
      case 8 -> "%Y%m%d";
      case 13 -> "epoch_ms";
      default -> "epoch_s";
    };
  }

  private static String stem(Path file) {
    return Faults.name(file)
        .replaceAll("(?i)(\\.(csv|tsv|txt|jsonl|json|ndjson|parquet|gz))+$", "");
  }

  /// A name for the system a file comes from: `crm-customers-2026-11.csv` comes from `crm`.
  String source(Path file) {
    List<String> words = new ArrayList<>(ColumnNames.fileWords(stem(file)));
    List<String> rest = new ArrayList<>();
    for (String word : words) {
      boolean dataset =
          Canonical.DATASETS.stream()
              .anyMatch(
                  d -> names.speaksFor(d.name(), Set.of(word)) && !WORDS_OF_SOURCES.contains(word));
      if (!dataset && !word.matches("full|export|extract|dump|data|all|new|final|q|v|part")) {
        rest.add(word);
      }
    }
    if (rest.isEmpty()) {
      rest = words.isEmpty() ? List.of("file") : words;
    }
    return String.join("-", rest).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "x");
  }

  private static final Set<String> WORDS_OF_SOURCES =
      Set.of("crm", "pos", "web", "app", "loyalty", "desk", "retail", "support");
}
