package io.customer360.assistant.query;

import io.customer360.assistant.Figures;
import io.customer360.assistant.semantic.SemanticLayer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One answer being worked out: its connection, and what was run so far.
final class Run {
  private static final Pattern TABLE = Pattern.compile("\\b(?:gold|ops)\\.\\w+");

  final Connection connection;
  final SemanticLayer layer;
  final Figures figures;
  final LocalDate today;
  final Clauses clauses;
  final int rowLimit;
  private final List<String> shown = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private long nanos;
  private long rows;

  Run(
      Connection connection,
      SemanticLayer layer,
      Figures figures,
      LocalDate today,
      ZoneId zone,
      int rowLimit) {
    this.connection = connection;
    this.layer = layer;
    this.figures = figures;
    this.today = today;
    this.clauses = new Clauses(layer, today, zone);
    this.rowLimit = rowLimit;
  }

  record Result(List<String> columns, List<List<@Nullable Object>> rows) {
    double number(int row, int column) {
      Object value = rows.isEmpty() ? null : rows.get(row).get(column);
      return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    String text(int row, int column) {
      Object value = rows.get(row).get(column);
      return value == null ? "" : value.toString();
    }

    boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /// Runs and shows a statement.
  Result query(QueryText text) throws SQLException {
    shown.add(text.display().strip() + ";");
    return quiet(text);
  }

  /// Runs a statement that only serves a note or a picture.
  Result quiet(QueryText text) throws SQLException {
    Matcher matcher = TABLE.matcher(text.prepared());
    while (matcher.find()) {
      tables.add(matcher.group());
    }
    long start = System.nanoTime();
    try (PreparedStatement statement = connection.prepareStatement(text.prepared())) {
      List<Object> values = text.values();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet set = statement.executeQuery()) {
        ResultSetMetaData meta = set.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          columns.add(meta.getColumnLabel(i));
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        while (set.next()) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(
                meta.getColumnType(i) == Types.TIMESTAMP
                    ? set.getObject(i, LocalDateTime.class)
                    : set.getObject(i));
          }
          found.add(row);
        }
        rows += found.size();
        return new Result(columns, found);
      }
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  boolean exists(String schema, String table) throws SQLException {
    QueryText text =
        new QueryText()
            .add("select count(*) from information_schema.tables where table_schema = ")
            .bind(schema)
            .add(" and table_name = ")
            .bind(table);
    return quiet(text).number(0, 0) > 0;
  }

  void note(String comment) {
    shown.add("-- " + comment);
  }

  String shown() {
    return String.join("\n\n", shown);
  }

  List<String> tables() {
    return List.copyOf(tables);
  }

  long millis() {
    return nanos / 1_000_000;
  }

  long rows() {
    return rows;
  }
}
