package io.customer360.ingest.suggest;

import io.customer360.ingest.mapping.ColumnMapping;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.value.ColumnType;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Sql;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Suggests what a file is and what its columns mean, from their names and values, with a reason
/// and a confidence each. Looks at nothing but the file.
public final class Suggester {
  /// Names and values together must say this much before a column is suggested.
  private static final double LEAST = 0.4;

  /// A column that stands in for another.
  private static final double STANDS_IN = 0.62;

  private final WorkspaceSettings settings;
  private final ColumnNames names = ColumnNames.known();
  private final ValueEvidence evidence;

  /// @param today dates of birth and dates in the future are told by it
  public Suggester(WorkspaceSettings settings, LocalDate today) {
    this.settings = settings;
    this.evidence = new ValueEvidence(today);
  }

  /// A column of the file and what can be counted in it.
  record Look(PreviewColumn column, ValueFacts facts) {}

  /// A column of the file for a canonical one, and how well it fits.
  record Pair(Canonical.Column target, Look raw, double score, String reason) {}

  /// Every dataset, best fit first.
  List<DatasetSuggestion> datasets(Path file, List<Look> columns) {
    Set<String> fileWords = Set.copyOf(ColumnNames.fileWords(stem(file)));
    Map<String, ColumnNames.Name> read =
        names.read(columns.stream().map(look -> look.column().name()).toList());
    Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    Map<String, Double> best = new HashMap<>();
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      List<Pair> possible = pairs(dataset, columns, read);
      pairs.put(dataset.name(), possible);
      possible.forEach(pair -> best.merge(pair.raw().column().name(), pair.score(), Math::max));
    }
    // A column that no dataset has a place for says little against any of them.
    double known = 0;
    double others = 0;
    for (Look look : columns) {
      double fits = best.getOrDefault(look.column().name(), 0.0);
      known += fits;
      others += 0.15 * (1 - fits);
    }
    // Hundreds of them say no more than a few.
    double meant = known + Math.min(others, 0.3 * known + 0.6);
    List<DatasetSuggestion> all = new ArrayList<>();
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      List<Pair> possible = pairs.getOrDefault(dataset.name(), List.of());
      all.add(dataset(dataset, columns, possible, meant, fileWords, read));
    }
    all.sort(Comparator.comparingDouble(DatasetSuggestion::confidence).reversed());
    return beside(all);
  }

  /// The first is the less sure the closer the second comes.
  private static List<DatasetSuggestion> beside(List<DatasetSuggestion> sorted) {
    DatasetSuggestion first = sorted.get(0);
    DatasetSuggestion second = sorted.get(1);
    double close = Math.max(0, 0.15 - (first.confidence() - second.confidence()));
    if (close > 0) {
      sorted.set(
          0,
          new DatasetSuggestion(
              first.dataset(),
              Math.max(second.confidence(), first.confidence() - close),
              first.reason() + "; it could be " + second.dataset() + " too",
              first.columns(),
              first.missing()));
    }
    return List.copyOf(sorted);
  }

  private DatasetSuggestion dataset(
      Canonical.Dataset dataset,
      List<Look> columns,
      List<Pair> possible,
      double meant,
      Set<String> fileWords,
      Map<String, ColumnNames.Name> read) {
    Map<String, Pair> chosen = assign(dataset, columns, possible, read);
    standIn(dataset, columns, chosen, read);
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
                column.name(),
                pair.raw().column().name(),
                Math.min(1, pair.score()),
                pair.reason()));
      }
    }
    boolean named = names.speaksFor(dataset.name(), fileWords);
    double explained = meant == 0 ? 0 : Math.min(1, sum / meant);
    double marks = DatasetMarks.share(dataset, column -> score(chosen.get(column)));
    double grain = grain(dataset, chosen);
    double fit =
        (0.45 * found / required + 0.55 * explained) * (0.4 + 0.6 * marks) * grain
            + (named ? 0.08 : 0);
    if (!missing.isEmpty()) {
      fit *= 0.75 - 0.25 * missing.size() / required;
    }
    return new DatasetSuggestion(
        dataset.name(),
        Math.clamp(fit, 0, 0.99),
        reason(dataset, chosen.size(), columns.size(), missing, named, grain),
        List.copyOf(suggestions),
        List.copyOf(missing));
  }

  private static double score(@Nullable Pair pair) {
    return pair == null ? 0 : Math.min(1, pair.score());
  }

  /// 1 where the key of the dataset names each row, less where its values are repeated: a file with
  /// a shop on every line is not a list of shops.
  private static double grain(Canonical.Dataset dataset, Map<String, Pair> chosen) {
    String key = ValueEvidence.key(dataset);
    Pair pair = key == null ? null : chosen.get(key);
    if (pair == null || !pair.raw().facts().enough()) {
      return 1;
    }
    double distinct = pair.raw().facts().distinct();
    return distinct >= 0.8 ? 1 : 0.3 + 0.7 * distinct;
  }

  private static String reason(
      Canonical.Dataset dataset,
      int found,
      int columns,
      List<String> missing,
      boolean named,
      double grain) {
    StringBuilder words = new StringBuilder();
    words.append(found).append(" of ").append(columns).append(" columns fit ");
    words.append(dataset.meaning());
    if (named) {
      words.append("; the file name says so too");
    }
    if (grain < 1) {
      words.append("; but the same key stands on many lines");
    }
    if (!missing.isEmpty()) {
      words.append("; nothing for ").append(String.join(", ", missing));
    }
    return words.toString();
  }

  private List<Pair> pairs(
      Canonical.Dataset dataset, List<Look> columns, Map<String, ColumnNames.Name> read) {
    List<Pair> pairs = new ArrayList<>();
    for (Canonical.Column target : dataset.columns()) {
      for (Look raw : columns) {
        ColumnNames.Name name = read(read, raw);
        Pair pair = pair(dataset, target, raw, name, names.fit(dataset, target, name));
        if (pair.score() >= LEAST) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  /// The best pairs first, each column once.
  private Map<String, Pair> assign(
      Canonical.Dataset dataset,
      List<Look> columns,
      List<Pair> possible,
      Map<String, ColumnNames.Name> read) {
    List<Pair> pairs = new ArrayList<>(possible);
    pairs.sort(
        Comparator.comparingDouble(
                (Pair pair) -> pair.score() + (pair.target().required() ? 0.01 : 0))
            .reversed());
    Map<String, Pair> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.target().name()) && used.add(pair.raw().column().name())) {
        chosen.put(pair.target().name(), pair);
      }
    }
    if (dataset.equals(Canonical.PERSON)) {
      PersonColumns.settle(chosen);
    }
    KeyByValues.find(dataset, columns, chosen, look -> !names.isOfOthers(read(read, look)));
    return chosen;
  }

  /// Columns nothing was found for get what would do for them, from what is left.
  private void standIn(
      Canonical.Dataset dataset,
      List<Look> columns,
      Map<String, Pair> chosen,
      Map<String, ColumnNames.Name> read) {
    Set<String> used = new HashSet<>();
    chosen.values().forEach(pair -> used.add(pair.raw().column().name()));
    for (Canonical.Column target : dataset.columns()) {
      Pair found = chosen.get(target.name());
      if (found != null && found.raw().column().type().value() != ColumnType.EMPTY) {
        continue;
      }
      Pair best = null;
      for (Look raw : columns) {
        ColumnNames.Name name = read(read, raw);
        ColumnNames.Fit fit = names.stand(dataset, target, name);
        if (fit.score() > 0 && !used.contains(raw.column().name())) {
          Pair pair = pair(dataset, target, raw, name, fit);
          best =
              pair.score() > LEAST && (best == null || pair.score() > best.score()) ? pair : best;
        }
      }
      Set<String> usual = names.usual(dataset, target);
      if (best == null && !usual.isEmpty()) {
        best =
            columns.stream()
                .filter(look -> !used.contains(look.column().name()))
                .filter(look -> ValueEvidence.showsItself(look.facts(), usual))
                .findFirst()
                .map(look -> new Pair(target, look, 1, "values such as it has"))
                .orElse(null);
      }
      if (best != null && best.raw().facts().rows() > 0) {
        used.add(best.raw().column().name());
        chosen.put(
            target.name(),
            new Pair(
                target,
                best.raw(),
                Math.min(1, best.score()) * STANDS_IN,
                best.reason() + ", which may stand for " + target.name()));
      }
    }
  }

  private static ColumnNames.Name read(Map<String, ColumnNames.Name> read, Look look) {
    return Objects.requireNonNull(read.get(look.column().name()));
  }

  private Pair pair(
      Canonical.Dataset dataset,
      Canonical.Column target,
      Look raw,
      ColumnNames.Name read,
      ColumnNames.Fit fit) {
    String name = raw.column().name();
    ColumnType type = raw.column().type().value();
    ValueEvidence.Verdict values =
        evidence.of(dataset, target, type, raw.facts(), read.words(), names.usual(dataset, target));
    double score = fit.score() * values.factor() * (1 - 0.1 * raw.facts().empty());
    String reason = fit.score() > 0 ? "'" + name + "' is " + fit.phrase() : "";
    String pattern = pattern(target.name(), type);
    if (pattern != null) {
      score = Math.max(score + 0.2, 0.6);
      reason = reason.isEmpty() ? pattern : reason + "; " + pattern;
    } else if (values.objection() != null) {
      reason += "; but " + values.objection();
    } else if (values.support() != null) {
      score = score == 0 ? 0 : Math.min(1, score + 0.1);
      reason += "; " + values.support();
    } else if (!reason.isEmpty() && type != ColumnType.TEXT) {
      reason += "; " + raw.column().type().reason();
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

  /// The mapping text a person is shown for a dataset.
  public Mapping mapping(
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
      if (seen != ColumnType.WHOLE_NUMBER) {
        boolean zoned = raw.type().reason().endsWith("with a zone");
        boolean local = seen == ColumnType.TIMESTAMP && !zoned && type.equals("TIMESTAMP");
        zone = local && !settings.zone().equals("UTC") ? settings.zone() : null;
      }
    } else if (type.equals("VARCHAR") || type.equals("JSON") || seen == ColumnType.WHOLE_NUMBER) {
      format = null;
    }
    // Written as values, so that the mapping says what is taken for nothing.
    Map<String, String> nothing = new LinkedHashMap<>();
    raw.nothing().forEach(word -> nothing.put(word, ""));
    if (raw.marked()) {
      // written as a transformation, so that the mapping says that a letter of the value is gone
      String name = Sql.identifier(raw.name());
      String unmarked = "regexp_replace(" + name + ", '^''', '')";
      return new ColumnMapping(null, format, zone, unmarked, null, nothing);
    }
    return new ColumnMapping(raw.name(), format, zone, null, null, nothing);
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
