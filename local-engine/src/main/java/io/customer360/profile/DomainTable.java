package io.customer360.profile;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.LakeTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one tab of a profile: a row query whose columns become the table, and a fact query whose
/// only row becomes the facts. Every `?` of both stands for the customer id; labels and kinds stand
/// here, in the order of the selected columns.
record DomainTable(
    Domain domain,
    String table,
    String rowQuery,
    List<DomainView.Column> columns,
    String factQuery,
    List<DomainView.Column> facts) {

  /// How many rows a tab holds; its total is beside its name.
  static final int ROWS = 200;

  static DomainView empty(Domain domain, List<DomainView.Column> columns) {
    return new DomainView(domain, 0, List.of(), columns, List.of());
  }

  DomainView read(Connection connection, LakeTables tables, String customerId) throws SQLException {
    if (!tables.has(table)) {
      return empty(domain, columns);
    }
    List<DomainView.Row> rows =
        Point.list(connection, rowQuery, row -> cells(row, columns), customerId);
    List<DomainView.Fact> facts = new ArrayList<>();
    long[] total = {rows.size()};
    Point.list(
        connection,
        factQuery,
        row -> {
          total[0] = row.getLong(1);
          for (int i = 0; i < this.facts.size(); i++) {
            DomainView.Column fact = this.facts.get(i);
            facts.add(
                new DomainView.Fact(fact.label(), value(row, i + 2, fact.kind()), fact.kind()));
          }
          return total[0];
        },
        Collections.nCopies((int) factQuery.chars().filter(c -> c == '?').count(), customerId)
            .toArray());
    return new DomainView(domain, total[0], facts, columns, rows);
  }

  private static DomainView.Row cells(ResultSet row, List<DomainView.Column> columns)
      throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.add(value(row, i + 1, columns.get(i).kind()));
    }
    return new DomainView.Row(cells);
  }

  private static @Nullable Object value(ResultSet row, int at, ValueKind kind) throws SQLException {
    return switch (kind) {
      case TEXT -> row.getString(at);
      case COUNT -> {
        long value = row.getLong(at);
        yield row.wasNull() ? null : value;
      }
      case NUMBER, SHARE -> {
        double value = row.getDouble(at);
        yield row.wasNull() || Double.isNaN(value) ? null : value;
      }
      case MONEY -> row.getBigDecimal(at);
      case DATE -> row.getObject(at, LocalDate.class);
      case TIME -> {
        var value = row.getObject(at, LocalDateTime.class);
        yield value == null ? null : value.toInstant(ZoneOffset.UTC);
      }
    };
  }

  static List<DomainView.Column> columns(Object... labelsAndKinds) {
    List<DomainView.Column> columns = new ArrayList<>();
    for (int i = 0; i < labelsAndKinds.length; i += 2) {
      columns.add(
          new DomainView.Column((String) labelsAndKinds[i], (ValueKind) labelsAndKinds[i + 1]));
    }
    return columns;
  }
}
