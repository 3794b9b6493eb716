package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.steward.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench identity judgements`.
@Command(
    name = "judgements",
    description = "What people said about who is who, newest first.",
    footer = {"", "Example:", "  workbench identity judgements --limit 50 --json"})
final class IdentityJudgementsCommand extends WorkbenchCommand {
  @Option(names = "--limit", paramLabel = "N", description = "How many (default 20).")
  private int limit = 20;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          List<Judgement> judgements = engine.stewardship().judgements(limit);
          Output out = output();
          if (out.json()) {
            out.document(Map.of("judgements", judgements));
            return 0;
          }
          if (judgements.isEmpty()) {
            out.line("Nobody has judged anything yet.");
            return 0;
          }
          List<List<Object>> rows = new ArrayList<>();
          for (Judgement judgement : judgements) {
            rows.add(
                List.of(
                    judgement.number(),
                    judgement.kind().name().toLowerCase(Locale.ROOT),
                    judgement.pairs().size(),
                    judgement.person(),
                    judgement.decidedAt(),
                    judgement.inForce() ? "in force" : "taken back",
                    judgement.reason()));
          }
          out.table(List.of("number", "what", "pairs", "by", "at", "state", "reason"), rows);
          return 0;
        });
  }
}
