package io.customer360.app.command.bench;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.desktop.Screenshots;
import io.customer360.fault.WorkbenchException;
import io.customer360.ui.identity.ClusterFrames;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench graph`.
@Command(
    name = "graph",
    description =
        "Frames a second of a large cluster's graph while it is dragged, without a display.",
    footer = {"", "Example:", "  workbench bench graph --records 5000"})
final class BenchGraphCommand extends WorkbenchCommand {
  private static final int FEWEST = 2;
  private static final int MOST = 50_000;
  private static final double GOAL = 30;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Records of the cluster (default 5000).")
  private int records = 5_000;

  @Override
  public Integer call() throws Exception {
    if (records < FEWEST || records > MOST) {
      throw WorkbenchException.user(
          "C360-CLI-017",
          "--records " + records + " cannot be drawn; ask for " + FEWEST + " to " + MOST + ".");
    }
    Screenshots.withoutDisplay();
    ClusterFrames.Figures figures;
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      progress.stage("Place and drag " + Text.whole(records) + " records");
      figures = ClusterFrames.measure(records);
    }
    Output out = output();
    if (out.json()) {
      out.document(Map.of("figures", figures, "goal_frames_per_second", GOAL));
      return 0;
    }
    out.line(
        "%s records, %s ties: placed in %s",
        Text.whole(figures.records()),
        Text.whole(figures.ties()),
        Text.seconds(figures.placedMillis() / 1e3));
    out.line(
        "%s frames a second while dragged (goal %s), %s ms of processor time each",
        Text.decimal(figures.framesPerSecond(), 1),
        Text.decimal(GOAL, 0),
        Text.decimal(figures.processorMillis(), 1));
    return 0;
  }
}
