package io.customer360.ui.shell;

/// Stops all agents, and lets them go on. Safe to call from any thread.
public interface AgentSwitch {
  boolean stopped();

  void stop();

  void resume();
}
