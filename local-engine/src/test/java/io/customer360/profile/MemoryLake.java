package io.customer360.profile;

import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.Lakehouse;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.duckdb.DuckDBConnection;

/// A lake in memory: real connections, hand-made tables, and a snapshot name the test sets. Only
/// what profiles use is there; anything else of the face fails.
final class MemoryLake implements AutoCloseable {
  static final Instant TODAY = Instant.parse("2026-11-20T09:40:00Z");

  private final DuckDBConnection connection;
  String snapshot = "first";

  MemoryLake() {
    try {
      connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    sql("create schema silver; create schema gold; create schema ops");
  }

  void sql(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Lakehouse lakehouse() {
    return (Lakehouse)
        Proxy.newProxyInstance(
            Lakehouse.class.getClassLoader(),
            new Class<?>[] {Lakehouse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "asOf" -> TODAY;
                  case "snapshotId" -> snapshot;
                  case "read" -> read((ConnectionFunction<?>) arguments[arguments.length - 1]);
                  default -> throw new AssertionError("called unexpectedly: " + method.getName());
                });
  }

  private Object read(ConnectionFunction<?> work) throws Exception {
    try (Connection own = connection.duplicate()) {
      return work.apply(own);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
