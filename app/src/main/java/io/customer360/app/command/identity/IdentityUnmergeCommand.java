package io.customer360.app.command.identity;

import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.steward.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench identity unmerge`.
@Command(
    name = "unmerge",
    description = "Take a judgement back: a merge, a split or a reviewed pair.",
    footer = {"", "Example:", "  workbench identity judgements", "  workbench identity unmerge 12"})
final class IdentityUnmergeCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "NUMBER", description = "The judgement's number.")
  private long number;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Judgement judgement = engine.stewardship().undo(number, engine.person());
          IdentityJudgementText.print(output(), judgement);
          return 0;
        });
  }
}
