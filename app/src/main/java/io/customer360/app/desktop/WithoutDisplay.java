package io.customer360.app.desktop;

import io.customer360.app.Composition;
import io.customer360.app.command.DemoSummary;
import io.customer360.app.road.Demo;
import io.customer360.app.road.DemoReport;
import io.customer360.app.road.RoadListener;
import io.customer360.app.road.RoadStep;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.sample.SampleSpec;
import io.customer360.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The main job on a machine without a display: the sample workspace, the whole road with a
/// summary, and every screen as pictures.
final class WithoutDisplay {
  private WithoutDisplay() {}

  static int run(Path workspace) {
    System.out.println(
        "No display (DISPLAY is not set): walking the whole road here and drawing the screens.");
    try {
      if (!Workspace.isWorkspace(workspace)) {
        System.out.println("Making the sample workspace " + workspace);
        new SampleWorkspace(SampleSpec.standard(), new Printed()).make(workspace, Progress.NONE);
      }
      System.out.println("The whole road in a fresh folder");
      Path fresh = Files.createTempDirectory("customer360-demo").resolve("demo.c360");
      DemoReport report =
          new Demo(SampleSpec.standard(), SandboxScript.LIFELIKE).run(fresh, Progress.NONE);
      DemoSummary.lines(report).forEach(line -> System.out.println("  " + line));
      Path folder = workspace.toAbsolutePath().resolveSibling("screens");
      Display.doWithout();
      List<Path> pictures;
      try (Engine engine = Composition.open(workspace)) {
        pictures = Screenshots.take(engine, folder);
      }
      System.out.println(pictures.size() + " pictures of the screens are in " + folder);
      System.out.println("Commands work without a display. See: workbench --help");
      return 0;
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-APP-001", "No temporary folder: " + e, e);
    }
  }

  private static final class Printed implements RoadListener {
    @Override
    public void started(RoadStep step) {}

    @Override
    public void finished(RoadStep step, String fact, Duration took) {
      System.out.printf(
          Locale.UK, "  %-34s %s, %.1f s%n", step.words(), fact, took.toMillis() / 1000.0);
    }
  }
}
