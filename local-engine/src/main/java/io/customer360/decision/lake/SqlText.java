package io.customer360.decision.lake;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// SQL resources. Tables that another step of the pipeline may not have made yet stand as
/// `${gold.score}` and become an empty table of the same form. One for each lake; safe from any
/// thread.
public final class SqlText {
  private final Set<String> there = ConcurrentHashMap.newKeySet();

  public static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw WorkbenchException.internal("C360-DEC-040", "A query is missing: " + name, failure);
    }
  }

  public String filled(Connection c, String sql) throws SQLException {
    String filled = sql;
    filled =
        table(
            c,
            filled,
            "gold",
            "score",
            "(select null::varchar as customer_id, null::varchar as model, null::double as score,"
                + " null::double as confidence, null::varchar as version where false)");
    return table(
        c,
        filled,
        "gold",
        "segment_member",
        "(select null::varchar as customer_id, null::varchar as segment where false)");
  }

  private String table(Connection c, String sql, String schema, String name, String empty)
      throws SQLException {
    String mark = "${" + schema + "." + name + "}";
    if (!sql.contains(mark)) {
      return sql;
    }
    return sql.replace(mark, exists(c, schema, name) ? schema + "." + name : empty);
  }

  /// Whether the customers were ever resolved.
  public void requireGold(Connection c) throws SQLException {
    if (!exists(c, "gold", "customer") || !exists(c, "silver", "product")) {
      throw WorkbenchException.user(
          "C360-DEC-041", "There are no customers yet. Import data, then run: refresh.");
    }
  }

  /// A table that is there stays: a refresh replaces tables and never leaves one out. Asking for
  /// one costs more than reading a customer.
  private boolean exists(Connection c, String schema, String name) throws SQLException {
    String table = schema + "." + name;
    if (there.contains(table)) {
      return true;
    }
    boolean found =
        Rows.number(
                c,
                """
                select count(*) from duckdb_tables() where schema_name = ? and table_name = ?
                """,
                schema,
                name)
            > 0;
    if (found) {
      there.add(table);
    }
    return found;
  }
}
