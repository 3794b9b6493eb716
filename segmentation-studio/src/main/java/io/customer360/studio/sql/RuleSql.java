package io.customer360.studio.sql;

import io.customer360.lakehouse.Sql;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes a rule tree as SQL: equal trees give equal texts. The tree has passed a check against the
/// same catalog. Immutable.
public final class RuleSql {
  private static final Field COUNT =
      new Field("count", "", "", "", FieldType.NUMBER, "", "", "BIGINT");

  private final FieldCatalog catalog;
  private final ComparisonSql comparisons;

  /// @param zone in which a day of a rule begins
  public RuleSql(FieldCatalog catalog, ZoneId zone) {
    this.catalog = catalog;
    this.comparisons = new ComparisonSql(catalog, zone);
  }

  /// The statement a person reads and edits; `as_of()` stands for the data's today.
  public String statement(Rule rule) {
    return statement(rule, false);
  }

  /// The statement as the database can run it: `select customer_id` of the members.
  public String runnable(Rule rule, Instant asOf) {
    return AsOfText.filled(statement(rule, true), asOf);
  }

  /// One condition of a rule as the database can run it, to stand behind [#from].
  public String condition(Rule rule, Instant asOf) {
    return AsOfText.filled(one(Normal.of(rule), true), asOf);
  }

  /// The number a rule compares, as the database can run it behind [#from]; empty for a rule that
  /// compares none.
  public Optional<String> figure(Rule rule, Instant asOf) {
    Optional<String> figure =
        switch (rule) {
          case Rule.Behaviour behaviour -> Optional.of(measured(behaviour));
          case Rule.Attribute attribute ->
              catalog
                  .find(attribute.field())
                  .filter(field -> field.type() == FieldType.NUMBER)
                  .map(Field::sql);
          default -> Optional.empty();
        };
    return figure.map(sql -> AsOfText.filled(sql, asOf));
  }

  /// The tables the conditions of these rules need, as a from clause.
  public String from(Rule... rules) {
    return from(List.of(rules));
  }

  private String statement(Rule rule, boolean runnable) {
    Rule.Group root = (Rule.Group) Normal.of(rule);
    StringBuilder out = new StringBuilder("select c.customer_id\n").append(from(List.of(root)));
    String word = "\nwhere ";
    for (Rule child : root.rules()) {
      out.append(word).append(Lines.indent(one(child, runnable)).strip());
      word = "\n  and ";
    }
    return out.toString();
  }

  private String from(List<Rule> rules) {
    Set<String> aliases = new TreeSet<>();
    for (Rule rule : rules) {
      RuleTree.visit(
          rule,
          (place, one) -> {
            if (one instanceof Rule.Attribute attribute) {
              alias(attribute.field(), aliases);
              for (Value value : attribute.comparison().values()) {
                if (value instanceof Value.Multiple multiple) {
                  alias(multiple.field(), aliases);
                }
              }
            }
          });
    }
    StringBuilder from = new StringBuilder("from gold.customer c");
    if (aliases.contains("f")) {
      from.append("\nleft join gold.feature f using (customer_id)");
    }
    for (String model : List.of("churn", "propensity")) {
      if (aliases.contains(model)) {
        from.append(
            """

            left join gold.score %1$s
              on %1$s.customer_id = c.customer_id
              and %1$s.model = '%1$s'"""
                .formatted(model));
      }
    }
    return from.toString();
  }

  private void alias(String field, Set<String> aliases) {
    String sql = catalog.field(field).sql();
    for (String alias : List.of("f", "churn", "propensity")) {
      if (sql.startsWith(alias + ".")) {
        aliases.add(alias);
      }
    }
  }

  private String one(Rule rule, boolean runnable) {
    return switch (rule) {
      case Rule.Group group -> group(group, runnable);
      case Rule.Attribute attribute -> {
        Field field = catalog.field(attribute.field());
        yield comparisons.of(field.sql(), field, attribute.comparison());
      }
      case Rule.Behaviour behaviour -> behaviour(behaviour);
      case Rule.Sequence sequence -> sequence(sequence);
      case Rule.Membership membership ->
          "c.customer_id in (select m.customer_id from gold.segment_member m where m.segment = "
              + Sql.literal(membership.segment())
              + ")";
      case Rule.Consent consent -> consent(consent);
      case Rule.Expression expression ->
          runnable ? PersonScope.members(catalog, expression.sql()) : "(" + expression.sql() + ")";
      case Rule.Off off -> "true";
    };
  }

  private String group(Rule.Group group, boolean runnable) {
    List<String> parts = new ArrayList<>();
    for (Rule child : group.rules()) {
      parts.add(one(child, runnable));
    }
    return switch (group.combination()) {
      case ALL -> parts.isEmpty() ? "true" : Lines.group(parts, "and");
      case ANY -> Lines.group(parts, "or");
      case NONE -> Lines.group(parts, "or") + " is not true";
    };
  }

