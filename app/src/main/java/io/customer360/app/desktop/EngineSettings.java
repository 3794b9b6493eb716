package io.customer360.app.desktop;

import io.customer360.connector.setup.DestinationFile;
import io.customer360.connector.setup.DestinationSettings;
import io.customer360.engine.Engine;
import io.customer360.job.Progress;
import io.customer360.ui.settings.SettingsSource;
import io.customer360.workspace.WorkspaceSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The settings screen over the engine and the workspace's destinations.
final class EngineSettings implements SettingsSource {
  private final Engine engine;

  EngineSettings(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Contents read() {
    Map<String, String> disabled = engine.outbox().disabled();
    List<Target> targets =
        new DestinationFile(engine.workspace().root())
            .read().stream().map(settings -> target(settings, disabled)).toList();
    return new Contents(
        engine.workspace().root().toString(),
        engine.workspace().settings(),
        targets,
        engine.models().cards(),
        engine.assistant().modelServer());
  }

  private static Target target(DestinationSettings settings, Map<String, String> disabled) {
    String address =
        switch (settings.kind()) {
          case WEBHOOK -> settings.url();
          case FILE -> settings.folder();
          case SANDBOX -> "this computer";
        };
    return new Target(
        settings.name(),
        settings.kind().name().toLowerCase(Locale.ROOT),
        address,
        disabled.getOrDefault(settings.name(), ""));
  }

  @Override
  public void change(UnaryOperator<WorkspaceSettings> change) {
    engine.workspace().change(change);
  }

  @Override
  public void enable(String target) {
    engine.outbox().enable(target, engine.workspace().clock().instant());
  }

  @Override
  public void train(Progress progress) {
    engine.models().train(progress);
  }
}
