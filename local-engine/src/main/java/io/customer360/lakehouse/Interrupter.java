package io.customer360.lakehouse;

import io.customer360.fault.WorkbenchException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/// Stops whatever a connection is running.
///
/// Decision: the driver offers this only through the statement that happens to run, which the
/// caller of a read does not know. Hence the reflective use of two members of the driver's own
/// package, under the lock its own `Statement.cancel` takes; tests of cancelling watch over it.
final class Interrupter {
  private final Method interrupt;
  private final Field lock;

  Interrupter() {
    try {
      interrupt = DuckDBConnection.class.getDeclaredMethod("interrupt");
      interrupt.setAccessible(true);
      lock = DuckDBConnection.class.getDeclaredField("connRefLock");
      lock.setAccessible(true);
    } catch (NoSuchMethodException | NoSuchFieldException changed) {
      throw failure(changed);
    }
  }

  /// Does nothing to a connection that is closed or idle.
  void interrupt(DuckDBConnection connection) {
    try {
      ReentrantLock held = (ReentrantLock) lock.get(connection);
      held.lock();
      try {
        if (!connection.isClosed()) {
          interrupt.invoke(connection);
        }
      } finally {
        held.unlock();
      }
    } catch (IllegalAccessException | InvocationTargetException | SQLException changed) {
      throw failure(changed);
    }
  }

  private static WorkbenchException failure(Exception changed) {
    return WorkbenchException.internal(
        "C360-LAKE-008", "This database driver cannot be interrupted.", changed);
  }
}
