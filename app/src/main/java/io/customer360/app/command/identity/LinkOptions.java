package io.customer360.app.command.identity;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.file.Truth;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How files are linked: the same options give the same clusters in `identity link` and in
/// `identity explain`.
final class LinkOptions {
  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "The column that names a record; a,b where two files call it differently. Default: rows"
              + " are numbered from 1.")
  private @Nullable String id;

  @Option(
      names = "--columns",
      paramLabel = "A,B,C",
      split = ",",
      description = "Compare these columns only. Default: all that make sense.")
  private List<String> columns = List.of();

  @Option(
      names = "--truth",
      paramLabel = "COLUMN|FILE",
      description =
          "Measure against the truth: a column that holds one value for each person (never"
              + " compared), or a CSV of true pairs (id, id) or of ids with their person. The id"
              + " column itself will do when ids read rec-7-org, rec-7-dup-0.")
  private @Nullable String truth;

  @Option(
      names = "--truth-pattern",
      paramLabel = "REGEX",
      description = "Person = the first group of this pattern in the truth column.")
  private @Nullable String pattern;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description = "Least probability of a link, between 0 and 1 (default 0.5).")
  private double threshold = MatchSettings.DEFAULT_THRESHOLD;

  @Option(
      names = "--one-to-one",
      paramLabel = "YES|NO|DETECT",
      description = "Two files: one partner at most (default: found out).")
  private MatchSettings.OneToOne oneToOne = MatchSettings.OneToOne.DETECT;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of every random choice.")
  private long seed = MatchSettings.DEFAULT.seed();

  @Nullable String id() {
    return id;
  }

  double threshold() {
    return threshold;
  }

  /// @throws WorkbenchException when the threshold is out of range
  void check() {
    if (!(threshold > 0 && threshold < 1)) {
      throw WorkbenchException.user(
          "C360-IDT-010", "--threshold lies between 0 and 1, for example 0.5.");
    }
  }

  MatchSettings settings(RecordTable records) {
    return MatchSettings.DEFAULT
        .withColumns(compared(records))
        .withThreshold(threshold)
        .withOneToOne(oneToOne)
        .withSeed(seed);
  }

  /// The file that is read for the truth; empty where it is a column or none.
  Optional<Path> truthFile() {
    return Optional.ofNullable(truth).map(Path::of).filter(Files::isRegularFile);
  }

  /// @return null where none was asked for
  @Nullable Truth truth(RecordTable records) {
    String asked = truth;
    if (asked == null) {
      return null;
    }
    boolean isId = asked.equals(id);
    List<String> now = records.namesNow(asked);
    if (isId || now.size() == 1) {
      return Truth.ofColumn(records, isId ? asked : now.getFirst(), isId, pattern);
    }
    if (Files.isRegularFile(Path.of(asked))) {
      return Truth.ofFile(records, Path.of(asked));
    }
    throw WorkbenchException.user(
        "C360-IDT-011",
        "--truth " + asked + " is neither a column nor a file. The columns are: " + names(records));
  }

  /// The columns to compare, empty for all that make sense; never the truth.
  private List<String> compared(RecordTable records) {
    List<String> chosen = new ArrayList<>();
    for (String column : columns) {
      List<String> now = records.namesNow(column.strip());
      if (now.isEmpty()) {
        throw WorkbenchException.user(
            "C360-IDT-001",
            "There is no column " + column + ". The columns are: " + names(records));
      }
      now.stream().filter(name -> !chosen.contains(name)).forEach(chosen::add);
    }
    List<String> answer = truth == null ? List.of() : records.namesNow(truth);
    if (!answer.isEmpty() && chosen.isEmpty()) {
      records.columns().stream().map(TextColumn::name).forEach(chosen::add);
    }
    chosen.removeAll(answer);
    return chosen;
  }

  private static String names(RecordTable records) {
    return String.join(", ", records.columns().stream().map(TextColumn::name).toList());
  }
}
