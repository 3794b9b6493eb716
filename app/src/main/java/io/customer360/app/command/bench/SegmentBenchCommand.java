package io.customer360.app.command.bench;

import io.customer360.app.bench.SegmentBench;
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

/// `workbench bench segments`.
@Command(
    name = "segments",
    description = "Counts while rules are edited, beside the same SQL run by plain DuckDB.",
    footer = {
      "",
      "Examples:",
      "  workbench bench segments --customers 1000000",
      "  workbench bench segments --edits 50 --json"
    })
final class SegmentBenchCommand extends WorkbenchCommand {
  @Option(names = "--edits", paramLabel = "N", description = "Edits of each kind (default 40).")
  private int edits = 40;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = {
        "Counts in a lake of N made customers with 20 N events, made for it in the system's",
        "temporary folder and taken away after. Without it: in the workspace."
      })
  private @Nullable Integer customers;

  @Override
  public Integer call() throws Exception {
    Integer made = customers;
    if (made == null) {
      return withEngine(
          (engine, progress) -> shown(SegmentBench.run(engine, Math.max(1, edits), progress)));
    }
    if (made < 100 || made > 10_000_000) {
      throw WorkbenchException.user(
          "C360-CLI-050", "--customers takes a number from 100 to 10000000, not " + made + ".");
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      return shown(SegmentBench.made(folder, made, Math.max(1, edits), progress));
    }
  }

  private int shown(SegmentBench.Report report) {
    Output out = output();
    if (out.json()) {
      out.document(report);
      return report.equal() ? 0 : 1;
    }
    out.line(
        "%s customers, %s events; counts %s DuckDB's",
        Text.whole(report.customers()),
        Text.whole(report.events()),
        report.equal() ? "equal" : "DIFFER FROM");
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentBench.Latency l : report.latencies()) {
      rows.add(
          List.of(
              l.what(),
              l.n(),
              l.first(),
              l.p50(),
              l.p95(),
              l.plainP50(),
              l.plainP95(),
              l.goalP95()));
    }
    out.table(
        List.of(
            "edit of", "n", "first ms", "p50 ms", "p95 ms", "DuckDB p50", "DuckDB p95", "goal p95"),
        rows);
    out.line(
        "cancelled and the next one answered after at most %s ms (goal 50); columns held: %s",
        Text.decimal(report.cancelMillis(), 1), Text.bytes(report.columnBytes()));
    return report.equal() ? 0 : 1;
  }
}
