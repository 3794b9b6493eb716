package io.customer360.app;

import io.customer360.engine.Engine;
import io.customer360.engine.EngineExtras;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentStep;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.util.List;

/// The composition root: the engine together with what the other modules bring into it.
public final class Composition {
  private Composition() {}

  /// Opens the workspace in `folder`.
  public static Engine open(Path folder) {
    return wire(Workspace.open(folder));
  }

  /// Makes a workspace in `folder` and opens it.
  public static Engine create(Path folder, WorkspaceSettings settings) {
    return wire(Workspace.create(folder, settings));
  }

  private static Engine wire(Workspace workspace) {
    try {
      SegmentFiles segments = new SegmentFiles(workspace.segments());
      SegmentStep step = new SegmentStep(segments);
      return Engine.open(workspace, new EngineExtras(List.of(step), List.of(step)));
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }
}
