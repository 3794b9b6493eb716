package io.customer360.governance;

import java.time.Instant;

/// One key halts agents and outbox. The flag is kept in the workspace: it holds after a restart.
/// Safe from any thread; [#stopped()] costs nothing and is asked before every step and send.
public interface StopSwitch {
  boolean stopped();

  /// Why nothing runs while it is stopped, and what to do.
  default String words() {
    return "Agents and outbox are stopped. Resume them first.";
  }

  /// Whether nobody can ever resume, so that queueing would be in vain too.
  default boolean lasting() {
    return false;
  }

  void stop(Person by, Instant now);

  void resume(Person by, Instant now);
}
