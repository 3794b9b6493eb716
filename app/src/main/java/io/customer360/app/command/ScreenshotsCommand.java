package io.customer360.app.command;

import io.customer360.app.Composition;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.desktop.Screenshots;
import io.customer360.app.road.RoadListener;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.engine.Engine;
import io.customer360.sample.SampleSpec;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench screenshots DIR`.
@Command(
    name = "screenshots",
    description = {
      "Draw every screen, light and dark, 1440x900, without a display, with data in them.",
      "Uses the workspace; makes the sample workspace when there is none."
    },
    footer = {"", "Example:", "  workbench screenshots out"})
final class ScreenshotsCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "DIR", description = "The folder for the pictures.")
  private Path folder = Path.of("screens");

  @Option(
      names = "--screen",
      paramLabel = "NAME",
      description = "Only screens whose file name contains this, as in --screen cohorts.")
  private String screen = "";

  @Override
  public Integer call() {
    Path workspace = workspaceFolder();
    Screenshots.withoutDisplay();
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      if (!Workspace.isWorkspace(workspace)) {
        new SampleWorkspace(SampleSpec.standard(), RoadListener.SILENT).make(workspace, progress);
      }
      progress.stage("Draw the screens");
      try (Engine engine = Composition.open(workspace)) {
        List<Path> pictures = Screenshots.take(engine, folder, screen);
        Output out = output();
        if (out.json()) {
          out.document(Map.of("pictures", pictures.stream().map(Path::toString).toList()));
        } else {
          pictures.forEach(picture -> out.line("%s", picture));
        }
      }
    }
    return 0;
  }
}
