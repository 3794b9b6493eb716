package io.customer360.studio.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.fault.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Reads a statement before it runs: a workspace may come from somebody else, so a segment reads
/// gold tables and nothing more.
public final class GoldOnly {
  private GoldOnly() {}

  /// The gold tables a statement reads.
  ///
  /// @param segment whose statement it is, for the message
  /// @throws WorkbenchException when it is not one reading statement over gold
  public static Set<String> check(Connection connection, String segment, String sql)
      throws SQLException {
    JsonNode node = new SqlTree(connection).statement(sql, 0);
    Set<String> expressions = new HashSet<>();
    common(node, expressions);
    Set<String> tables = new TreeSet<>();
    walk(segment, node, expressions, tables);
    return tables;
  }

  private static void common(JsonNode node, Set<String> names) {
    for (JsonNode entry : node.path("cte_map").path("map")) {
      names.add(entry.path("key").asText().toLowerCase(Locale.ROOT));
    }
    node.forEach(part -> common(part, names));
  }

  private static void walk(
      String segment, JsonNode node, Set<String> expressions, Set<String> tables) {
    String type = node.path("type").asText("");
    switch (type) {
      case "BASE_TABLE" -> {
        String schema = node.path("schema_name").asText("");
        String table = node.path("table_name").asText("");
        boolean common = schema.isEmpty() && expressions.contains(table.toLowerCase(Locale.ROOT));
        if (!common) {
          if (!schema.equals("gold") || !node.path("catalog_name").asText("").isEmpty()) {
            throw foreign(segment, (schema.isEmpty() ? "" : schema + ".") + table);
          }
          tables.add("gold." + table);
        }
      }
      case "TABLE_FUNCTION" -> throw foreign(segment, "a table function");
      default -> {
        if (type.matches("(DELETE|INSERT|UPDATE|MERGE).*_NODE")) {
          throw foreign(segment, "a write");
        }
      }
    }
    node.forEach(part -> walk(segment, part, expressions, tables));
  }

  private static WorkbenchException foreign(String segment, String what) {
    return WorkbenchException.user(
        "C360-SEG-008",
        "The condition of segment "
            + segment
            + " uses "
            + what
            + "; a segment reads gold tables only. Nothing was run.");
  }
}
