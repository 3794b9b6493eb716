package io.customer360.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/// Lets through one scalar expression and nothing else: mappings come by mail too, so what they
/// hold must not be able to read a file, another table or run a second statement.
public final class ExpressionGuard {
  private static final Set<String> CLASSES =
      Set.of(
          "COLUMN_REF",
          "CONSTANT",
          "FUNCTION",
          "OPERATOR",
          "COMPARISON",
          "CONJUNCTION",
          "CAST",
          "CASE",
          "BETWEEN",
          "COLLATE",
          "TYPE");
  private static final Set<String> FORBIDDEN =
      Set.of(
          "getvariable",
          "nextval",
          "currval",
          "setseed",
          "random",
          "uuid",
          "gen_random_uuid",
          "now",
          "current_date",
          "current_timestamp",
          "get_current_timestamp",
          "today",
          "current_setting",
          "write_log",
          "error",
          "query",
          "query_table",
          "sleep_ms");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExpressionGuard() {}

  public static void check(Connection connection, String expression) throws SQLException {
    JsonNode parsed = parse(connection, expression);
    JsonNode statements = parsed.path("statements");
    if (parsed.path("error").asBoolean(true) || statements.size() != 1) {
      throw Faults.expression(expression, "it is not one SQL expression");
    }
    JsonNode node = statements.get(0).path("node");
    boolean plain =
        node.path("type").asText().equals("SELECT_NODE")
            && node.path("from_table").path("type").asText().equals("EMPTY")
            && node.path("select_list").size() == 1
            && node.path("modifiers").isEmpty()
            && node.path("where_clause").isNull()
            && node.path("cte_map").path("map").isEmpty();
    if (!plain) {
      throw Faults.expression(expression, "it is more than an expression");
    }
    walk(node.path("select_list").get(0), expression);
  }

  private static JsonNode parse(Connection connection, String expression) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select json_serialize_sql(cast(? as varchar))")) {
      statement.setString(1, "select (" + expression + "\n)");
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return JSON.readTree(rows.getString(1));
      }
    } catch (JsonProcessingException failure) {
      throw Faults.expression(expression, "it is not one SQL expression");
    }
  }

  private static void walk(JsonNode node, String expression) {
    if (node.isObject()) {
      JsonNode kind = node.get("class");
      if (kind != null && !CLASSES.contains(kind.asText())) {
        throw Faults.expression(expression, "it may hold columns, values and functions only");
      }
      if (FORBIDDEN.contains(node.path("function_name").asText())) {
        throw Faults.expression(
            expression,
            "it calls " + node.path("function_name").asText() + ", whose result may change");
      }
    }
    node.forEach(child -> walk(child, expression));
  }
}
