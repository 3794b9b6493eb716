package io.customer360.app.command;

import io.customer360.app.Composition;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.road.RoadListener;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.engine.Engine;
import io.customer360.sample.SampleSpec;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench init`.
@Command(
    name = "init",
    description = "Make a workspace: empty for your own data, or with the sample retailer.",
    footer = {
      "",
      "Example:",
      "  workbench init shop.c360 --currency EUR --zone Europe/Berlin",
      "  workbench init demo.c360 --sample 10482 --seed 7"
    })
final class InitCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder; as --workspace.")
  private @Nullable Path folder;

  @Option(
      names = "--sample",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "10482",
      description = "With the sample retailer of N customers (default 10482).")
  private @Nullable Integer sample;

  @Option(names = "--seed", paramLabel = "S", description = "The sample's seed (default 7).")
  private long seed = SampleSpec.DEFAULT_SEED;

  @Option(names = "--currency", paramLabel = "ISO", description = "Default GBP.")
  private String currency = "GBP";

  @Option(names = "--zone", paramLabel = "ZONE", description = "Default: this computer's.")
  private @Nullable String zone;

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      description = "What today is: system, data (the latest record; default), fixed:INSTANT.")
  private String clock = "data";

  @Override
  public Integer call() {
    Path named = folder;
    Path target = named == null ? workspaceFolder() : named;
    return sample == null ? empty(target) : sample(target, sample);
  }

  private int empty(Path target) {
    String name = String.valueOf(target.getFileName()).replaceFirst("\\.c360$", "");
    String where = zone == null ? java.time.ZoneId.systemDefault().getId() : zone;
    WorkspaceSettings settings =
        WorkspaceSettings.of(name, currency, where, clock)
            .withPerson(System.getProperty("user.name", ""));
    try (Engine engine = Composition.create(target, settings)) {
      new SegmentFiles(engine.workspace().segments()).writeGeneric();
    }
    Output out = output();
    if (out.json()) {
      out.document(Map.of("workspace", target.toString(), "name", name));
    } else {
      out.line("%s is ready. Next: workbench import FILE --workspace %s", target, target);
    }
    return 0;
  }

  private int sample(Path target, int customers) {
    if (customers < 50) {
      System.err.println("workbench: a sample has at least 50 customers, not " + customers + ".");
      return 2;
    }
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      SampleWorkspace.Report report =
          new SampleWorkspace(SampleSpec.of(customers, seed), RoadListener.SILENT)
              .make(target, progress);
      Output out = output();
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("workspace", target.toString());
      document.put("rows", report.written().rows());
      document.put("bytes", report.written().bytes());
      document.put("decisions", report.agents().created());
      document.put("pending", report.agents().pending());
      document.put("seconds", report.seconds());
      if (out.json()) {
        out.document(document);
      } else {
        out.line(
            "%s is ready: %s rows in, %s proposals wait. Next: workbench, or workbench status -w %s",
            target,
            Text.whole(report.written().rows()),
            Text.whole(report.agents().pending()),
            target);
      }
    }
    return 0;
  }
}
