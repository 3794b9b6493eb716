package io.customer360.app.console;

import io.customer360.fault.WorkbenchException;
import picocli.CommandLine.Option;

/// How many lines a command shows.
public final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many to show (default ${DEFAULT-VALUE}).")
  private int limit;

  /// @param usual without the option
  public LimitOption(int usual) {
    limit = usual;
  }

  /// @throws WorkbenchException `C360-CLI-051` below 0
  public int value() {
    if (limit < 0) {
      throw WorkbenchException.user(
          "C360-CLI-051", "--limit takes a number from 0 on, not " + limit + ".");
    }
    return limit;
  }
}
