package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.sql.AsOfText;
import io.customer360.studio.sql.PersonScope;
import io.customer360.studio.sql.RuleSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Writes who is in a segment into `gold.segment_member`, since when, and who came and went since
/// the last time and why.
final class MemberWriter {
  /// Conditions told apart as reasons; any further ones count as one.
  private static final int CONDITIONS = 7;

  private final Connection connection;
  private final FieldCatalog catalog;
  private final SegmentRules rules;
  private final RuleSql sql;
  private final Instant asOf;
  private boolean expanded;

  /// @param rules of the segments there are, to read a definition of before
  MemberWriter(
      Connection connection, FieldCatalog catalog, SegmentRules rules, ZoneId zone, Instant asOf) {
    this.connection = connection;
    this.catalog = catalog;
    this.rules = rules;
    this.sql = new RuleSql(catalog, zone);
    this.asOf = asOf;
  }

  /// For rules that hold the rules of the segments they refer to in place of the references.
  MemberWriter expanding() {
    expanded = true;
    return this;
  }

  static void createTable(Connection connection) throws SQLException {
    Rows.run(
        connection,
        "create or replace table gold.segment_member"
            + " (customer_id varchar, segment varchar, title varchar, since timestamp)");
  }

  /// Replaces the members of a segment by those of a checked rule.
  ///
  /// @return how many
  long write(SegmentDefinition segment, Rule rule) throws SQLException {
    List<Rule> conditions = conditions(rule);
    int all = (1 << conditions.size()) - 1;
    try {
      Rows.run(connection, "create or replace temp table segment_now as " + masks(conditions));
      Rows.run(
          connection,
          "create or replace temp table segment_members as select customer_id from segment_now"
              + " where mask = "
              + all);
      moves().write(segment, words(conditions), before -> since(segment.id(), before, rule));
      entries(segment);
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw WorkbenchException.user(
          "C360-SEG-009", "The condition of segment " + segment.id() + " fails: " + said);
    }
    return members(segment);
  }

  /// Whether the members are to be found anew: by the schedule, or since the definition changed.
  boolean due(SegmentDefinition segment) throws SQLException {
    if (segment.schedule() == Schedule.ALWAYS) {
      return true;
    }
    List<Boolean> resting =
        Rows.list(
            connection,
            "select definition, as_of from ops.segment_run where segment = ? order by as_of desc"
                + " limit 1",
            row ->
                MemberMoves.definition(segment).equals(row.getString("definition"))
                    && !segment
                        .schedule()
                        .due(Objects.requireNonNull(Rows.instant(row, "as_of")), asOf),
            segment.id());
    return resting.isEmpty() || !resting.getFirst();
  }

  /// Writes the members of the last time again, without those who are no customers any more.
  ///
  /// @return how many
  long keep(SegmentDefinition segment) throws SQLException {
    Rows.update(
        connection,
        "delete from ops.segment_entry where segment = ? and customer_id not in"
            + " (select c.customer_id from gold.customer c)",
        segment.id());
    moves().rest(segment.id());
    return members(segment);
  }

  private long members(SegmentDefinition segment) throws SQLException {
    Rows.update(connection, "delete from gold.segment_member where segment = ?", segment.id());
    return Rows.update(
        connection,
        "insert into gold.segment_member select customer_id, segment, ?, since"
            + " from ops.segment_entry where segment = ? order by customer_id",
        segment.title(),
        segment.id());
  }

  private MemberMoves moves() {
    return new MemberMoves(connection, asOf);
  }

  private List<String> words(List<Rule> conditions) {
    return conditions.stream().map(new RuleWords(catalog)::of).toList();
  }

  /// Finds what of a changed definition lets people in and throws them out.
  ///
  /// @param before the definition's text of the last time
  /// @return the words of its conditions; empty when it cannot be read any more, such as one that
  ///     names a segment that is gone
  private Optional<List<String>> since(String id, String before, Rule now) throws SQLException {
    Rule then;
    try {
      then = rules.of(SegmentFiles.parse(id, "the definition before", before));
      if (expanded) {
        then = Expansion.of(then, rules.of(RuleTree.segments(then)));
      }
    } catch (WorkbenchException gone) {
      return Optional.empty();
    }
    new DefinitionChange(connection, sql, new RuleWords(catalog), asOf).write(then, now);
    return Optional.of(words(conditions(then)));
  }

  private static List<Rule> conditions(Rule rule) {
    List<Rule> top = ((Rule.Group) Normal.of(rule)).rules();
    if (top.size() <= CONDITIONS) {
      return top;
    }
    List<Rule> some = new ArrayList<>(top.subList(0, CONDITIONS - 1));
    some.add(new Rule.Group(Combination.ALL, top.subList(CONDITIONS - 1, top.size())));
    return some;
  }

  /// Every customer with one bit for each condition that holds.
  private String masks(List<Rule> conditions) {
    StringBuilder select = new StringBuilder("select c.customer_id, (0");
    for (int i = 0; i < conditions.size(); i++) {
      select
          .append("\n  + case when ")
          .append(sql.condition(conditions.get(i), asOf))
          .append(" then ")
          .append(1 << i)
          .append(" else 0 end");
    }
    return select + ")::utinyint as mask\n" + sql.from(conditions.toArray(Rule[]::new));
  }

  private void entries(SegmentDefinition segment) throws SQLException {
    String since =
        segment.since().isEmpty()
            ? "select customer_id, null::timestamp as since from segment_members"
            : "select customer_id, cast(("
                + AsOfText.filled(segment.since(), asOf)
                + "\n) as timestamp) as since from "
                + PersonScope.table(catalog)
                + " person where customer_id in (select n.customer_id from segment_members n)";
    Rows.update(
        connection,
        "delete from ops.segment_entry where segment = ? and customer_id not in"
            + " (select customer_id from segment_members)",
        segment.id());
    Rows.update(
        connection,
        "insert or ignore into ops.segment_entry select ?, customer_id, coalesce(since, ?)"
            + " from ("
            + since
            + ")",
        segment.id(),
        asOf);
  }
}
