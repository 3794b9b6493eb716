package io.customer360.app.command;

import io.customer360.app.Version;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
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

  @Option(
      names = {"-w", "--workspace"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "The workspace folder (*.c360). Default: C360_WORKSPACE, else the sample workspace.")
  @Nullable Path workspace;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document on standard output.")
  boolean json;

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
