package io.customer360.studio.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The tree the database's own parser makes of a text, and small questions to it.
final class SqlTree {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PLACES =
      Set.of("query_location", "query_location_length", "alias", "qualified_name", "order_bys");

  private final Connection connection;

  SqlTree(Connection connection) {
    this.connection = connection;
  }

  /// The one statement of a text.
  ///
  /// @param shift characters put before what the person wrote, for the place in a message
  JsonNode statement(String sql, int shift) throws SQLException {
    return statement(sql, shift, sql.length());
  }

  /// @param end where what the person wrote ends
  JsonNode statement(String sql, int shift, int end) throws SQLException {
    JsonNode tree = read(sql);
    if (tree.path("error").asBoolean(true)) {
      String message = tree.path("error_message").asText("not understood");
      if (!tree.path("error_type").asText().equals("parser")) {
        throw WorkbenchException.user(
            "C360-SEG-031", "Only reading is allowed in a segment. Nothing was run.");
      }
      int position = tree.path("position").asInt(-1);
      int length = sql.getBytes(StandardCharsets.UTF_8).length;
      boolean early = position >= length - (sql.length() - end);
      throw WorkbenchException.user(
          "C360-SEG-030",
          place(
                  sql,
                  early ? sql.substring(0, end).getBytes(StandardCharsets.UTF_8).length : position,
                  shift)
              + (early ? "the condition ends too early" : message)
              + ". Nothing was changed.");
    }
    if (tree.path("statements").size() != 1) {
      throw WorkbenchException.user(
          "C360-SEG-032", "A segment is one statement, not several. Nothing was run.");
    }
    return tree.path("statements").path(0).path("node");
  }

  private JsonNode read(String sql) throws SQLException {
    String text =
        Rows.list(
                connection,
                "select json_serialize_sql(cast(? as varchar), skip_null := true,"
                    + " skip_empty := true, skip_default := true)",
                row -> row.getString(1),
                sql)
            .getFirst();
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database wrote broken JSON", e);
    }
  }

  /// `Line 2, column 5: `; the parser counts bytes.
  private static String place(String sql, int position, int shift) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    if (position < 0 || position > bytes.length) {
      return "";
    }
    String before = new String(bytes, 0, position, StandardCharsets.UTF_8);
    before = before.length() >= shift ? before.substring(shift) : "";
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return "Line " + line + ", column " + (before.length() - before.lastIndexOf('\n')) + ": ";
  }

  /// An expression as text again.
  String text(JsonNode expression) throws SQLException {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "SELECT_NODE");
    node.putObject("cte_map");
    node.putArray("select_list").add(expression);
    node.putObject("from_table").put("type", "EMPTY");
    node.put("aggregate_handling", "STANDARD_HANDLING");
    ObjectNode whole = JSON.createObjectNode();
    whole.put("error", false);
    whole.putArray("statements").addObject().set("node", node);
    String select =
        Rows.list(
                connection,
                "select json_deserialize_sql(cast(? as json))",
                row -> row.getString(1),
                whole.toString())
            .getFirst();
    return select.substring("SELECT ".length()).strip();
  }

  /// The expression without places and with column names resolved, so that two that mean the same
  /// are equal.
  static JsonNode plain(JsonNode node, Map<String, String> aliases, Map<String, String> names) {
    if (node.isArray()) {
      ArrayNode copy = JSON.createArrayNode();
      node.forEach(child -> copy.add(plain(child, aliases, names)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = JSON.createObjectNode();
    if (is(node, "COLUMN_REF")) {
      copy.put("column", column(node, aliases, names));
      return copy;
    }
    node.properties()
        .forEach(
            entry -> {
              if (!PLACES.contains(entry.getKey())) {
                copy.set(entry.getKey(), plain(entry.getValue(), aliases, names));
              }
            });
    return copy;
  }

  /// `c.tier` of `tier`, `c.tier`, `customer.tier`, `gold.customer.tier`.
  ///
  /// @param aliases table names of the statement to the aliases of the catalog
  /// @param names what a bare name stands for
  static String column(JsonNode node, Map<String, String> aliases, Map<String, String> names) {
    List<String> parts = parts(node);
    String last = parts.getLast();
    if (parts.size() == 1) {
      return names.getOrDefault(last, last);
    }
    String table = String.join(".", parts.subList(0, parts.size() - 1));
    return aliases.getOrDefault(table, table) + "." + last;
  }

  static List<String> parts(JsonNode columnRef) {
    List<String> parts = new java.util.ArrayList<>();
    columnRef
        .path("column_names")
        .forEach(part -> parts.add(part.asText().toLowerCase(Locale.ROOT)));
    return parts;
  }

  static boolean is(JsonNode node, String type) {
    return node.path("type").asText().equals(type);
  }

  static boolean isFunction(JsonNode node, String name) {
    return node.path("class").asText().equals("FUNCTION")
        && node.path("function_name").asText().equalsIgnoreCase(name);
  }

  static JsonNode argument(JsonNode function, int index) {
    return function.path("arguments").path(index).path("expression");
  }

  /// The parts of a conjunction, one for anything else.
  static List<JsonNode> conjuncts(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!is(node, "CONJUNCTION_AND")) {
      return List.of(node);
    }
    List<JsonNode> parts = new java.util.ArrayList<>();
    node.path("children").forEach(child -> parts.addAll(conjuncts(child)));
    return parts;
  }
}
