package io.customer360.profile;

import io.customer360.job.Progress;
import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.lakehouse.LakeStatus;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.QueryLimits;
import io.customer360.lakehouse.QueryResult;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.lakehouse.RefreshRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.duckdb.DuckDBConnection;

/// A lake in memory: real connections, hand-made tables, and a snapshot name the test sets.
final class MemoryLake implements Lakehouse {
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

  @Override
  public <T> T read(ConnectionFunction<T> work) {
    try (Connection own = connection.duplicate()) {
      return work.apply(own);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <T> T read(Progress progress, ConnectionFunction<T> work) {
    return read(work);
  }

  @Override
  public <T> T write(ConnectionFunction<T> work) {
    return read(work);
  }

  @Override
  public Instant asOf() {
    return TODAY;
  }

  @Override
  public String snapshotId() {
    return snapshot;
  }

  @Override
  public RefreshReport refresh(RefreshRequest request, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LakeStatus status() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ModelGraph graph() {
    throw new UnsupportedOperationException();
  }

  @Override
  public QueryResult query(String sql, QueryLimits limits, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long execute(String sql, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ExportReport export(
      String sql, ExportFormat format, Path file, QueryLimits limits, Progress progress) {
    throw new UnsupportedOperationException();
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
