package io.customer360.app.command.identity;

import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.steward.Judgement;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity merge`.
@Command(
    name = "merge",
    description =
        "Say that customers are one person. Takes effect with the next resolve; unmerge takes it"
            + " back.",
    footer = {
      "",
      "Example:",
      "  workbench identity merge C-000012 C-004711 --reason \"same passport\""
    })
final class IdentityMergeCommand extends WorkbenchCommand {
  @Parameters(arity = "1..*", paramLabel = "CUSTOMER", description = "Two customer ids or more.")
  private List<String> customers = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with it and in the audit.")
  private String reason = "";

  @Override
  public Integer call() throws Exception {
    if (customers.size() < 2) {
      throw WorkbenchException.user(
          "C360-IDN-012",
          "A merge needs two customers or more; name the one that "
              + customers.getFirst()
              + " is too.");
    }
    return withEngine(
        (engine, progress) -> {
          Judgement judgement = engine.stewardship().merge(customers, reason, engine.person());
          IdentityJudgementText.print(output(), judgement);
          return 0;
        });
  }
}
