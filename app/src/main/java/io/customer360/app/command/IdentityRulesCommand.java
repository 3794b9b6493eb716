package io.customer360.app.command;

import io.customer360.identity.MatchThresholds;
import io.customer360.identity.ResolutionDiff;
import io.customer360.identity.review.Teaching;
import io.customer360.lakehouse.RefreshRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench identity rules`.
@Command(
    name = "rules",
    description =
        "The thresholds of matching. A change resolves everybody anew and shows who would be joined"
            + " or split before it is kept.",
    footer = {
      "",
      "Example:",
      "  workbench identity rules",
      "  workbench identity rules --merge-from 0.98",
      "  workbench identity rules --merge-from 0.98 --commit"
    })
final class IdentityRulesCommand extends WorkbenchCommand {
  @Option(
      names = "--merge-from",
      paramLabel = "P",
      description = "Probability from which records are joined unasked (default 0.95).")
  private @Nullable Double mergeFrom;

  @Option(
      names = "--review-from",
      paramLabel = "P",
      description = "Probability from which a person is asked (default 0.20).")
  private @Nullable Double reviewFrom;

  @Option(names = "--commit", description = "Keep the change and resolve; else it is only shown.")
  private boolean commit;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          MatchThresholds now = MatchThresholds.of(engine.workspace().settings().more());
          Output out = output();
          if (mergeFrom == null && reviewFrom == null) {
            print(out, now, null, engine.reviews().model().teaching());
            return 0;
          }
          MatchThresholds then =
              new MatchThresholds(
                  mergeFrom == null ? now.mergeFrom() : mergeFrom,
                  reviewFrom == null ? now.reviewFrom() : reviewFrom);
          ResolutionDiff diff =
              engine.stewardship().preview(then, commit ? progress.part(0, 0.3) : progress);
          if (commit) {
            engine.stewardship().changeRules(then, engine.person());
            engine.refresh(RefreshRequest.stale(), progress.part(0.3, 1));
          }
          print(out, then, diff, null);
          return 0;
        });
  }

  private void print(
      Output out,
      MatchThresholds thresholds,
      @Nullable ResolutionDiff diff,
      @Nullable Teaching teaching) {
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("merge_from", thresholds.mergeFrom());
      document.put("review_from", thresholds.reviewFrom());
      if (teaching != null) {
        document.put("teaching", teaching);
      }
      if (diff != null) {
        document.put("committed", commit);
        document.put("diff", diff);
      }
      out.document(document);
      return;
    }
    out.line("joined unasked from %s", Text.decimal(thresholds.mergeFrom(), 3));
    out.line("a person is asked from %s", Text.decimal(thresholds.reviewFrom(), 3));
    if (teaching != null) {
      IdentityTeachingText.print(out, teaching);
    }
    if (diff != null) {
      IdentityDiffText.print(out, diff);
      out.line(
          commit ? "Kept, resolved and refreshed." : "Nothing was changed; --commit keeps it.");
    }
  }
}
