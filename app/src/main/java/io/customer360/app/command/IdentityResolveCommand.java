package io.customer360.app.command;

import io.customer360.identity.ResolutionDiff;
import io.customer360.lakehouse.RefreshRequest;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench identity resolve`.
@Command(
    name = "resolve",
    description = "Resolve everybody anew, showing who would be joined or split.",
    footer = {
      "",
      "Example:",
      "  workbench identity resolve --preview",
      "  workbench identity resolve --json"
    })
final class IdentityResolveCommand extends WorkbenchCommand {
  @Option(names = "--preview", description = "Show what would change, and change nothing.")
  private boolean preview;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          ResolutionDiff diff =
              engine.stewardship().previewAnew(preview ? progress : progress.part(0, 0.3));
          if (!preview) {
            engine.stewardship().learnAnew(engine.person());
            engine.refresh(RefreshRequest.stale(), progress.part(0.3, 1));
          }
          Output out = output();
          if (out.json()) {
            out.document(Map.of("committed", !preview, "diff", diff));
          } else {
            IdentityDiffText.print(out, diff);
            out.line(preview ? "Nothing was changed." : "Resolved and refreshed.");
            if (!preview) {
              engine.stewardship().lastRun().ifPresent(run -> IdentityDiffText.print(out, run));
            }
          }
          return 0;
        });
  }
}
