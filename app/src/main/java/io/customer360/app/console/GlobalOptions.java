package io.customer360.app.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options that every command takes, before or after its name.
public final class GlobalOptions {
  /// Under which the command line as a whole holds them.
  public static final String NAME = "global";

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
}
