package io.customer360.ui.settings;

import io.customer360.assistant.ModelServer;
import io.customer360.model.ModelCard;
import io.customer360.workspace.WorkspaceSettings;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where the settings come from and go to. Called off the FX thread.
public interface SettingsSource {
  /// Everything the screen shows.
  record Contents(
      String folder,
      WorkspaceSettings workspace,
      List<Target> targets,
      List<ModelCard> models,
      ModelServer server) {}

  /// A destination.
  ///
  /// @param disabled why nothing is sent to it; empty when it is open
  record Target(String name, String kind, String address, String disabled) {}

  Contents read();

  /// Changes the settings in force and stores them at once.
  void change(UnaryOperator<WorkspaceSettings> change);

  /// Opens a destination again that was closed.
  void enable(String target);

  /// Trains the models anew; scores change with the next refresh.
  void train(io.customer360.job.Progress progress);
}
