package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.Near;
import io.customer360.studio.field.RuleCheck;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.sql.GoldOnly;
import io.customer360.studio.sql.RuleParser;
import io.customer360.studio.sql.RuleSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes checked rule trees of segment definitions. For one connection.
final class SegmentRules {
  private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

  private final Connection connection;
  private final FieldCatalog catalog;
  private final ZoneId zone;
  private final Instant asOf;
  private final Map<String, SegmentDefinition> definitions = new LinkedHashMap<>();

  SegmentRules(
      Connection connection,
      FieldCatalog catalog,
      ZoneId zone,
      Instant asOf,
      List<SegmentDefinition> all) {
    this.connection = connection;
    this.catalog = catalog;
    this.zone = zone;
    this.asOf = asOf;
    all.forEach(definition -> definitions.put(definition.id(), definition));
  }

  /// The trees of these segments and of all they refer to, each after those it refers to.
  Map<String, Rule> of(Collection<String> ids) throws SQLException {
    Map<String, Rule> found = new LinkedHashMap<>();
    for (String id : ids) {
      collect(id, found);
    }
    Map<String, Rule> ordered = new LinkedHashMap<>();
    SegmentOrder.of(found).forEach(id -> ordered.put(id, found.get(id)));
    return ordered;
  }

  private void collect(String id, Map<String, Rule> found) throws SQLException {
    if (!found.containsKey(id)) {
      Rule rule = of(definition(id));
      found.put(id, rule);
      for (String other : RuleTree.segments(rule)) {
        collect(other, found);
      }
    }
  }

  private SegmentDefinition definition(String id) {
    SegmentDefinition definition = definitions.get(id);
    if (definition == null) {
      throw WorkbenchException.user(
          "C360-CLI-009",
          "There is no segment "
              + id
              + Near.words(id, definitions.keySet())
              + ". See: workbench segment list");
    }
    return definition;
  }

  /// The checked tree of one segment.
  Rule of(SegmentDefinition definition) throws SQLException {
    String id = definition.id();
    if (definition.source() instanceof SegmentSource.StaticList) {
      return list(id);
    }
    try {
      Rule rule =
          switch (definition.source()) {
            case SegmentSource.Rules rules -> rules.rule();
            case SegmentSource.Sql sql ->
                new RuleParser(connection, catalog, zone).parse(sql.text()).rule();
            case SegmentSource.StaticList list -> list(id);
          };
      check(id, rule);
      return rule;
    } catch (WorkbenchException wrong) {
      throw wrong.plain().contains(id)
          ? wrong
          : WorkbenchException.user(wrong.code(), "Segment " + id + ": " + wrong.plain());
    }
  }

  /// Names, types, and that nothing but gold is read.
  void check(String id, Rule rule) throws SQLException {
    new RuleCheck(catalog, definitions.keySet()).check(rule);
    String statement = new RuleSql(catalog, zone).runnable(rule, asOf);
    GoldOnly.check(connection, id, statement);
    bind(id, statement);
  }

  /// Lets the database look up every name; the statement has passed the guard.
  private void bind(String id, String statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.getMetaData();
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      Matcher column = COLUMN.matcher(said);
      String near =
          column.find()
              ? Near.words(column.group(1), catalog.fields().stream().map(Field::name).toList())
              : "";
      throw WorkbenchException.user(
          "C360-SEG-009", "The condition of segment " + id + " fails: " + said + near);
    }
  }

  private static Rule list(String id) {
    return new Rule.Expression(
        "customer_id in (select l.customer_id from gold.identity_link l join ops.segment_list s"
            + " on s.source_person_id = l.source_person_id where s.segment = "
            + Sql.literal(id)
            + ")",
        RuleWords.ON_A_LIST);
  }
}
