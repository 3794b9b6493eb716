package io.customer360.app.command.bench;

import io.customer360.app.bench.ClusterBench;
import io.customer360.app.bench.WorkFolder;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench cluster`.
@Command(
    name = "cluster",
    description = "Clustering against scikit-learn: same data, same parameters, same run.",
    footer = {
      "",
      "Example:",
      "  workbench bench cluster --python /path/to/venv/bin/python",
      "  workbench bench cluster --only kmeans,dbscan --json"
    })
final class BenchClusterCommand extends WorkbenchCommand {
  @Option(
      names = "--python",
      paramLabel = "EXE",
      description = "A Python with scikit-learn (default python3).")
  private String python = "python3";

  @Option(
      names = "--only",
      paramLabel = "CASE,...",
      split = ",",
      description = "kmeans, dbscan, hdbscan, ward, average, complete, gmm, lake (default all).")
  private List<String> only = List.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "At most so many rows, for a quick look (default as many as each case has).")
  private int rows = Integer.MAX_VALUE;

  @Option(names = "--runs", paramLabel = "N", description = "Runs of each (default 3).")
  private int runs = 3;

  @Option(names = "--folder", paramLabel = "DIR", description = "Where to work.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    for (String name : only) {
      if (!ClusterBench.CASES.contains(name)) {
        throw WorkbenchException.user(
            "C360-CLI-053",
            "There is no case "
                + name
                + " to measure. There are: "
                + String.join(", ", ClusterBench.CASES));
      }
    }
    try (WorkFolder work = WorkFolder.of(folder);
        TerminalProgress progress = new TerminalProgress(System.err)) {
      ClusterBench.Report report =
          ClusterBench.run(work.path(), python, only, rows, runs, progress);
      progress.close();
      Output out = output();
      if (out.json()) {
        out.document(report);
        return 0;
      }
      out.line("%s, %d threads, beside %s", report.kernel(), report.threads(), report.rival());
      List<List<@Nullable Object>> table = new ArrayList<>();
      for (ClusterBench.Case one : report.cases()) {
        table.add(
            Arrays.asList(
                one.name(),
                one.rows(),
                one.columns(),
                one.seconds(),
                one.rivalSeconds(),
                one.times(),
                one.score(),
                one.rivalScore(),
                one.adjustedRand()));
      }
      out.table(
          List.of(
              "case", "rows", "columns", "seconds", "rival", "times", "score", "rival's", "ARI"),
          table);
    }
    return 0;
  }
}
