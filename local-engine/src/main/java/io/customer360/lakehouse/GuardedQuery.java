package io.customer360.lakehouse;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Runs SQL that passed the guard, on a read-only transaction, within time and rows.
final class GuardedQuery {
  private static final String BEFORE = "from (";

  private final Connections connections;
  private final QueryLimits limits;
  private final Progress progress;

  GuardedQuery(Connections connections, QueryLimits limits, Progress progress) {
    this.connections = connections;
    this.limits = limits;
    this.progress = progress;
  }

  int limit() {
    return limits.rows();
  }

  QueryResult rows(String sql) {
    return run(
        sql,
        (connection, checked) -> {
          long began = System.nanoTime();
          String limited = BEFORE + checked + "\n) limit " + (limits.rows() + 1L);
          try (PreparedStatement statement = connection.prepareStatement(limited);
              ResultSet result = statement.executeQuery()) {
            return read(result, began);
          }
        });
  }

  /// Work with a checked text.
  @FunctionalInterface
  interface Checked<T> {
    T apply(Connection connection, String sql) throws Exception;
  }

  <T> T run(String sql, Checked<T> work) {
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean late = new AtomicBoolean();
    try (DuckDBConnection connection = connections.next()) {
      watch(connection, ended, late);
      return connections.run(
          connection,
          progress,
          c -> {
            try {
              return inTransaction(c, sql, work);
            } finally {
              ended.set(true);
            }
          });
    } catch (CancellationException interrupted) {
      if (late.get() && !progress.cancelled()) {
        throw new WorkbenchException(
            "C360-SQL-004",
            Kind.USER,
            "The query took longer than "
                + limits.time().toSeconds()
                + " seconds and was stopped. Ask for less, or narrow it.",
            interrupted);
      }
      throw interrupted;
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    } finally {
      ended.set(true);
    }
  }

  private <T> T inTransaction(Connection connection, String sql, Checked<T> work) throws Exception {
    String checked = new QueryGuard(connection).check(sql);
    Rows.run(connection, "set search_path = " + Sql.literal(QueryGuard.SEARCH_PATH));
    Rows.run(connection, "begin transaction read only");
    try {
      return work.apply(connection, checked);
    } catch (SQLException failure) {
      throw told(failure);
    } finally {
      Rows.run(connection, "rollback");
    }
  }

  /// What is wrong with a person's SQL is told with its place; all else as everywhere.
  private static Exception told(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    String first = message.lines().findFirst().orElse("");
    for (String kind :
        List.of(
            "Binder Error",
            "Catalog Error",
            "Conversion Error",
            "Invalid Input Error",
            "Parser Error",
            "Out of Range Error",
            "Not implemented Error",
            "Constraint Error")) {
      if (message.startsWith(kind)) {
        return new WorkbenchException(
            "C360-SQL-005",
            Kind.USER,
            SqlPlace.in(message, BEFORE.length()) + first.substring(first.indexOf(':') + 1).strip(),
            failure);
      }
    }
    return failure;
  }

  private void watch(DuckDBConnection connection, AtomicBoolean ended, AtomicBoolean late) {
    Thread.ofVirtual()
        .name("query-limit")
        .start(
            () -> {
              long end = System.nanoTime() + limits.time().toNanos();
              while (!ended.get()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                  late.set(true);
                  connections.interrupt(connection);
                  LockSupport.parkNanos(5_000_000);
                } else {
                  LockSupport.parkNanos(Math.min(left, 20_000_000));
                }
              }
            });
  }

  private QueryResult read(ResultSet result, long began) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<ColumnInfo> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(new ColumnInfo(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    boolean truncated = false;
    while (result.next()) {
      if (rows.size() == limits.rows()) {
        truncated = true;
        break;
      }
      @Nullable Object[] row = new @Nullable Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = Values.plain(result.getObject(i + 1));
      }
      rows.add(Arrays.asList(row));
    }
    return new QueryResult(columns, rows, truncated, (System.nanoTime() - began) / 1_000_000);
  }
}
