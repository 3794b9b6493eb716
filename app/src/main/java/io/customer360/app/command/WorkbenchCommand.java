package io.customer360.app.command;

import io.customer360.app.Composition;
import io.customer360.app.Logging;
import io.customer360.app.Places;
import io.customer360.engine.Engine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share: the workspace, the output, the engine's life.
abstract class WorkbenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /// Work that needs an open workspace.
  @FunctionalInterface
  interface EngineWork {
    int run(Engine engine, TerminalProgress progress) throws Exception;
  }

  private Root root() {
    return (Root) spec.root().userObject();
  }

  final CommandSpec spec() {
    return spec;
  }

  final Output output() {
    return new Output(System.out, root().json);
  }

  /// The workspace folder asked for, or the one to be assumed.
  final Path workspaceFolder() {
    return Places.workspace(root().workspace);
  }

  /// Opens the workspace, runs, closes whatever happens.
  final int withEngine(EngineWork work) throws Exception {
    Path folder = workspaceFolder();
    try (Engine engine = Composition.open(folder)) {
      Logging.toFolder(engine.workspace().logs());
      try (TerminalProgress progress = new TerminalProgress(System.err)) {
        return work.run(engine, progress);
      }
    }
  }
}
