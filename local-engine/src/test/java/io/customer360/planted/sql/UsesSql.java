package io.customer360.planted.sql;

import java.sql.Connection;

/// Breaks the rule about SQL types.
final class UsesSql {
  boolean closed(Connection connection) throws java.sql.SQLException {
    return connection.isClosed();
  }
}
