package io.customer360.app.desktop;

import io.customer360.engine.Engine;
import io.customer360.ui.shell.AgentSwitch;

/// The stop key over the engine.
final class EngineAgents implements AgentSwitch {
  private final Engine engine;

  EngineAgents(Engine engine) {
    this.engine = engine;
  }

  @Override
  public boolean stopped() {
    return engine.decisions().stopped();
  }

  @Override
  public void stop() {
    engine.decisions().stopAgents(engine.person());
  }

  @Override
  public void resume() {
    engine.decisions().resumeAgents(engine.person());
  }
}
