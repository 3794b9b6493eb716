package io.customer360.app.command;

import picocli.CommandLine.Command;

/// `workbench identity ...`.
@Command(
    name = "identity",
    description = "Who is who: resolve, judge, merge, split, and take it back.",
    subcommands = {
      IdentityResolveCommand.class,
      IdentityEvaluateCommand.class,
      IdentityMergeCommand.class,
      IdentitySplitCommand.class,
      IdentityUnmergeCommand.class,
      IdentityJudgementsCommand.class,
      IdentityHouseholdCommand.class
    },
    footer = {
      "",
      "Example:",
      "  workbench identity resolve --preview",
      "  workbench identity merge C-000012 C-004711 --reason \"same passport\""
    })
final class IdentityCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }
}
