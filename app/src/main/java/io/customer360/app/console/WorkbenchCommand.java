package io.customer360.app.console;

import io.customer360.app.Composition;
import io.customer360.app.Logging;
import io.customer360.app.Places;
import io.customer360.engine.Engine;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share: the workspace, the output, the engine's life.
public abstract class WorkbenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /// Work that needs an open workspace.
  @FunctionalInterface
  public interface EngineWork {
    int run(Engine engine, TerminalProgress progress) throws Exception;
  }

  private GlobalOptions global() {
    CommandSpec options = spec.root().mixins().get(GlobalOptions.NAME);
    return (GlobalOptions) Objects.requireNonNull(options).userObject();
  }

  protected final CommandSpec spec() {
    return spec;
  }

  protected final Output output() {
    return new Output(System.out, global().json);
  }

  /// The workspace folder asked for, or the one to be assumed.
  protected final Path workspaceFolder() {
    return Places.workspace(global().workspace);
  }

  /// Opens the workspace, runs, closes whatever happens.
  protected final int withEngine(EngineWork work) throws Exception {
    Path folder = workspaceFolder();
    try (Engine engine = Composition.open(folder)) {
      Logging.toFolder(engine.workspace().logs());
      try (TerminalProgress progress = new TerminalProgress(System.err)) {
        return work.run(engine, progress);
      }
    }
  }
}
