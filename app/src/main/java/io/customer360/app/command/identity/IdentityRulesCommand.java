package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.identity.BlockedIdentifier;
import io.customer360.identity.Stewardship;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.review.Teaching;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench identity rules`.
@Command(
    name = "rules",
    description =
        "What is set for matching: thresholds, limits, blocked values, priority. A change resolves"
            + " everybody anew, old records too, and shows who would be joined or split before it"
            + " is kept; --undo goes back.",
    footer = {
      "",
      "Example:",
      "  workbench identity rules",
      "  workbench identity rules --merge-from 0.98",
      "  workbench identity rules --limit email=5 --block phone=+441614960000",
      "  workbench identity rules --limit email=5 --block phone=+441614960000 --commit",
      "  workbench identity rules --undo --commit"
    })
final class IdentityRulesCommand extends WorkbenchCommand {
  @Mixin private IdentityRulesArguments arguments = new IdentityRulesArguments();

  @Option(names = "--commit", description = "Keep the change and resolve; else it is only shown.")
  private boolean commit;

  @Mixin private LooserConsents looser = new LooserConsents();

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Stewardship stewardship = engine.stewardship();
          Optional<IdentityRules> then =
              arguments.changed(stewardship.rules(), stewardship.rulesBefore());
          if (then.isPresent()) {
            change(engine, then.get(), progress);
          } else {
            print(engine, stewardship.rules());
          }
          return 0;
        });
  }

  private void change(Engine engine, IdentityRules then, Progress progress) {
    Output out = output();
    ResolutionDiff diff =
        engine.stewardship().preview(then, commit ? progress.part(0, 0.3) : progress);
    boolean kept = commit && looser.accepted(out, diff);
    if (kept) {
      engine.stewardship().changeRules(then, engine.person());
      engine.refresh(RefreshRequest.stale(), progress.part(0.3, 1));
    }
    List<BlockedIdentifier> held = kept ? held(engine) : List.of();
    if (out.json()) {
      Map<String, Object> document = IdentityRulesText.document(then, held);
      document.put("committed", kept);
      document.put("diff", diff);
      out.document(document);
      return;
    }
    IdentityRulesText.print(out, then, held);
    IdentityDiffText.print(out, diff);
    if (kept) {
      out.line("Kept, resolved and refreshed.");
    } else {
      out.line("Nothing was changed%s.", commit ? "" : "; --commit keeps it");
    }
  }

  private void print(Engine engine, IdentityRules rules) {
    Output out = output();
    Teaching teaching = engine.reviews().model().teaching();
    if (out.json()) {
      Map<String, Object> document = IdentityRulesText.document(rules, held(engine));
      if (teaching != null) {
        document.put("teaching", teaching);
      }
      out.document(document);
      return;
    }
    IdentityRulesText.print(out, rules, held(engine));
    if (teaching != null) {
      IdentityTeachingText.print(out, teaching);
    }
  }

  private static List<BlockedIdentifier> held(Engine engine) {
    return engine.identities().blocked(Integer.MAX_VALUE).stream()
        .filter(value -> value.reason().equals("blocked"))
        .toList();
  }
}
