package io.customer360.governance;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// The entries of `ops.audit` in their order, some at a time: a log of years is not held in memory.
/// Read in one transaction of the caller's, so that all of it is of one moment.
final class StoredEntries implements ChainCheck.Entries<SQLException> {
  static final int PAGE = 10_000;

  /// A number that is missing is a fault like any other, and may not hide the entry.
  private static final String SELECT =
      """
      select seq, json, previous, hash, coalesce(seq, -1) as number, rowid as place from ops.audit
      where coalesce(seq, -1) > ? or (coalesce(seq, -1) = ? and rowid > ?)
      order by number, place limit ?
      """;

  private final Connection connection;
  private final int page;

  StoredEntries(Connection connection, int page) {
    this.connection = connection;
    this.page = page;
  }

  private record Placed(AuditEntry entry, long number, long place) {}

  @Override
  public void each(Consumer<AuditEntry> sink) throws SQLException {
    long number = Long.MIN_VALUE;
    long place = -1;
    List<Placed> some;
    do {
      some =
          Rows.list(
              connection,
              SELECT,
              row -> new Placed(entry(row), row.getLong("number"), row.getLong("place")),
              number,
              number,
              place,
              page);
      for (Placed one : some) {
        sink.accept(one.entry());
        number = one.number();
        place = one.place();
      }
    } while (some.size() == page);
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getString("json"),
        row.getString("previous"),
        row.getString("hash"));
  }
}