  private String behaviour(Rule.Behaviour behaviour) {
    EventSource source = catalog.source(behaviour.occurrence().events());
    Measure measure = behaviour.measure();
    Field field = measure.kind().needsField() ? source.field(measure.field()).orElseThrow() : COUNT;
    return comparisons.of(measured(behaviour), field, behaviour.comparison());
  }

  private String measured(Rule.Behaviour behaviour) {
    EventSource source = catalog.source(behaviour.occurrence().events());
    Measure measure = behaviour.measure();
    List<String> where = new ArrayList<>();
    where.add("e.customer_id = c.customer_id");
    where.addAll(occurrence("e", source, behaviour.occurrence(), 0));
    return "(\n"
        + Lines.indent(
            "select "
                + aggregate(measure, source)
                + "\nfrom "
                + source.table()
                + " e\nwhere "
                + String.join("\n  and ", where))
        + "\n)";
  }

  private static String aggregate(Measure measure, EventSource source) {
    return switch (measure.kind()) {
      case COUNT -> "count(*)";
      case SUM -> "coalesce(sum(e." + measure.field() + "), 0)";
      case AVERAGE -> "avg(e." + measure.field() + ")";
      case LARGEST -> "max(e." + measure.field() + ")";
      case SMALLEST -> "min(e." + measure.field() + ")";
      case DAYS_SINCE_LAST -> "date_sub('day', max(e." + source.time() + "), as_of())";
      case DAYS_SINCE_FIRST -> "date_sub('day', min(e." + source.time() + "), as_of())";
    };
  }

  /// @param ended days that must have passed since the event
  private List<String> occurrence(
      String alias, EventSource source, Occurrence occurrence, int ended) {
    List<String> where = new ArrayList<>();
    if (!source.only().isEmpty()) {
      where.add((source.flagged() ? "" : "not ") + alias + "." + source.only());
    }
    for (Occurrence.Detail detail : occurrence.details()) {
      Field field = source.field(detail.field()).orElseThrow();
      where.add(comparisons.of(alias + "." + field.sql(), field, detail.comparison()));
    }
    String time = alias + "." + source.time();
    String latest = time + " <= " + ComparisonSql.ago(ended);
    switch (occurrence.window()) {
      case Window.Anytime any -> where.add(latest);
      case Window.LastDays last -> {
        where.add(time + " > " + ComparisonSql.ago(last.days()));
        where.add(latest);
      }
      case Window.Before before ->
          where.add(time + " <= " + ComparisonSql.ago(Math.max(before.days(), ended)));
      case Window.Since since -> {
        where.add(time + " >= " + AsOfText.literal(comparisons.start(since.from())));
        where.add(latest);
      }
      case Window.Between between -> {
        where.add(time + " >= " + AsOfText.literal(comparisons.start(between.from())));
        where.add(time + " < " + AsOfText.literal(comparisons.start(between.to().plusDays(1))));
        where.add(latest);
      }
    }
    return where;
  }

  private String sequence(Rule.Sequence sequence) {
    EventSource first = catalog.source(sequence.first().events());
    EventSource then = catalog.source(sequence.then().events());
    int ended = sequence.followed() ? 0 : sequence.withinDays();
    List<String> outer = new ArrayList<>();
    outer.add("a.customer_id = c.customer_id");
    outer.addAll(occurrence("a", first, sequence.first(), ended));
    List<String> inner = new ArrayList<>();
    inner.add("b.customer_id = a.customer_id");
    inner.addAll(occurrence("b", then, sequence.then(), 0));
    inner.add("b." + then.time() + " > a." + first.time());
    inner.add(
        "b."
            + then.time()
            + " <= a."
            + first.time()
            + " + interval "
            + sequence.withinDays()
            + " day");
    outer.add(
        (sequence.followed() ? "exists (\n" : "not exists (\n")
            + Lines.indent(
                "select 1\nfrom " + then.table() + " b\nwhere " + String.join("\n  and ", inner))
            + "\n)");
    String last = Lines.indent(outer.removeLast()).strip();
    return "exists (\n"
        + Lines.indent(
            "select 1\nfrom "
                + first.table()
                + " a\nwhere "
                + String.join("\n  and ", outer)
                + "\n  and "
                + last)
        + "\n)";
  }

  private static String consent(Rule.Consent consent) {
    String channel = consent.channel();
    String rows =
        "exists (select 1 from gold.consent k where k.customer_id = c.customer_id and k.purpose = "
            + Sql.literal(consent.purpose())
            + (channel == null ? "" : " and k.channel = " + Sql.literal(channel));
    return switch (consent.status()) {
      case YES, NO -> rows + " and k.status = '" + consent.status().key() + "')";
      case NOT_ASKED -> "not " + rows + ")";
    };
  }

  /// Whether a group is one that only says everybody.
  static boolean everyone(Rule rule) {
    return rule instanceof Rule.Group group
        && group.combination() == Combination.ALL
        && group.rules().isEmpty();
  }
}
