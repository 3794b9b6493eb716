package io.customer360.app.command.bench;

import io.customer360.app.bench.IncrementalBench;
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

/// `bench incremental`.
@Command(
    name = "incremental",
    description = "New records into many that are resolved, beside resolving everybody.",
    footer = {
      "",
      "Example:",
      "  workbench bench incremental --records 1000000",
      "  workbench bench incremental --records 200000 --batch 1000 --batches 7 --json"
    })
final class BenchIncrementalCommand extends WorkbenchCommand {
  private static final int FEWEST = 1_000;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "About how many source records there are already (default 1000000).")
  private int records = 1_000_000;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Records that come at a time (default 1000).")
  private int size = 1_000;

  @Option(
      names = "--batches",
      paramLabel = "N",
      description = "How many times; the first warms up (default 6).")
  private int batches = 6;

  @Option(names = "--folder", paramLabel = "DIR", description = "Where to work.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    if (records < FEWEST || size < 10 || batches < 2 || (long) size * batches > records / 2) {
      throw WorkbenchException.user(
          "C360-IDT-018",
          "--records "
              + records
              + ", --batch "
              + size
              + ", --batches "
              + batches
              + " cannot be measured; ask for 1000 records or more, batches of 10 or more, two of"
              + " them or more, and for no more than half of the records in all.");
    }
    try (WorkFolder work = WorkFolder.of(folder);
        TerminalProgress progress = new TerminalProgress(System.err)) {
      IncrementalBench.Report report =
          IncrementalBench.run(work.path(), records, size, batches, progress);
      progress.close();
      Output out = output();
      if (out.json()) {
        out.document(report);
        return 0;
      }
      show(out, report);
    }
    return 0;
  }

  private static void show(Output out, IncrementalBench.Report report) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("everybody, model learned", report.first()));
    for (int i = 0; i < report.batches().size(); i++) {
      rows.add(
          row(
              "batch " + (i + 1) + (i == 0 ? ", first after opening" : ""),
              report.batches().get(i)));
    }
    rows.add(row("everybody, model kept", report.everybody()));
    out.table(
        List.of(
            "run", "seconds", "CPU s", "records", "new", "changed", "resolved", "clusters changed"),
        rows);
    out.line(
        "batches of %s after the first: median %s, worst %s, CPU %s (goal for a million: %s)",
        Text.whole(report.size()),
        Text.seconds(report.median()),
        Text.seconds(report.worst()),
        Text.seconds(report.medianCpu()),
        Text.seconds(IncrementalBench.GOAL_SECONDS));
    out.line(
        "batches against everybody: pairwise F1 %s, customer ids %s; against the truth: F1 %s",
        Text.decimal(report.f1(), 6),
        report.sameIds() ? "all the same" : "not all the same",
        Text.decimal(report.truthF1(), 4));
  }

  private static List<Object> row(String name, IncrementalBench.Run run) {
    return List.of(
        name,
        Text.decimal(run.seconds(), 2),
        Text.decimal(run.cpuSeconds(), 2),
        run.records(),
        run.fresh(),
        run.changed(),
        run.reached(),
        run.clusters());
  }
}
