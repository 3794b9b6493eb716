package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Tables of `ops` that a pipeline step reads and people write: what was judged, for example. Whose
/// owner tells here that it changed makes the steps that read it stale, like any changed input.
public final class Registries {
  private Registries() {}

  /// Says that a table changed, as a part of the caller's transaction.
  ///
  /// @param table `ops.identity_judgement`
  /// @param fingerprint a select of one text that is equal exactly when the content is
  public static void changed(Connection write, String table, String fingerprint)
      throws SQLException {
    List<String> now = Rows.list(write, fingerprint, row -> row.getString(1));
    Rows.update(write, "delete from ops.registry_state where name = ?", table);
    Rows.update(write, "insert into ops.registry_state values (?, ?)", table, now.getFirst());
  }
}
