package io.customer360.app.command.data;

import io.customer360.app.command.identity.IdentityDiffText;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.lakehouse.ModelRun;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.lakehouse.RefreshRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench refresh`.
@Command(
    name = "refresh",
    description =
        "Rebuild what is stale from bronze to gold; print rows, seconds and hash a model.",
    footer = {"", "Example:", "  workbench refresh", "  workbench refresh --full --json"})
public final class RefreshCommand extends WorkbenchCommand {
  @Option(
      names = "--full",
      description = "Drop silver and gold and rebuild everything from bronze.")
  private boolean full;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random (default 7).")
  private long seed = RefreshRequest.SEED;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          RefreshReport report = engine.refresh(new RefreshRequest(full, seed), progress);
          Output out = output();
          if (out.json()) {
            out.document(report);
          } else {
            show(out, report);
            if (report.models().stream()
                .anyMatch(m -> m.name().equals("gold.identity_link") && !m.skipped())) {
              engine.stewardship().lastRun().ifPresent(run -> IdentityDiffText.print(out, run));
            }
          }
          return 0;
        });
  }

  public static void show(Output out, RefreshReport report) {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelRun model : report.models()) {
      if (!model.skipped()) {
        rows.add(List.of(model.name(), model.rows(), model.seconds(), model.hash()));
      }
    }
    if (!rows.isEmpty()) {
      out.table(List.of("model", "rows", "seconds", "hash"), rows);
    }
    long skipped = report.models().size() - report.built();
    out.line(
        "%d models built, %d up to date, %s",
        report.built(), skipped, Text.seconds(report.seconds()));
  }
}
