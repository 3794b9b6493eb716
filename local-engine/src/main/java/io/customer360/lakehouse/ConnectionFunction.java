package io.customer360.lakehouse;

import java.sql.Connection;

/// Work on one connection. The connection belongs to the callee only until it returns.
@FunctionalInterface
public interface ConnectionFunction<T> {
  T apply(Connection connection) throws Exception;
}
