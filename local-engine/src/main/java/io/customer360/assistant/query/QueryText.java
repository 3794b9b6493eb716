package io.customer360.assistant.query;

import io.customer360.assistant.plan.Numbers;
import io.customer360.lakehouse.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A statement written twice at once: with placeholders for running, with its values in place and
/// the person's words as comments for reading.
final class QueryText {
  private final StringBuilder prepared = new StringBuilder();
  private final StringBuilder display = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  QueryText add(String sql) {
    prepared.append(sql);
    display.append(sql);
    return this;
  }

  /// A formula of the semantic layer: `$today` becomes a bound date, `$time` the time column.
  QueryText formula(String sql, LocalDate today, String timeColumn) {
    String[] parts = sql.replace("$time", timeColumn).split("\\$today", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        bind(today);
      }
      add(parts[i]);
    }
    return this;
  }

  QueryText bind(Object value) {
    prepared.append('?');
    values.add(value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value);
    display.append(
        switch (value) {
          case Instant at ->
              "timestamp '"
                  + LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ')
                  + "'";
          case LocalDate day -> "date '" + day + "'";
          case Double number -> Numbers.plain(number);
          case Integer number -> number.toString();
          case Long number -> number.toString();
          default -> Sql.literal(value.toString());
        });
    return this;
  }

  QueryText bindAll(List<String> list) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        add(", ");
      }
      bind(list.get(i));
    }
    return this;
  }

  /// Ends the line with the person's own words.
  QueryText comment(String words) {
    if (!words.isBlank()) {
      display.append("   -- \"").append(words.replace('\n', ' ').replace('"', '\'')).append('"');
    }
    prepared.append('\n');
    display.append('\n');
    return this;
  }

  QueryText append(QueryText other) {
    prepared.append(other.prepared);
    display.append(other.display);
    values.addAll(other.values);
    return this;
  }

  String prepared() {
    return prepared.toString();
  }

  String display() {
    return display.toString();
  }

  List<Object> values() {
    return List.copyOf(values);
  }
}
