package io.customer360.governance;

import io.customer360.fault.WorkbenchException;
import java.time.Instant;

/// The switch of a workspace that shows a past day: agents propose nothing there and nothing leaves
/// it, and nobody can change that. Safe from any thread.
public final class PastStopSwitch implements StopSwitch {
  private final String of;

  /// @param of name of the workspace that shows today
  public PastStopSwitch(String of) {
    this.of = of;
  }

  @Override
  public boolean stopped() {
    return true;
  }

  @Override
  public boolean lasting() {
    return true;
  }

  @Override
  public String words() {
    return "This workspace shows a past day: nothing is proposed or sent from it. Work in "
        + of
        + ".";
  }

  @Override
  public void stop(Person by, Instant now) {}

  @Override
  public void resume(Person by, Instant now) {
    throw WorkbenchException.user("C360-GOV-030", words());
  }
}
