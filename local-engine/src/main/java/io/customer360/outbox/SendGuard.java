package io.customer360.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The checks made again at send: consent, caps, budget, time to live, quiet hours. Called by
/// [Outbox#claim] inside its transaction, so that no deliverer can forget them.
@FunctionalInterface
public interface SendGuard {
  /// One verdict for each intent, in the same order.
  List<Verdict> check(Connection connection, List<Intent> intents, Instant now) throws SQLException;

  /// May it go now.
  sealed interface Verdict {
    /// Send it.
    record Go() implements Verdict {}

    /// Not now: try at `until`.
    record Hold(Instant until, String why) implements Verdict {}

    /// Never: the row becomes BLOCKED with this reason.
    record Block(String why) implements Verdict {}
  }
}
