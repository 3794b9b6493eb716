package io.customer360.app.command.bench;

import io.customer360.app.bench.ImportBench;
import io.customer360.app.bench.PeakMemory;
import io.customer360.app.bench.ReadBench;
import io.customer360.app.bench.WorkFolder;
import io.customer360.app.command.data.RefreshCommand;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.lakehouse.RefreshRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench bench ...`.
@Command(
    name = "bench",
    description = "Measure on this machine, beside a comparator or the goal.",
    subcommands = {
      BenchCommand.Import.class,
      BenchCommand.Reads.class,
      BenchCommand.Refresh.class,
      SegmentBenchCommand.class,
      BenchClusterCommand.class,
      BenchIdentityCommand.class,
      BenchIncrementalCommand.class,
      BenchGraphCommand.class
    },
    footer = {
      "",
      "Example:",
      "  workbench bench import --mb 1000",
      "  workbench bench reads --json"
    })
public final class BenchCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  /// `bench import`.
  @Command(
      name = "import",
      description = "Import of a large CSV against plain DuckDB read_csv of the same file.",
      footer = {"", "Example:", "  workbench bench import --mb 1000 --runs 3"})
  static final class Import extends WorkbenchCommand {
    @Option(names = "--mb", paramLabel = "N", description = "Size of the file (default 1000).")
    private int megabytes = 1000;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each (default 3).")
    private int runs = 3;

    @Option(names = "--folder", paramLabel = "DIR", description = "Where to work.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
      try (WorkFolder work = WorkFolder.of(folder);
          TerminalProgress progress = new TerminalProgress(System.err)) {
        ImportBench.Report report = ImportBench.run(work.path(), megabytes, runs, progress);
        Output out = output();
        if (out.json()) {
          out.document(report);
        } else {
          out.line(
              "%s, %s rows, medians of %d",
              Text.bytes(report.bytes()), Text.whole(report.rows()), report.runs());
          out.line(
              "import       %s  %s MB/s   (goal 100 MB/s)",
              Text.seconds(report.importSeconds()), Text.decimal(report.importMbPerSecond(), 0));
          out.line(
              "plain DuckDB %s  %s MB/s",
              Text.seconds(report.plainSeconds()), Text.decimal(report.plainMbPerSecond(), 0));
        }
      }
      return 0;
    }
  }

  /// `bench reads`.
  @Command(
      name = "reads",
      description = "Profile, search and decision latency in the workspace, beside their goals.",
      footer = {"", "Example:", "  workbench bench reads --samples 500"})
  static final class Reads extends WorkbenchCommand {
    @Option(names = "--samples", paramLabel = "N", description = "Customers to draw (default 300).")
    private int samples = 300;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<ReadBench.Latency> latencies = ReadBench.run(engine, samples, progress);
            Output out = output();
            if (out.json()) {
              out.document(Map.of("latencies", latencies));
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            for (ReadBench.Latency l : latencies) {
              rows.add(List.of(l.what(), l.n(), l.p50(), l.p95(), l.worst(), l.goalP95()));
            }
            out.table(List.of("what", "n", "p50 ms", "p95 ms", "worst ms", "goal p95"), rows);
            return 0;
          });
    }
  }

  /// `bench refresh`.
  @Command(
      name = "refresh",
      description = "A full rebuild from bronze: seconds and peak memory.",
      footer = {"", "Example:", "  workbench bench refresh --workspace million.c360"})
  static final class Refresh extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            RefreshReport report =
                engine.lakehouse().refresh(RefreshRequest.everything(), progress);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("seconds", report.seconds());
            document.put("goal_seconds", 120);
            document.put("models", report.models());
            document.put("peak_mb", PeakMemory.megabytes());
            Output out = output();
            if (out.json()) {
              out.document(document);
            } else {
              RefreshCommand.show(out, report);
              out.line("peak memory %s MB", Text.whole(PeakMemory.megabytes()));
            }
            return 0;
          });
    }
  }
}
