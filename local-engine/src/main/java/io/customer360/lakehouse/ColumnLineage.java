package io.customer360.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the columns each column of a select is computed from, in the tree the database's own
/// parser makes of it. What decides which rows there are (joins, filters) is not followed: lineage
/// answers where a value comes from.
final class ColumnLineage {
  private final Connection connection;
  private final Map<String, List<String>> catalog;
  private final Set<String> parts;
  private final ObjectMapper json = new ObjectMapper();

  /// @param catalog columns in order by table, `gold.customer`
  /// @param parts of columns that are followed for themselves,
  ///     `gold.golden_field.value[field=email]`
  ColumnLineage(Connection connection, Map<String, List<String>> catalog, Set<String> parts) {
    this.connection = connection;
    this.catalog = catalog;
    this.parts = parts;
  }

  /// The direct origins of each column of `table`, whose definition is `select`; empty where the
  /// parser cannot give its tree.
  List<ColumnEdge> of(String table, String select) throws SQLException {
    JsonNode tree = tree(select);
    if (tree.path("error").asBoolean(true)) {
      return List.of();
    }
    JsonNode query = tree.path("statements").path(0).path("node");
    Set<ColumnEdge> edges =
        new TreeSet<>(
            Comparator.comparing(ColumnEdge::toColumn)
                .thenComparing(ColumnEdge::fromTable)
                .thenComparing(ColumnEdge::fromColumn));
    new LineageScope(catalog, parts)
        .query(query)
        .columns()
        .forEach(
            (column, origins) ->
                origins.forEach(
                    origin ->
                        edges.add(new ColumnEdge(origin.table(), origin.column(), table, column))));
    return new ArrayList<>(edges);
  }

  private JsonNode tree(String select) throws SQLException {
    String text =
        Rows.list(connection, "select json_serialize_sql(?::varchar)", r -> r.getString(1), select)
            .getFirst();
    try {
      return json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new SQLException("the parser's tree is not JSON", impossible);
    }
  }
}
