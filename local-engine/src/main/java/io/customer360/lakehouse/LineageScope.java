package io.customer360.lakehouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Resolves names inside one query of the parser's tree: common table expressions, aliases,
/// stars, sub-queries. Knows the queries around it for lateral and correlated names.
final class LineageScope {
  /// A column of a table of the lake.
  record Origin(String table, String column) {}

  /// A relation's columns in order, each with the lake columns it comes from.
  ///
  /// @param fields of structured columns, by `column.field`
  record Relation(Map<String, Set<Origin>> columns, Map<String, Set<Origin>> fields) {
    Relation(Map<String, Set<Origin>> columns) {
      this(columns, Map.of());
    }
  }

  /// Stands for the rows of a table rather than for a value in them: what a count comes from.
  static final String ROWS = "*";

  private final Map<String, List<String>> catalog;
  private final Set<String> parts;
  private final @Nullable LineageScope outer;
  private final Map<String, Relation> expressions = new HashMap<>();
  private final Map<String, Relation> sources = new LinkedHashMap<>();
  private final Map<String, Set<Origin>> aliases = new HashMap<>();

  /// @param parts of columns that are followed for themselves
  LineageScope(Map<String, List<String>> catalog, Set<String> parts) {
    this(catalog, parts, null);
  }

  private LineageScope(
      Map<String, List<String>> catalog, Set<String> parts, @Nullable LineageScope outer) {
    this.catalog = catalog;
    this.parts = parts;
    this.outer = outer;
  }

  /// The columns of a query node.
  Relation query(JsonNode node) {
    LineageScope scope = new LineageScope(catalog, parts, this);
    for (JsonNode entry : node.path("cte_map").path("map")) {
      JsonNode value = entry.path("value");
      JsonNode inner =
          value.has("query_node") ? value.path("query_node") : value.path("query").path("node");
      Relation relation = scope.query(inner);
      scope.expressions.put(
          fold(entry.path("key").asText()), renamed(relation, value.path("aliases")));
    }
    return switch (node.path("type").asText()) {
      case "SELECT_NODE" -> scope.select(node);
      case "SET_OPERATION_NODE" -> scope.union(node);
      case "CTE_NODE" -> scope.commonTable(node);
      case "RECURSIVE_CTE_NODE" -> scope.recursive(node);
      default -> new Relation(Map.of());
    };
  }

  private Relation commonTable(JsonNode node) {
    Relation relation = query(node.path("query"));
    expressions.put(fold(node.path("cte_name").asText()), renamed(relation, node.path("aliases")));
    return query(node.path("child"));
  }

  private Relation recursive(JsonNode node) {
    Relation base = query(node.path("left"));
    expressions.put(fold(node.path("cte_name").asText()), renamed(base, node.path("aliases")));
    return merge(base, query(node.path("right")));
  }

  private Relation union(JsonNode node) {
    List<JsonNode> parts = new ArrayList<>();
    if (node.has("children")) {
      node.path("children").forEach(parts::add);
    } else {
      parts.add(node.path("left"));
      parts.add(node.path("right"));
    }
    boolean byName = node.path("setop_type").asText().contains("BY_NAME");
    Relation result = null;
    for (JsonNode part : parts) {
      Relation next = query(part);
      result = result == null ? next : byName ? mergeByName(result, next) : merge(result, next);
    }
    return result == null ? new Relation(Map.of()) : result;
  }

  /// Column by column in order, names of the first.
  private static Relation merge(Relation one, Relation other) {
    Map<String, Set<Origin>> columns = new LinkedHashMap<>();
    List<Set<Origin>> others = List.copyOf(other.columns().values());
    int i = 0;
    for (Map.Entry<String, Set<Origin>> column : one.columns().entrySet()) {
      Set<Origin> origins = new LinkedHashSet<>(column.getValue());
      if (i < others.size()) {
        origins.addAll(others.get(i));
      }
      columns.put(column.getKey(), origins);
      i++;
    }
    return new Relation(columns);
  }

  private static Relation mergeByName(Relation one, Relation other) {
    Map<String, Set<Origin>> columns = new LinkedHashMap<>(one.columns());
    other
        .columns()
        .forEach(
            (name, origins) -> {
              Set<Origin> all = new LinkedHashSet<>(columns.getOrDefault(name, Set.of()));
              all.addAll(origins);
              columns.put(name, all);
            });
    return new Relation(columns);
  }

  private Relation select(JsonNode node) {
    from(node.path("from_table"));
    Map<String, Set<Origin>> columns = new LinkedHashMap<>();
    Map<String, Set<Origin>> fields = new HashMap<>();
    int position = 0;
    for (JsonNode item : node.path("select_list")) {
      position++;
      if (item.path("class").asText().equals("STAR")) {
        star(item, columns);
        continue;
      }
      Set<Origin> origins = expression(item);
      String name = name(item, position);
      aliases.put(fold(name), origins);
      columns.put(name, origins);
      fields(item, fold(name), fields);
    }
    return new Relation(columns, fields);
  }

