package io.customer360.app.command.identity;

import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.steward.Judgement;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity split`.
@Command(
    name = "split",
    description =
        "Say that some records of a customer are somebody else. Takes effect with the next resolve;"
            + " unmerge takes it back.",
    footer = {
      "",
      "Example:",
      "  workbench identity split C-000012 pos:7F-1182 --reason \"her husband's receipts\""
    })
final class IdentitySplitCommand extends WorkbenchCommand {
  @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The customer's id.")
  private String customer = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RECORD",
      description = "Records, as source:key, that become a customer of their own.")
  private List<String> records = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with it and in the audit.")
  private String reason = "";

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Judgement judgement =
              engine.stewardship().split(customer, records, reason, engine.person());
          IdentityJudgementText.print(output(), judgement);
          return 0;
        });
  }
}
