package io.customer360.decision.lake;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/// SQL resources. Tables that another step of the pipeline may not have made yet stand as
/// `${gold.score}` and become an empty table of the same form.
public final class SqlText {
  private SqlText() {}

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

  public static String filled(Connection c, String sql) throws SQLException {
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

  private static String table(Connection c, String sql, String schema, String name, String empty)
      throws SQLException {
    String mark = "${" + schema + "." + name + "}";
    if (!sql.contains(mark)) {
      return sql;
    }
    return sql.replace(mark, exists(c, schema, name) ? schema + "." + name : empty);
  }

  /// Whether the customers were ever resolved.
  public static void requireGold(Connection c) throws SQLException {
    if (!exists(c, "gold", "customer") || !exists(c, "silver", "product")) {
      throw WorkbenchException.user(
          "C360-DEC-041", "There are no customers yet. Import data, then run: refresh.");
    }
  }

  static boolean exists(Connection c, String schema, String name) throws SQLException {
    return Rows.number(
            c,
            """
            select count(*) from duckdb_tables() where schema_name = ? and table_name = ?
            """,
            schema,
            name)
        > 0;
  }
}
