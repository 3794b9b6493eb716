package io.customer360.app.command;

import io.customer360.app.bench.SegmentBench;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench bench segments`.
@Command(
    name = "segments",
    description = "Counts while rules are edited, beside the same SQL run by plain DuckDB.",
    footer = {"", "Example:", "  workbench bench segments --edits 50 --json"})
final class SegmentBenchCommand extends WorkbenchCommand {
  @Option(names = "--edits", paramLabel = "N", description = "Edits of each kind (default 40).")
  private int edits = 40;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          SegmentBench.Report report = SegmentBench.run(engine, Math.max(1, edits), progress);
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
                  "edit of",
                  "n",
                  "first ms",
                  "p50 ms",
                  "p95 ms",
                  "DuckDB p50",
                  "DuckDB p95",
                  "goal p95"),
              rows);
          out.line(
              "cancelled after at most %s ms (goal 50); columns held: %s",
              Text.decimal(report.cancelMillis(), 1), Text.bytes(report.columnBytes()));
          return report.equal() ? 0 : 1;
        });
  }
}
