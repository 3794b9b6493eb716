package io.customer360.studio.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/// The statement of a segment. A workspace may come from somebody else, so a condition may read
// gold
/// tables and nothing more: it is parsed by the database before it is run.
final class SegmentSql {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SCOPE =
      """
      with person as (
        select
          c.*,
          churn.score as churn_risk,
          propensity.score as buys_30d
        from gold.customer c
        left join gold.score churn
          on churn.customer_id = c.customer_id and churn.model = 'churn'
        left join gold.score propensity
          on propensity.customer_id = c.customer_id and propensity.model = 'propensity'
      )
      """;

  private SegmentSql() {}

  /// `select customer_id, since` of the members.
  static String members(SegmentDefinition segment) {
    String since =
        segment.since().isEmpty() ? "null" : "cast((" + segment.since() + ") as timestamp)";
    return SCOPE
        + "select person.customer_id, "
        + since
        + " as since from person where ("
        + segment.where()
        + "\n)";
  }

  /// The gold tables the condition reads.
  ///
  /// @throws WorkbenchException when it is not a condition, or reads anything but gold
  static Set<String> checked(Connection connection, SegmentDefinition segment) throws SQLException {
    JsonNode tree;
    try (PreparedStatement parse =
        connection.prepareStatement("select json_serialize_sql(cast(? as varchar))")) {
      parse.setString(1, members(segment));
      try (ResultSet row = parse.executeQuery()) {
        row.next();
        tree = JSON.readTree(row.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database wrote broken JSON", e);
    }
    if (tree.path("error").asBoolean()) {
      throw WorkbenchException.user(
          "C360-SEG-007",
          "The condition of segment "
              + segment.id()
              + " is not understood: "
              + tree.path("error_message").asText());
    }
    if (tree.path("statements").size() != 1) {
      throw foreign(segment, "more than one statement");
    }
    Set<String> tables = new TreeSet<>();
    walk(segment, tree, tables);
    return tables;
  }

  private static void walk(SegmentDefinition segment, JsonNode node, Set<String> tables) {
    String type = node.path("type").asText("");
    switch (type) {
      case "BASE_TABLE" -> {
        String schema = node.path("schema_name").asText("");
        String table = node.path("table_name").asText("");
        if (schema.isEmpty() && table.equals("person")) {
          break;
        }
        if (!schema.equals("gold") || !node.path("catalog_name").asText("").isEmpty()) {
          throw foreign(segment, (schema.isEmpty() ? "" : schema + ".") + table);
        }
        tables.add("gold." + table);
      }
      case "TABLE_FUNCTION" -> throw foreign(segment, "a table function");
      case "DELETE_NODE", "INSERT_NODE", "UPDATE_NODE" -> throw foreign(segment, "a write");
      default -> {
        // every other node is read through to its parts
      }
    }
    node.forEach(part -> walk(segment, part, tables));
  }

  private static WorkbenchException foreign(SegmentDefinition segment, String what) {
    return WorkbenchException.user(
        "C360-SEG-008",
        "The condition of segment "
            + segment.id()
            + " uses "
            + what
            + "; a segment reads gold tables only.");
  }
}
