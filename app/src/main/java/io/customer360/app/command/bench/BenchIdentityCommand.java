package io.customer360.app.command.bench;

import io.customer360.app.bench.IdentityBench;
import io.customer360.app.bench.WorkFolder;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench identity`.
@Command(
    name = "identity",
    description =
        "Matching the sample's person records, beside Splink on the same file in the same run.",
    footer = {
      "",
      "Example:",
      "  workbench bench identity --records 1000000",
      "  workbench bench identity --records 100000 --python /path/to/venv/bin/python --json"
    })
final class BenchIdentityCommand extends WorkbenchCommand {
  private static final int FEWEST = 1_000;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "About how many source records (default 1000000).")
  private int records = 1_000_000;

  @Option(
      names = "--python",
      paramLabel = "EXE",
      description = "A Python with Splink (default python3).")
  private String python = "python3";

  @Option(names = "--folder", paramLabel = "DIR", description = "Where to work.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    if (records < FEWEST) {
      throw WorkbenchException.user(
          "C360-IDT-017", "--records " + records + " is too few to measure; ask for 1000 or more.");
    }
    try (WorkFolder work = WorkFolder.of(folder);
        TerminalProgress progress = new TerminalProgress(System.err)) {
      IdentityBench.Report report = IdentityBench.run(work.path(), python, records, progress);
      progress.close();
      Output out = output();
      if (out.json()) {
        out.document(report);
        return 0;
      }
      out.line(
          "%s records, threshold %s, beside %s",
          Text.whole(report.records()), Text.decimal(report.threshold(), 2), report.rival());
      List<List<Object>> rows = new ArrayList<>();
      for (IdentityBench.Figures one : report.figures()) {
        rows.add(
            List.of(
                one.matcher(),
                Text.decimal(one.seconds(), 1),
                Text.decimal(one.cpuSeconds(), 1),
                one.peakMb(),
                one.pairs(),
                Text.decimal(one.precision(), 4),
                Text.decimal(one.recall(), 4),
                Text.decimal(one.f1(), 4)));
      }
      out.table(
          List.of("matcher", "seconds", "CPU s", "peak MB", "pairs", "precision", "recall", "F1"),
          rows);
      out.line("goal for a million records on two cores: 60 s, F1 0.97, 8 GB");
    }
    return 0;
  }
}
