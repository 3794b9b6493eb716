package io.customer360.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lets through one reading statement over tables of the lake and refuses everything else; for
/// [WriteGuard] also one that inserts, updates or deletes. It walks the tree the database's own
/// parser makes and knows each kind of node by name: a kind it does not know is refused.
///
/// The statement is never prepared before it passed: preparing several statements at once runs the
/// first ones.
final class QueryGuard {
  /// Names without a schema are looked for here, in this order.
  static final String SEARCH_PATH = "gold,silver,bronze,ops";

  /// The same for a statement that writes: what is the program's own is not among them.
  static final String WRITE_PATH = "gold,silver,bronze";

  private static final String CATALOG = "information_schema";

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "BETWEEN",
          "CASE",
          "CAST",
          "COLLATE",
          "COLUMN_REF",
          "COMPARISON",
          "CONJUNCTION",
          "CONSTANT",
          "FUNCTION",
          "LAMBDA",
          "OPERATOR",
          "POSITIONAL_REFERENCE",
          "STAR",
          "SUBQUERY",
          "TYPE",
          "WINDOW");

  private static final Set<String> KINDS =
      Set.of(
          "SELECT_NODE",
          "SET_OPERATION_NODE",
          "CTE_NODE",
          "RECURSIVE_CTE_NODE",
          "BASE_TABLE",
          "SUBQUERY",
          "JOIN",
          "EMPTY",
          "EXPRESSION_LIST",
          "TABLE_FUNCTION",
          "SHOW_REF",
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "LIMIT_PERCENT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ORDER_DEFAULT",
          "ASCENDING",
          "DESCENDING");

  private static final Set<String> TABLE_FUNCTIONS =
      Set.of("range", "generate_series", "unnest", "repeat", "json_each", "json_tree");

  /// Functions that look at the machine, the session or the settings, wait, or run text.
  private static final Pattern REFUSED_FUNCTIONS =
      Pattern.compile(
          "__internal.*|pg_.*|has_.*|inet_.*|duckdb_.*|read_.*|glob|current_setting|getvariable"
              + "|getenv|nextval|currval|setseed|sleep_ms|write_log|query|query_table"
              + "|json_execute.*|json_serialize_plan|current_query.*|current_connection_id"
              + "|parse_duckdb_log_message|index_key|get_block_size|combine_aggr");

  private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// Statements that write, of which the parser gives a tree only inside of a select.
  private static final Set<String> WRITES =
      Set.of("INSERT_QUERY_NODE", "UPDATE_QUERY_NODE", "DELETE_QUERY_NODE");

  private static final String BEFORE_WRITE = "with written as (";
  private static final String AFTER_WRITE = "\n) select 1";

  private final Connection connection;
  private final String path;
  private final ObjectMapper json = new ObjectMapper();
  private final Set<String> expressions = new HashSet<>();

  /// Letters of the judged text before the person's own.
  private int before;

  QueryGuard(Connection connection) {
    this(connection, SEARCH_PATH);
  }

  /// @param path schemas whose tables may be named, parted by commas; without a schema a table is
  ///     looked for in this order
  QueryGuard(Connection connection, String path) {
    this.connection = connection;
    this.path = path;
  }

  /// The statement without a closing semicolon, when it may run; else a plain refusal that names
  /// the place.
  String check(String sql) throws SQLException {
    String single = single(sql);
    JsonNode tree = tree(single);
    if (tree.path("error").asBoolean(true)) {
      throw notReadable(single, tree);
    }
    if (tree.path("statements").size() != 1) {
      throw refuse(single, -1, "only one statement at a time");
    }
    JsonNode statement = tree.path("statements").path(0);
    collectExpressions(statement);
    visit(single, statement.path("node"));
    return single;
  }

  /// Judges a part of a statement: the query at its end that begins at `from`.
  void checkQuery(String sql, int from) throws SQLException {
    JsonNode tree = tree(" ".repeat(from) + sql.substring(from));
    if (tree.path("error").asBoolean(true)) {
      throw notReadable(sql, tree);
    }
    JsonNode statement = tree.path("statements").path(0);
    collectExpressions(statement);
    visit(sql, statement.path("node"));
  }

  /// Judges one statement that inserts, updates or deletes.
  void checkWrite(String sql) throws SQLException {
    before = BEFORE_WRITE.length();
    JsonNode tree = tree(BEFORE_WRITE + sql + AFTER_WRITE);
    if (tree.path("error").asBoolean(true)) {
      throw notReadable(sql, tree);
    }
    JsonNode statement = tree.path("statements").path(0);
    JsonNode tables = statement.path("node").path("cte_map").path("map");
    JsonNode write = tables.path(0).path("value").path("query_node");
    if (tree.path("statements").size() != 1
        || tables.size() != 1
        || !WRITES.contains(write.path("type").asText())) {
      throw refuse(sql, 0, "only one statement at a time");
    }
    collectExpressions(write);
    for (JsonNode part : write) {
      if (part.isContainerNode()) {
        visit(sql, part);
      }
    }
  }

  /// One statement, told by its tokens: a semicolon may only come last.
  static String single(String sql) {
    List<SqlTokens.Token> tokens = SqlTokens.of(sql);
    if (tokens.isEmpty()) {
      throw WorkbenchException.user("C360-SQL-001", "There is no SQL to run.");
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol(";")) {
        if (i + 1 < tokens.size()) {
          throw refuse(sql, tokens.get(i + 1).position(), "only one statement at a time");
        }
        return sql.substring(0, tokens.get(i).position());
      }
    }
    return sql;
  }

  private JsonNode tree(String sql) throws SQLException {
    String text =
        Rows.list(connection, "select json_serialize_sql(?::varchar)", r -> r.getString(1), sql)
            .getFirst();
    try {
      return json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new SQLException("the parser's tree is not JSON", impossible);
    }
  }

  private WorkbenchException notReadable(String sql, JsonNode tree) {
    if (tree.path("error_type").asText().equals("parser")) {
      int at = tree.path("position").asInt(-1) - before;
      return WorkbenchException.user(
          "C360-SQL-002",
          SqlPlace.at(sql, at < 0 || at > sql.length() ? -1 : at)
              + tree.path("error_message").asText()
              + ".");
    }
    return refuse(sql, SqlTokens.of(sql).getFirst().position(), "only reading is allowed here");
  }

  static WorkbenchException refuse(String sql, int position, String why) {
    return WorkbenchException.user(
        "C360-SQL-003", SqlPlace.at(sql, position) + why + ". Nothing was run.");
  }

  private void collectExpressions(JsonNode node) {
    for (JsonNode entry : node.path("cte_map").path("map")) {
      expressions.add(entry.path("key").asText().toLowerCase(Locale.ROOT));
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        collectExpressions(child);
      }
    }
  }

  private void visit(String sql, JsonNode node) throws SQLException {
    if (node.isObject()) {
      if (node.has("class")) {
        expression(sql, node);
      } else if (node.path("type").isTextual()) {
        kind(sql, node);
      }
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        visit(sql, child);
      }
    }
  }

  private void expression(String sql, JsonNode node) throws SQLException {
    String kind = node.path("class").asText();
    if (!EXPRESSIONS.contains(kind) && !(before > 0 && kind.equals("DEFAULT"))) {
      throw refuse(sql, position(node), "'" + kind.toLowerCase(Locale.ROOT) + "' is not allowed");
    }
    if (kind.equals("FUNCTION") || kind.equals("WINDOW")) {
      function(sql, node);
    }
  }

  private void function(String sql, JsonNode node) throws SQLException {
    String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
    boolean plain =
        node.path("schema").asText().isEmpty() && node.path("catalog").asText().isEmpty();
    boolean tableFunction = TABLE_FUNCTIONS.contains(name);
    if (!plain || REFUSED_FUNCTIONS.matcher(name).matches() || !(tableFunction || builtIn(name))) {
      throw refuse(sql, position(node), "the function '" + name + "' is not allowed here");
    }
  }

  private boolean builtIn(String name) throws SQLException {
    if (name.isEmpty()) {
      return true;
    }
    return Rows.number(
            connection,
            """
            select count(*) from duckdb_functions()
            where internal and function_type in ('scalar', 'aggregate', 'macro', 'window')
              and lower(function_name) = ?""",
            name)
        > 0;
  }

  private void kind(String sql, JsonNode node) throws SQLException {
    String kind = node.path("type").asText();
    if (kind.endsWith("_TYPE_INFO")) {
      return;
    }
    if (!KINDS.contains(kind)) {
      boolean writes = kind.endsWith("_QUERY_NODE");
      throw refuse(
          sql,
          position(node),
          writes
              ? "only reading is allowed here"
              : "'" + kind.toLowerCase(Locale.ROOT) + "' is not allowed");
    }
    switch (kind) {
      case "BASE_TABLE" -> table(sql, node);
      case "TABLE_FUNCTION" -> tableFunction(sql, node);
      case "SHOW_REF" -> {
        if (node.path("query").isNull()) {
          throw refuse(sql, position(node), "this form of show is not allowed");
        }
      }
      default -> {
        // Its parts are visited on their own.
      }
    }
  }

  private void tableFunction(String sql, JsonNode node) {
    JsonNode function = node.path("function");
    String name = function.path("function_name").asText().toLowerCase(Locale.ROOT);
    if (!TABLE_FUNCTIONS.contains(name)) {
      throw refuse(sql, position(node), "the table function '" + name + "' is not allowed here");
    }
  }

  /// A table of the lake or a common table expression. A name that is neither could be read as a
  /// file, so it is refused even where the database would.
  private void table(String sql, JsonNode node) throws SQLException {
    String schema = node.path("schema_name").asText().toLowerCase(Locale.ROOT);
    String name = node.path("table_name").asText();
    if (!node.path("catalog_name").asText().isEmpty() || !node.path("at_clause").isNull()) {
      throw refuse(sql, position(node), "tables are named 'schema.table' or 'table'");
    }
    if (schema.isEmpty()) {
      boolean expression =
          SIMPLE_NAME.matcher(name).matches()
              && expressions.contains(name.toLowerCase(Locale.ROOT));
      if (expression || exists(path, name)) {
        return;
      }
    } else if ((schema.equals(CATALOG) || List.of(path.split(",")).contains(schema))
        && exists(schema, name)) {
      return;
    }
    String full = schema.isEmpty() ? name : schema + "." + name;
    throw refuse(sql, position(node), "there is no table " + full + near(name));
  }

  private boolean exists(String schemas, String name) throws SQLException {
    return Rows.number(
            connection,
            """
            select count(*) from (
              select schema_name, table_name from duckdb_tables()
              union all
              select schema_name, view_name from duckdb_views())
            where list_contains(string_split(?, ','), schema_name) and lower(table_name) = ?""",
            schemas,
            name.toLowerCase(Locale.ROOT))
        > 0;
  }

  private String near(String name) throws SQLException {
    List<String> near =
        Rows.list(
            connection,
            """
            select table_schema || '.' || table_name as name
            from information_schema.tables
            where table_catalog = current_database()
              and table_schema in ('gold', 'silver', 'bronze', 'ops')
              and jaro_winkler_similarity(lower(table_name), ?) > 0.8
            order by jaro_winkler_similarity(lower(table_name), ?) desc, name limit 3""",
            row -> row.getString(1),
            name.toLowerCase(Locale.ROOT),
            name.toLowerCase(Locale.ROOT));
    return near.isEmpty()
        ? ""
        : near.stream().collect(Collectors.joining(" or ", "; near it: ", ""));
  }

  private int position(JsonNode node) {
    JsonNode at = node.path("query_location");
    return at.canConvertToInt() ? Math.max(-1, at.asInt() - before) : -1;
  }
}
