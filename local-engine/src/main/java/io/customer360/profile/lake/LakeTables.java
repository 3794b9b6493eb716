package io.customer360.profile.lake;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Which tables the lake has now. A profile is readable before models were trained or decisions
/// were made; what is missing is then empty.
public record LakeTables(Set<String> names) {
  public static LakeTables of(Connection connection) throws SQLException {
    return new LakeTables(
        new HashSet<>(
            Rows.list(
                connection,
                """
                select schema_name || '.' || table_name from duckdb_tables()
                union all
                select schema_name || '.' || view_name from duckdb_views() where not internal
                """,
                row -> row.getString(1))));
  }

  /// Remembers the list once every table a profile reads is there: a refresh replaces tables but
  /// never leaves one out, and listing them costs more than reading a customer.
  public static final class Known {
    private static final String[] ALL = {
      "gold.customer",
      "gold.timeline",
      "gold.score",
      "gold.score_reason",
      "gold.score_history",
      "gold.consent",
      "gold.segment_member",
      "gold.golden_field",
      "gold.identity_link",
      "ops.proposal",
      "ops.outcome",
      "ops.outbox"
    };

    private final AtomicReference<@Nullable LakeTables> complete = new AtomicReference<>();

    public LakeTables of(Connection connection) throws SQLException {
      LakeTables known = complete.get();
      if (known == null) {
        known = LakeTables.of(connection);
        if (known.has(ALL)) {
          complete.set(known);
        }
      }
      return known;
    }
  }

  public boolean has(String... tables) {
    return names.containsAll(List.of(tables));
  }
}
