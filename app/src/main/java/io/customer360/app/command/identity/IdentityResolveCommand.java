package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.review.Contradiction;
import io.customer360.lakehouse.RefreshRequest;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench identity resolve`.
@Command(
    name = "resolve",
    description =
        "Resolve everybody anew, showing who would be joined or split. Where an answer to consent"
            + " would become looser it is named, and you are asked before.",
    footer = {
      "",
      "Example:",
      "  workbench identity resolve --preview",
      "  workbench identity resolve --json"
    })
final class IdentityResolveCommand extends WorkbenchCommand {
  @Option(names = "--preview", description = "Show what would change, and change nothing.")
  private boolean preview;

  @Mixin private LooserConsents looser = new LooserConsents();

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          ResolutionDiff diff =
              engine.stewardship().previewAnew(preview ? progress : progress.part(0, 0.3));
          Output out = output();
          boolean commit = !preview && looser.accepted(out, diff);
          if (commit) {
            engine.stewardship().learnAnew(engine.person());
            engine.refresh(RefreshRequest.stale(), progress.part(0.3, 1));
          }
          List<Contradiction> contradictions = engine.reviews().queue(0).contradictions();
          if (out.json()) {
            out.document(
                Map.of("committed", commit, "diff", diff, "contradictions", contradictions));
          } else {
            IdentityDiffText.print(out, diff);
            ContradictionText.print(out, contradictions);
            out.line(commit ? "Resolved and refreshed." : "Nothing was changed.");
            if (commit) {
              engine.stewardship().lastRun().ifPresent(run -> IdentityDiffText.print(out, run));
            }
          }
          return 0;
        });
  }
}
