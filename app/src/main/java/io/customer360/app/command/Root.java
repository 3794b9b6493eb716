package io.customer360.app.command;

import io.customer360.app.Version;
import io.customer360.app.command.bench.BenchCommand;
import io.customer360.app.command.customer.PersonaCommand;
import io.customer360.app.command.customer.ProfileCommand;
import io.customer360.app.command.data.ImportCommand;
import io.customer360.app.command.data.LineageCommand;
import io.customer360.app.command.data.RefreshCommand;
import io.customer360.app.command.data.SnapshotCommand;
import io.customer360.app.command.data.SqlCommand;
import io.customer360.app.command.data.StatusCommand;
import io.customer360.app.command.decision.AuditCommand;
import io.customer360.app.command.decision.DecideCommand;
import io.customer360.app.command.decision.DecisionsCommand;
import io.customer360.app.command.decision.SyncCommand;
import io.customer360.app.command.identity.IdentityCommand;
import io.customer360.app.command.segment.SegmentCommand;
import io.customer360.app.console.Failures;
import io.customer360.app.console.GlobalOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line as a whole.
@Command(
    name = "workbench",
    description =
        "A customer decision platform on one laptop, offline.%n"
            + "Without a command it opens the desktop.",
    versionProvider = Root.ProgramVersion.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  workbench init --sample 10482 && workbench status",
      "  workbench ask \"which loyal customers are at risk\"",
      "",
      "Exit codes: 0 done, 1 the work failed, 2 wrong use or bad input."
    },
    subcommands = {
      InitCommand.class,
      ImportCommand.class,
      RefreshCommand.class,
      StatusCommand.class,
      SqlCommand.class,
      ProfileCommand.class,
      PersonaCommand.class,
      SnapshotCommand.class,
      LineageCommand.class,
      ModelCommand.class,
      IdentityCommand.class,
      SegmentCommand.class,
      AskCommand.class,
      DecideCommand.class,
      DecisionsCommand.class,
      SyncCommand.class,
      AuditCommand.class,
      DemoCommand.class,
      ScreenshotsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      DoctorCommand.class
    })
public final class Root implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin(name = GlobalOptions.NAME)
  private GlobalOptions global = new GlobalOptions();

  /// Runs one command and answers its exit code.
  public static int run(String[] arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Root());
    line.setExecutionExceptionHandler(Failures::ofWork);
    line.setParameterExceptionHandler(Failures::ofUse);
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /// Prints name and version as built.
  static final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.read().toString()};
    }
  }
}
