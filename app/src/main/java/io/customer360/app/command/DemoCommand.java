package io.customer360.app.command;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.road.Demo;
import io.customer360.app.road.DemoReport;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench demo`.
@Command(
    name = "demo",
    description = {
      "The whole road in a fresh folder: generate, import, resolve, score, decide, approve what may "
          + "be approved, deliver to the sandbox receiver, verify, replay."
    },
    footer = {"", "Example:", "  workbench demo --customers 10000 --json"})
final class DemoCommand extends WorkbenchCommand {
  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers (default 10482).")
  private int customers = SampleSpec.DEFAULT_CUSTOMERS;

  @Option(names = "--seed", paramLabel = "S", description = "Seed (default 7).")
  private long seed = SampleSpec.DEFAULT_SEED;

  @Option(names = "--folder", paramLabel = "DIR", description = "Keep the workspace here.")
  private @Nullable Path folder;

  @Option(names = "--kind", description = "Let the receiver take everything at the first attempt.")
  private boolean kind;

  @Override
  public Integer call() throws IOException {
    if (customers < 50) {
      System.err.println("workbench: a sample has at least 50 customers, not " + customers + ".");
      return 2;
    }
    Path kept = folder;
    Path target =
        kept == null ? Files.createTempDirectory("customer360-demo").resolve("demo.c360") : kept;
    Output out = output();
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      SandboxScript script = kind ? SandboxScript.KIND : SandboxScript.LIFELIKE;
      DemoReport report = new Demo(SampleSpec.of(customers, seed), script).run(target, progress);
      if (out.json()) {
        out.document(report);
      } else {
        DemoSummary.lines(report).forEach(text -> out.line("%s", text));
      }
      return report.audit().verified()
              && report.replay().decisions() == report.replay().identical()
              && report.delivered().duplicates() == 0
          ? 0
          : 1;
    }
  }
}
