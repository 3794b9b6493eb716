package io.customer360.app.command;

import io.customer360.app.bench.PeakMemory;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.file.LinkEvaluation;
import io.customer360.identity.file.LinkFiles;
import io.customer360.identity.file.RecordFiles;
import io.customer360.identity.file.Truth;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity link A [B]`.
@Command(
    name = "link",
    description =
        "Find the records of one person in one CSV or Parquet file, or across two. Needs no"
            + " workspace; nothing has to be told or trained.",
    footer = {
      "",
      "Example:",
      "  workbench identity link people.csv --id rec_id --out pairs.csv",
      "  workbench identity link people.csv --id rec_id --truth rec_id --out pairs.csv --json",
      "  workbench identity link a.csv b.csv --id id --columns name,dob,town --out pairs.csv"
    })
final class IdentityLinkCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "FILE", arity = "1..2", description = "One file, or two to link.")
  private List<Path> files = List.of();

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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Pairs as CSV; the clusters are written beside it as FILE-clusters.csv.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (!(threshold > 0 && threshold < 1)) {
      throw WorkbenchException.user(
          "C360-IDT-010", "--threshold lies between 0 and 1, for example 0.5.");
    }
    if (out != null) {
      spare(out);
      spare(LinkFiles.clustersBeside(out));
    }
    long start = System.nanoTime();
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      RecordTable records = RecordFiles.read(files, id, progress);
      Truth known = truth(records);
      MatchSettings settings =
          MatchSettings.DEFAULT
              .withColumns(compared(records))
              .withThreshold(threshold)
              .withOneToOne(oneToOne)
              .withSeed(seed);
      LinkResult result = new Matcher(settings).link(records, progress);
      LinkEvaluation evaluation =
          known == null ? null : LinkEvaluation.of(records, result, known, threshold);
      Path clusters = null;
      if (out != null) {
        progress.stage("Write the pairs");
        LinkFiles.pairs(out, records, result);
        clusters = LinkFiles.clustersBeside(out);
        LinkFiles.clusters(clusters, records, result);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      LinkReport report =
          LinkReport.of(
              records, result, evaluation, threshold, seconds, PeakMemory.megabytes(), clusters);
      if (output().json()) {
        output().document(report);
      } else {
        report.print(output());
      }
      return 0;
    }
  }

  /// What is read is never written over.
  private void spare(Path written) {
    List<Path> read = new ArrayList<>(files);
    if (truth != null && Files.isRegularFile(Path.of(truth))) {
      read.add(Path.of(truth));
    }
    for (Path file : read) {
      if (same(written, file)) {
        throw WorkbenchException.user(
            "C360-IDT-019",
            written + " is read by this command and would be written over; name another --out.");
      }
    }
    if (Files.isDirectory(written)) {
      throw WorkbenchException.user(
          "C360-IDT-020", written + " is a folder; name a file with --out, for example pairs.csv.");
    }
  }

  private static boolean same(Path a, Path b) {
    try {
      return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    } catch (IOException e) {
      return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
  }

  private @Nullable Truth truth(RecordTable records) {
    String asked = truth;
    if (asked == null) {
      return null;
    }
    boolean isId = asked.equals(id);
    if (isId || records.column(asked).isPresent()) {
      return Truth.ofColumn(records, asked, isId, pattern);
    }
    if (Files.isRegularFile(Path.of(asked))) {
      return Truth.ofFile(records, Path.of(asked));
    }
    throw WorkbenchException.user(
        "C360-IDT-011",
        "--truth " + asked + " is neither a column nor a file. The columns are: " + names(records));
  }

  private List<String> compared(RecordTable records) {
    List<String> chosen = new ArrayList<>();
    for (String column : columns) {
      if (records.column(column.strip()).isEmpty()) {
        throw WorkbenchException.user(
            "C360-IDT-001",
            "There is no column " + column + ". The columns are: " + names(records));
      }
      chosen.add(column.strip());
    }
    if (truth != null && chosen.isEmpty() && records.column(truth).isPresent()) {
      records.columns().stream()
          .map(TextColumn::name)
          .filter(name -> !name.equals(truth))
          .forEach(chosen::add);
    }
    chosen.remove(truth);
    return chosen;
  }

  private static String names(RecordTable records) {
    return String.join(", ", records.columns().stream().map(TextColumn::name).toList());
  }
}
