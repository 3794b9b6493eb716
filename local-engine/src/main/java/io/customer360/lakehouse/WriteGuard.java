package io.customer360.lakehouse;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets through one statement that changes tables of the lake, as a person at the command line may
/// ask for with `--write`. `ops` is out of reach by any name, and so are files, other databases,
/// settings and extensions.
///
/// What a statement reads is judged by [QueryGuard] over the parser's tree: all of an insert,
/// update or delete, and the query of a table or view that is made from one. Of what else changes a
/// table or view the parser gives no tree; it may hold no query, which is told by its tokens.
final class WriteGuard {
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "insert", Set.of(),
          "update", Set.of(),
          "delete", Set.of(),
          "truncate", Set.of(),
          "create", Set.of("table", "view"),
          "drop", Set.of("table", "view"),
          "alter", Set.of("table", "view"));

  private static final Set<String> JUDGED_WHOLE = Set.of("insert", "update", "delete");

  /// Words that begin a query, or name what it reads.
  private static final Set<String> OF_QUERIES =
      Set.of(
          "select",
          "from",
          "with",
          "values",
          "table",
          "pivot",
          "unpivot",
          "describe",
          "desc",
          "show",
          "summarize",
          "execute",
          "call");

  /// Functions that read files or run text.
  private static final Pattern REFUSED =
      Pattern.compile(
          "read_.*|.*_scan|glob|sniff_csv|parquet_.*|query|query_table|json_execute.*|duckdb_.*"
              + "|pragma_.*|getenv|which_secret|.*external_resource.*|import_database");

  private WriteGuard() {}

  /// A checked statement and the tables it names.
  record Statement(String sql, Set<String> tables) {}

  /// Judges a statement and prepares the connection for it: names without a schema are looked for
  /// in gold, silver and bronze, in this order, and what is made without one is made in gold.
  static Statement check(Connection connection, String sql) throws SQLException {
    String single = QueryGuard.single(sql);
    List<SqlTokens.Token> tokens = SqlTokens.of(single);
    String first = tokens.getFirst().folded();
    Set<String> objects = ALLOWED.get(first);
    boolean allowed =
        objects != null
            && (objects.isEmpty()
                || (tokens.size() > 1 && objects.contains(tokens.get(1).folded())));
    if (!allowed) {
      throw QueryGuard.refuse(
          single,
          tokens.getFirst().position(),
          "allowed are insert, update, delete, truncate, and create, alter or drop of tables and"
              + " views");
    }
    for (int i = 0; i < tokens.size(); i++) {
      token(single, tokens, i);
    }
    QueryGuard guard = new QueryGuard(connection, QueryGuard.WRITE_PATH);
    int query = first.equals("create") ? queryOf(tokens) : tokens.size();
    if (JUDGED_WHOLE.contains(first)) {
      guard.checkWrite(single);
    } else if (query < tokens.size()) {
      noQuery(single, tokens.subList(0, query));
      guard.checkQuery(single, tokens.get(query).position());
    } else {
      noQuery(single, tokens);
    }
    Rows.run(connection, "set search_path = " + Sql.literal(QueryGuard.WRITE_PATH));
    return new Statement(single, SqlModel.references(single));
  }

  /// Where the query of `create table NAME as QUERY` begins; behind the last token when there is
  /// none.
  private static int queryOf(List<SqlTokens.Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      SqlTokens.Token token = tokens.get(i);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isWord("as")) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private static void noQuery(String sql, List<SqlTokens.Token> tokens) {
    for (int i = 2; i < tokens.size(); i++) {
      SqlTokens.Token token = tokens.get(i);
      if (token.type() == SqlTokens.Type.WORD && OF_QUERIES.contains(token.folded())) {
        throw QueryGuard.refuse(
            sql, token.position(), "'" + token.text() + "' is not allowed in this statement");
      }
    }
  }

  private static void token(String sql, List<SqlTokens.Token> tokens, int i) {
    SqlTokens.Token token = tokens.get(i);
    boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
    if (token.isName() && token.folded().equals("ops")) {
      throw QueryGuard.refuse(sql, token.position(), "ops is the program's own and cannot be used");
    }
    if (token.isName() && called && REFUSED.matcher(token.folded()).matches()) {
      throw QueryGuard.refuse(
          sql, token.position(), "the function '" + token.text() + "' is not allowed here");
    }
    boolean source =
        i > 0 && (tokens.get(i - 1).isWord("from") || tokens.get(i - 1).isWord("join"));
    boolean file =
        token.type() == SqlTokens.Type.STRING
            || (token.type() == SqlTokens.Type.QUOTED && token.text().matches(".*[./\\\\:].*"));
    if (source && file) {
      throw QueryGuard.refuse(sql, token.position(), "files are read by 'import' only");
    }
  }

  static long run(Connection connection, Statement statement) throws SQLException {
    try (java.sql.Statement running = connection.createStatement()) {
      running.execute(statement.sql());
      return Math.max(0, running.getUpdateCount());
    } catch (SQLException failure) {
      if (LakeFailures.interrupted(failure)) {
        throw failure;
      }
      String message = String.valueOf(failure.getMessage());
      String first = message.lines().findFirst().orElse("");
      throw new WorkbenchException(
          "C360-SQL-006",
          Kind.USER,
          SqlPlace.in(message, 0)
              + first.substring(first.indexOf(':') + 1).strip()
              + " Nothing was changed.",
          failure);
    }
  }
}
