package io.customer360.studio.field;

import io.customer360.fault.WorkbenchException;
import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureDefinition;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every name a rule may use, as far as the lake has it. Immutable; read anew after a refresh that
/// changed columns.
public final class FieldCatalog {
  /// The code of the failure where there are no customers yet.
  public static final String NO_CUSTOMERS = "C360-SEG-022";

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, EventSource> events = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> tables;

  private FieldCatalog(Map<String, Map<String, String>> tables) {
    this.tables = tables;
    Map<String, String> customer = table("customer");
    for (KnownFields.Draft draft : KnownFields.customer()) {
      boolean score = draft.column().equals("score");
      String storage = score ? "DOUBLE" : customer.get(draft.column());
      if (storage != null && (!score || tables.containsKey("score"))) {
        boolean plain = draft.sql().equals("c." + draft.column());
        String kept = plain || score ? storage : derived(draft.type());
        put(draft, kept);
      }
    }
    others(customer);
    features();
    KnownEvents.in(tables).forEach(source -> events.put(source.name(), source));
  }

  private static String derived(FieldType type) {
    return type == FieldType.NUMBER ? "BIGINT" : "VARCHAR";
  }

  private void put(KnownFields.Draft draft, String storage) {
    fields.put(
        draft.name(),
        new Field(
            draft.name(),
            draft.title(),
            draft.meaning(),
            draft.group(),
            draft.type(),
            draft.unit(),
            draft.sql(),
            storage));
  }

  /// Columns of the customer that the program does not know by name.
  private void others(Map<String, String> customer) {
    customer.forEach(
        (column, storage) -> {
          FieldType type = type(storage);
          if (type != null && !fields.containsKey(column)) {
            String title =
                column.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + column.substring(1).replace('_', ' ');
            put(
                new KnownFields.Draft(
                    column,
                    title,
                    "Column of gold.customer.",
                    "More",
                    type,
                    "",
                    "c." + column,
                    column),
                storage);
          }
        });
  }

  private void features() {
    Map<String, String> columns = table("feature");
    for (FeatureDefinition feature : new FeatureCatalog("money").features()) {
      String storage = columns.get(feature.column());
      if (storage != null && !fields.containsKey(feature.column())) {
        put(
            new KnownFields.Draft(
                feature.column(),
                feature.label(),
                feature.meaning(),
                "Features",
                FieldType.NUMBER,
                feature.unit(),
                "f." + feature.column(),
                feature.column()),
            storage);
      }
    }
  }

  private static @org.jspecify.annotations.Nullable FieldType type(String storage) {
    return switch (storage) {
      case "VARCHAR" -> FieldType.TEXT;
      case "BOOLEAN" -> FieldType.TRUTH;
      case "DATE" -> FieldType.DATE;
      case "TIMESTAMP" -> FieldType.MOMENT;
      case "INTEGER", "BIGINT", "DOUBLE", "SMALLINT", "TINYINT" -> FieldType.NUMBER;
      default -> storage.startsWith("DECIMAL") ? FieldType.NUMBER : null;
    };
  }

  /// Reads which columns the lake has.
  ///
  /// @throws WorkbenchException when there are no customers yet
  public static FieldCatalog read(Connection connection) throws SQLException {
    Map<String, Map<String, String>> tables = new TreeMap<>();
    Rows.list(
        connection,
        """
        select table_name, column_name, data_type from information_schema.columns
        where table_schema = 'gold' and table_catalog = current_database()
        order by table_name, ordinal_position""",
        row ->
            tables
                .computeIfAbsent(row.getString(1), name -> new LinkedHashMap<>())
                .put(row.getString(2), row.getString(3)));
    if (!tables.containsKey("customer")) {
      throw WorkbenchException.user(
          NO_CUSTOMERS, "There are no customers yet. Import data, then run: workbench refresh");
    }
    return new FieldCatalog(tables);
  }

  /// The fields of a customer, in the order a screen lists them.
  public Collection<Field> fields() {
    return List.copyOf(fields.values());
  }

  public Collection<EventSource> events() {
    return List.copyOf(events.values());
  }

  public Optional<Field> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// The field; never asked for names a [RuleCheck] has not passed.
  public Field field(String name) {
    return find(name).orElseThrow(() -> unknown("", name));
  }

  public Optional<EventSource> findEvents(String name) {
    return Optional.ofNullable(events.get(name));
  }

  public EventSource source(String name) {
    return findEvents(name)
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-SEG-024",
                    "There are no events called "
                        + name
                        + Near.words(name, events.keySet())
                        + "."));
  }

  /// The sources that read a table, `gold.orders`.
  public List<EventSource> sourcesOf(String table) {
    List<EventSource> found = new ArrayList<>();
    for (EventSource source : events.values()) {
      if (source.table().equals(table)) {
        found.add(source);
      }
    }
    return found;
  }

  /// Whether gold has the table, named without its schema.
  public boolean hasTable(String name) {
    return tables.containsKey(name);
  }

  private Map<String, String> table(String name) {
    return tables.getOrDefault(name, Map.of());
  }

  WorkbenchException unknown(String place, String name) {
    return io.customer360.studio.rule.RuleFault.at(
        place, "there is no field " + name + Near.words(name, fields.keySet()));
  }
}
