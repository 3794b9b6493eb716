package io.customer360.app.command.data;

import io.customer360.app.console.InTurn;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.ImportReport;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.mapping.ColumnMapping;
import io.customer360.ingest.mapping.LostFile;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.suggest.ColumnSuggestion;
import io.customer360.ingest.suggest.DatasetSuggestion;
import io.customer360.ingest.suggest.FilePreview;
import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench import FILE...`.
@Command(
    name = "import",
    description = {
      "Land files: CSV, JSON lines, Parquet, each also as .gz.",
      "Shows what the columns are taken to mean and asks; --yes takes the suggestion if it is sure",
      "of the dataset and of every column (0.6 or more): else confirm it with --dataset, --mapping or",
      "--accept-uncertain."
    },
    footer = {
      "",
      "Example:",
      "  workbench import orders.csv --workspace shop.c360",
      "  workbench import orders.csv --mapping orders.yaml --yes --json"
    })
public final class ImportCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to land, each whole.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "A mapping text to use instead of the suggestion.")
  private @Nullable Path mapping;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "The canonical dataset the file holds, if the guess is wrong.")
  private @Nullable String dataset;

  @Option(
      names = {"-y", "--yes"},
      description = "Take the suggested mapping without asking.")
  private boolean yes;

  @Option(
      names = "--accept-uncertain",
      description = "Take a suggestion that is not sure, too; with --yes.")
  private boolean acceptUncertain;

  @Option(
      names = "--forget",
      description = "Give up the rows of these files, which were imported and are lost.")
  private boolean forget;

  @Option(names = "--dry-run", description = "Say what would happen; land nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    return withEngine(this::importAll);
  }

  private int importAll(Engine engine, TerminalProgress progress) {
    if (!dryRun) {
      engine.ingest().mustBeOfToday();
    }
    Output out = output();
    if (forget) {
      return forget(engine, out);
    }
    List<String> names = files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    InTurn<Path, ImportReport> turn =
        InTurn.over(files, names, file -> importOne(engine, file, out, progress));
    if (out.json() && turn.worthTelling()) {
      Map<String, Object> document = turn.document("files");
      document.put("dry_run", dryRun);
      out.document(document);
    }
    turn.rethrow(dryRun ? "" : "imported");
    return turn.results().size() == files.size() ? 0 : 1;
  }

  private int forget(Engine engine, Output out) {
    List<LostFile> gone = new ArrayList<>();
    for (Path file : files) {
      gone.addAll(engine.ingest().giveUp(String.valueOf(file.getFileName())));
    }
    if (out.json()) {
      out.document(Map.of("forgotten", gone));
    } else {
      gone.forEach(
          lost ->
              out.line(
                  "%s is given up: %s. Refresh computes without it.", lost.file(), lost.words()));
    }
    return 0;
  }

  private Optional<ImportReport> importOne(
      Engine engine, Path file, Output out, TerminalProgress progress) {
    Optional<Mapping> chosen = mappingOf(engine, file, out);
    if (chosen.isEmpty()) {
      System.err.println("workbench: " + file.getFileName() + " was not imported.");
      return Optional.empty();
    }
    ImportReport report =
        dryRun
            ? engine.ingest().dryRun(file, chosen.get(), progress)
            : engine.ingest().load(file, chosen.get(), progress);
    if (!out.json()) {
      show(out, report);
    }
    return Optional.of(report);
  }

  private Optional<Mapping> mappingOf(Engine engine, Path file, Output out) {
    if (mapping != null) {
      return Optional.of(engine.ingest().loadMapping(mapping));
    }
    FilePreview preview = engine.ingest().preview(file);
    String wanted = dataset;
    Mapping suggested =
        wanted == null ? preview.suggested() : engine.ingest().suggest(preview, wanted);
    if (!out.json()) {
      show(out, preview, suggested);
    }
    List<String> doubts = preview.doubts(suggested, wanted != null);
    if (dryRun) {
      if (!doubts.isEmpty() && !out.json()) {
        out.line("Not sure %s: --yes alone will not import it.", String.join(", ", doubts));
      }
      return Optional.of(suggested);
    }
    if (yes) {
      if (!doubts.isEmpty() && !acceptUncertain) {
        throw uncertain(file, doubts);
      }
      return Optional.of(suggested);
    }
    Console console = System.console();
    if (console == null || out.json() || !console.isTerminal()) {
      throw WorkbenchException.user(
          "C360-CLI-001",
          "Nobody can be asked here. Take the suggested mapping with --yes, or give --mapping.");
    }
    String answer = console.readLine("Import with this mapping? [y/N] ");
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")
        ? Optional.of(suggested)
        : Optional.empty();
  }

  private static WorkbenchException uncertain(Path file, List<String> doubts) {
    return WorkbenchException.user(
        "C360-CLI-009",
        file.getFileName()
            + ": the suggestion is not sure "
            + String.join(", ", doubts)
            + ". Nothing was imported. Say what the file holds with --dataset, write the mapping"
            + " down and give it with --mapping, or take the suggestion with --accept-uncertain.");
  }

  private static void show(Output out, FilePreview preview, Mapping suggested) {
    out.line(
        "%s: %s, %s, %s",
        preview.file().getFileName(),
        preview.format().value().words(),
        preview.encoding().value(),
        Text.bytes(preview.bytes()));
    Optional<DatasetSuggestion> dataset =
        preview.datasets().stream()
            .filter(fit -> fit.dataset().equals(suggested.dataset()))
            .findFirst();
    dataset.ifPresent(
        fit ->
            out.line(
                "Taken as %s (%s), %s",
                fit.dataset(), Text.decimal(fit.confidence(), 2), fit.reason()));
    List<List<Object>> rows = new ArrayList<>();
    for (Map.Entry<String, ColumnMapping> column : suggested.columns().entrySet()) {
      Optional<ColumnSuggestion> reason =
          dataset.stream()
              .flatMap(fit -> fit.columns().stream())
              .filter(suggestion -> suggestion.target().equals(column.getKey()))
              .findFirst();
      rows.add(
          List.of(
              column.getKey(),
              source(column.getValue()),
              reason.map(ColumnSuggestion::confidence).orElse(1.0),
              reason.map(ColumnSuggestion::reason).orElse("")));
    }
    out.table(List.of("column", "from", "sure", "because"), rows);
    preview.remarks(suggested).forEach(out::line);
  }

  private static String source(ColumnMapping column) {
    if (column.from() != null) {
      return column.format() == null ? column.from() : column.from() + "  " + column.format();
    }
    return column.constant() != null
        ? "'" + column.constant() + "'"
        : String.valueOf(column.transform());
  }

  private void show(Output out, ImportReport report) {
    if (report.unchanged()) {
      out.line(
          "%s had been imported before, %s rows. Nothing was changed.",
          report.file(), Text.whole(report.rows()));
      return;
    }
    out.line(
        "%s%s: %s rows = %s good + %s held back + %s duplicates, %s",
        dryRun ? "Would import " : "",
        report.file(),
        Text.whole(report.rows()),
        Text.whole(report.accepted()),
        Text.whole(report.quarantined()),
        Text.whole(report.duplicates()),
        Text.seconds(report.seconds()));
    report.remarks().forEach(remark -> out.line("  %s", remark));
    for (QualityCheck alarm : report.alarms()) {
      out.line("  Alarm, %s: %s", alarm.name(), alarm.words());
      out.line("    %s", alarm.advice());
    }
  }
}