  /// The fields of a column that holds a structure, or passes one on.
  private void fields(JsonNode item, String name, Map<String, Set<Origin>> fields) {
    if (item.path("class").asText().equals("COLUMN_REF")) {
      JsonNode names = item.path("column_names");
      String prefix = fold(names.path(names.size() - 1).asText()) + ".";
      for (Relation source : sources.values()) {
        source
            .fields()
            .forEach(
                (field, origins) -> {
                  if (field.startsWith(prefix)) {
                    fields.put(name + "." + field.substring(prefix.length()), origins);
                  }
                });
      }
      return;
    }
    JsonNode structure = structure(item);
    if (structure != null) {
      for (JsonNode argument : structure.path("arguments")) {
        fields.put(
            name + "." + fold(argument.path("name").asText()),
            expression(argument.path("expression")));
      }
    }
  }

  private static @Nullable JsonNode structure(JsonNode item) {
    if (item.path("function_name").asText().equals("struct_pack")) {
      return item;
    }
    for (JsonNode argument : item.path("arguments")) {
      JsonNode found = structure(argument.path("expression"));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String name(JsonNode item, int position) {
    String alias = item.path("alias").asText();
    if (!alias.isEmpty()) {
      return alias;
    }
    JsonNode names = item.path("column_names");
    if (!names.isEmpty()) {
      return names.path(names.size() - 1).asText();
    }
    String function = item.path("function_name").asText();
    return function.isEmpty() ? "col" + position : function;
  }

  private void star(JsonNode item, Map<String, Set<Origin>> columns) {
    String relation = fold(item.path("relation_name").asText());
    Set<String> left = new LinkedHashSet<>();
    for (JsonNode excluded : item.path("exclude_list")) {
      left.add(fold(excluded.isTextual() ? excluded.asText() : lastText(excluded)));
    }
    Map<String, JsonNode> replaced = new HashMap<>();
    for (JsonNode replacement : item.path("replace_list")) {
      replaced.put(
          fold(replacement.path("key").asText()),
          replacement.has("value") ? replacement.path("value") : replacement);
    }
    sources.forEach(
        (name, source) -> {
          if (relation.isEmpty() || name.equals(relation)) {
            source
                .columns()
                .forEach(
                    (column, origins) -> {
                      if (!left.contains(fold(column))) {
                        JsonNode other = replaced.get(fold(column));
                        columns.putIfAbsent(column, other == null ? origins : expression(other));
                      }
                    });
          }
        });
  }

  private static String lastText(JsonNode node) {
    String last = "";
    for (JsonNode child : node) {
      last = child.isTextual() ? child.asText() : last;
    }
    return last;
  }

  private void from(JsonNode table) {
    switch (table.path("type").asText()) {
      case "BASE_TABLE" -> {
        String name = fold(table.path("table_name").asText());
        String schema = fold(table.path("schema_name").asText());
        add(table, name, schema.isEmpty() ? commonTableNamed(name) : lakeTable(schema, name));
      }
      case "SUBQUERY" -> add(table, "", query(table.path("subquery").path("node")));
      case "JOIN" -> {
        from(table.path("left"));
        from(table.path("right"));
      }
      case "PIVOT" -> from(table.path("source"));
      case "TABLE_FUNCTION" -> {
        Set<Origin> origins = expression(table.path("function"));
        Map<String, Set<Origin>> columns = new LinkedHashMap<>();
        for (JsonNode alias : table.path("column_name_alias")) {
          columns.put(alias.asText(), origins);
        }
        if (columns.isEmpty()) {
          columns.put(table.path("function").path("function_name").asText(), origins);
        }
        add(table, "", new Relation(columns));
      }
      default -> {
        // No table, or values without columns of the lake.
      }
    }
  }

  private void add(JsonNode table, String name, Relation relation) {
    String alias = fold(table.path("alias").asText());
    String known = alias.isEmpty() ? name.isEmpty() ? "#" + sources.size() : name : alias;
    sources.put(known, renamed(relation, table.path("column_name_alias")));
  }

  private static Relation renamed(Relation relation, JsonNode names) {
    if (names.isEmpty()) {
      return relation;
    }
    Map<String, Set<Origin>> columns = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, Set<Origin>> column : relation.columns().entrySet()) {
      columns.put(i < names.size() ? names.path(i).asText() : column.getKey(), column.getValue());
      i++;
    }
    return new Relation(columns, relation.fields());
  }

  private Relation lakeTable(String schema, String name) {
    String full = schema + "." + name;
    Map<String, Set<Origin>> columns = new LinkedHashMap<>();
    for (String column : catalog.getOrDefault(full, List.of())) {
      columns.put(column, Set.of(new Origin(full, column)));
    }
    return new Relation(columns);
  }

  private Relation commonTableNamed(String name) {
    for (LineageScope scope = this; scope != null; scope = scope.outer) {
      Relation found = scope.expressions.get(name);
      if (found != null) {
        return found;
      }
    }
    return new Relation(Map.of());
  }

  /// The lake columns an expression is computed from.
  private Set<Origin> expression(JsonNode node) {
    Set<Origin> found = new LinkedHashSet<>();
    collect(node, found, Set.of());
    return found;
  }

  private void collect(JsonNode node, Set<Origin> found, Set<String> lambda) {
    String kind = node.path("class").asText();
    switch (kind) {
      case "COLUMN_REF" -> found.addAll(column(node.path("column_names"), lambda));
      case "SUBQUERY" -> {
        query(node.path("subquery").path("node")).columns().values().forEach(found::addAll);
        node.path("child").forEach(child -> collect(child, found, lambda));
      }
      case "LAMBDA" -> {
        Set<String> inner = new LinkedHashSet<>(lambda);
        node.path("lhs")
            .findValues("column_names")
            .forEach(n -> n.forEach(t -> inner.add(t.asText())));
        collect(node.path("expr"), found, inner);
      }
      default -> {
        if (node.path("function_name").asText().equals("count_star")) {
          found.addAll(rows());
        }
        Set<Origin> part = part(node);
        if (!part.isEmpty()) {
          found.addAll(part);
          return;
        }
        for (JsonNode child : node) {
          if (child.isContainerNode()) {
            collect(child, found, lambda);
          }
        }
      }
    }
  }

  /// What `max(value) filter (where field = 'email')` is computed from where the value is followed
  /// field by field; empty for anything else.
  private Set<Origin> part(JsonNode node) {
    JsonNode filter = node.path("filter");
    if (!filter.path("type").asText().equals("COMPARE_EQUAL")
        || !filter.path("left").path("class").asText().equals("COLUMN_REF")
        || !filter.path("right").path("class").asText().equals("CONSTANT")) {
      return Set.of();
    }
    JsonNode names = filter.path("left").path("column_names");
    String named = fold(names.path(names.size() - 1).asText());
    String field = filter.path("right").path("literal").path("text").asText();
    Set<Origin> found = new LinkedHashSet<>();
    for (JsonNode argument : node.path("arguments")) {
      for (Origin origin : expression(argument)) {
        Origin one = new Origin(origin.table(), ColumnEdge.part(origin.column(), named, field));
        if (!parts.contains(one.table() + "." + one.column())) {
          return Set.of();
        }
        found.add(one);
      }
    }
    return found;
  }

  /// The rows of every lake table behind the sources of this query.
  private Set<Origin> rows() {
    Set<Origin> rows = new LinkedHashSet<>();
    for (Relation source : sources.values()) {
      source
          .columns()
          .values()
          .forEach(
              origins -> origins.forEach(origin -> rows.add(new Origin(origin.table(), ROWS))));
    }
    return rows;
  }

  private Set<Origin> column(JsonNode names, Set<String> lambda) {
    String first = fold(names.path(0).asText());
    if (lambda.contains(names.path(0).asText())) {
      return Set.of();
    }
    for (LineageScope scope = this; scope != null; scope = scope.outer) {
      if (names.size() > 1) {
        String field =
            fold(names.path(names.size() - 2).asText())
                + "."
                + fold(names.path(names.size() - 1).asText());
        for (Relation source : scope.sources.values()) {
          if (source.fields().containsKey(field)) {
            return source.fields().getOrDefault(field, Set.of());
          }
        }
        Relation source =
            scope.sources.get(names.size() > 2 ? fold(names.path(1).asText()) : first);
        Relation plain = source == null ? scope.sources.get(first) : source;
        if (plain != null) {
          Set<Origin> found = named(plain, names.path(names.size() > 2 ? 2 : 1).asText());
          return found == null ? namedOr(plain, names.path(1).asText()) : found;
        }
      }
      Set<Origin> all = new LinkedHashSet<>();
      boolean known = false;
      for (Relation source : scope.sources.values()) {
        Set<Origin> found = named(source, first);
        if (found != null) {
          known = true;
          all.addAll(found);
        }
      }
      if (known) {
        return all;
      }
      Set<Origin> alias = scope.aliases.get(first);
      if (alias != null) {
        return alias;
      }
      // `t` alone stands for the whole row of `t`.
      Relation row = scope.sources.get(first);
      if (row != null) {
        row.columns().values().forEach(all::addAll);
        return all;
      }
    }
    return Set.of();
  }

  private static Set<Origin> namedOr(Relation source, String column) {
    Set<Origin> found = named(source, column);
    return found == null ? Set.of() : found;
  }

  private static @Nullable Set<Origin> named(Relation source, String column) {
    for (Map.Entry<String, Set<Origin>> entry : source.columns().entrySet()) {
      if (entry.getKey().equalsIgnoreCase(column)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
