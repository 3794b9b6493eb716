package io.customer360.identity.weigh;

import io.customer360.identity.compare.TermCounts;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.standard.StandardTable;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// How frequent values and words were when the model in force was learned, in
/// `ops.identity_term`. Hashes only: no value of a person is kept here.
final class TermStore {
  private TermStore() {}

  /// Replaces all frequencies by those of a model that was just learned.
  static void write(Connection connection, PairScorer scorer) throws SQLException {
    Rows.run(connection, "delete from ops.identity_term");
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("ops", "identity_term")) {
      append(appender, sink -> KeptModel.eachTerm(scorer, sink), true);
    }
  }

  /// The frequencies of the terms of these records.
  static TermCounts read(Connection connection, KeptModel model, StandardTable table)
      throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_wanted_term"
            + " (field integer, word boolean, term bigint)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_wanted_term")) {
      append(appender, sink -> model.eachWanted(table, sink), false);
    }
    Map<Long, Integer> counts = new HashMap<>();
    Rows.list(
        connection,
        """
        select field, word, term, count from ops.identity_term
        semi join identity_wanted_term using (field, word, term)
        """,
        row -> counts.put(key(row.getInt(1), row.getBoolean(2), row.getLong(3)), row.getInt(4)));
    Rows.run(connection, "drop table identity_wanted_term");
    return new Known(counts);
  }

  private interface Source {
    void each(KeptModel.TermSink sink);
  }

  private static void append(DuckDBAppender appender, Source source, boolean counts)
      throws SQLException {
    SQLException[] failed = new SQLException[1];
    source.each(
        (field, word, term, count) -> {
          if (failed[0] != null) {
            return;
          }
          try {
            appender.beginRow();
            appender.append(field).append(word).append(term);
            if (counts) {
              appender.append(count);
            }
            appender.endRow();
          } catch (SQLException e) {
            failed[0] = e;
          }
        });
    if (failed[0] != null) {
      throw failed[0];
    }
  }

  private static long key(int field, boolean word, long term) {
    return term * 31 + (word ? 64 : 0) + field;
  }

  private record Known(Map<Long, Integer> counts) implements TermCounts {
    @Override
    public int records(int field, long value) {
      return counts.getOrDefault(key(field, false, value), 0);
    }

    @Override
    public int texts(int field, long word) {
      return counts.getOrDefault(key(field, true, word), 1);
    }
  }
}
