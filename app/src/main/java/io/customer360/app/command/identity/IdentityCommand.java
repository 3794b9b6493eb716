package io.customer360.app.command.identity;

import io.customer360.app.console.WorkbenchCommand;
import picocli.CommandLine.Command;

/// `workbench identity ...`.
@Command(
    name = "identity",
    description =
        "Who is who: link files; resolve, judge, merge, split, take it back; how well it went.",
    subcommands = {
      IdentityLinkCommand.class,
      IdentityExplainCommand.class,
      IdentityResolveCommand.class,
      IdentityEvaluateCommand.class,
      IdentityHealthCommand.class,
      IdentityReviewCommand.class,
      IdentityRulesCommand.class,
      IdentityMergeCommand.class,
      IdentitySplitCommand.class,
      IdentityUnmergeCommand.class,
      IdentityJudgementsCommand.class,
      IdentityHouseholdCommand.class
    },
    footer = {
      "",
      "Example:",
      "  workbench identity link people.csv --id rec_id --out pairs.csv",
      "  workbench identity resolve --preview",
      "  workbench identity merge C-000012 C-004711 --reason \"same passport\""
    })
public final class IdentityCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }
}
