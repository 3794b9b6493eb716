package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.argument;
import static io.customer360.studio.sql.SqlTree.is;
import static io.customer360.studio.sql.SqlTree.isFunction;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads subqueries as behaviour, sequences, consents and membership.
final class Subqueries {
  private static final Comparison ONCE = Comparison.of(Operator.AT_LEAST, 1);

  private final FieldCatalog catalog;
  private final Comparisons comparisons;
  private final Literals literals;
  private final Map<String, String> outer;

  /// @param outer table names of the statement around to the catalog's aliases
  Subqueries(
      FieldCatalog catalog, Comparisons comparisons, Literals literals, Map<String, String> outer) {
    this.catalog = catalog;
    this.comparisons = comparisons;
    this.literals = literals;
    this.outer = outer;
  }

  /// `exists (...)`.
  Rule exists(JsonNode query) throws NotShown {
    JsonNode node = plainSelect(query);
    String table = table(node);
    List<JsonNode> where = new ArrayList<>(SqlTree.conjuncts(node.path("where_clause")));
    String alias = alias(node);
    correlated(where, alias);
    if (table.equals("gold.consent")) {
      return consent(where, alias);
    }
    for (JsonNode one : where) {
      JsonNode inner = existing(one);
      if (inner != null) {
        where.remove(one);
        return sequence(table, alias, where, inner, !is(one, "OPERATOR_NOT"));
      }
    }
    return new Rule.Behaviour(occurrence(table, alias, where, null), Measure.COUNT, ONCE);
  }

  /// `not exists (...)`; null when it is nothing but the opposite of [#exists].
  @Nullable Rule notExists(JsonNode query) throws NotShown {
    Rule rule = exists(query);
    return rule instanceof Rule.Consent consent && consent.status() == ConsentStatus.NOT_ASKED
        ? rule
        : null;
  }

  /// The number a scalar subquery makes, to be compared.
  Rule.Behaviour scalar(JsonNode query) throws NotShown {
    JsonNode node = plainSelect(query);
    List<JsonNode> where = new ArrayList<>(SqlTree.conjuncts(node.path("where_clause")));
    String alias = alias(node);
    correlated(where, alias);
    String table = table(node);
    Occurrence occurrence = occurrence(table, alias, where, null);
    Measure measure =
        measure(node.path("select_list").path(0), catalog.source(occurrence.events()), alias);
    return new Rule.Behaviour(occurrence, measure, ONCE);
  }

  /// `customer_id in (select customer_id from ...)`.
  Rule in(JsonNode query) throws NotShown {
    JsonNode node = query.path("node");
    String table = table(node);
    String alias = alias(node);
    List<JsonNode> where = new ArrayList<>(SqlTree.conjuncts(node.path("where_clause")));
    List<String> selected = names(node.path("select_list").path(0), alias);
    if (node.path("select_list").size() != 1 || !selected.equals(List.of("customer_id"))) {
      throw new NotShown("it selects something other than customer_id");
    }
    where.removeIf(
        one ->
            is(one, "OPERATOR_IS_NOT_NULL")
                && names(one.path("children").path(0), alias).equals(List.of("customer_id")));
    if (table.equals("gold.segment_member")) {
      return membership(where, alias);
    }
    if (table.equals("gold.consent")) {
      simple(node, false);
      return consent(where, alias);
    }
    simple(node, true);
    Occurrence occurrence = occurrence(table, alias, where, null);
    JsonNode having = node.path("having");
    if (having.isMissingNode()) {
      return new Rule.Behaviour(occurrence, Measure.COUNT, ONCE);
    }
    JsonNode subject = Comparisons.subject(having);
    if (subject == null) {
      throw new NotShown("its having is not a comparison");
    }
    Measure measure = measure(subject, catalog.source(occurrence.events()), alias);
    Comparison comparison =
        comparisons.read(having, Measured.field(catalog, occurrence, measure), false, one -> null);
    if (comparison.holds(0)) {
      throw new NotShown("its having would also hold for customers without such events");
    }
    return new Rule.Behaviour(occurrence, measure, comparison);
  }

  private Rule membership(List<JsonNode> where, String alias) throws NotShown {
    if (where.size() == 1 && is(where.getFirst(), "COMPARE_EQUAL")) {
      JsonNode one = where.getFirst();
      Optional<String> id = Literals.text(one.path("right"));
      if (names(one.path("left"), alias).equals(List.of("segment")) && id.isPresent()) {
        return new Rule.Membership(id.get());
      }
    }
    throw new NotShown("membership is one segment by its id");
  }

  private Rule consent(List<JsonNode> where, String alias) throws NotShown {
    String purpose = null;
    String channel = null;
    ConsentStatus status = ConsentStatus.NOT_ASKED;
    for (JsonNode one : where) {
      Optional<String> text = Literals.text(one.path("right"));
      List<String> name = names(one.path("left"), alias);
      if (!is(one, "COMPARE_EQUAL") || text.isEmpty() || name.size() != 1) {
        throw new NotShown("a consent is asked by purpose, channel and status");
      }
      switch (name.getFirst()) {
        case "purpose" -> purpose = text.get();
        case "channel" -> channel = text.get();
        case "status" ->
            status =
                switch (text.get()) {
                  case "yes" -> ConsentStatus.YES;
                  case "no" -> ConsentStatus.NO;
                  default -> throw new NotShown("a consent's status is yes or no");
                };
        default -> throw new NotShown("a consent is asked by purpose, channel and status");
      }
    }
    if (purpose == null) {
      throw new NotShown("a consent needs a purpose");
    }
    return new Rule.Consent(purpose, channel, status);
  }

  private Rule sequence(
      String table, String alias, List<JsonNode> where, JsonNode inner, boolean followed)
      throws NotShown {
    JsonNode node = plainSelect(inner);
    String thenTable = table(node);
    String thenAlias = alias(node);
    List<JsonNode> thenWhere = new ArrayList<>(SqlTree.conjuncts(node.path("where_clause")));
    Between between = Between.take(thenWhere, alias, thenAlias, catalog, table, thenTable);
    Occurrence then = occurrence(thenTable, thenAlias, thenWhere, null);
    if (!(then.window() instanceof Window.Anytime)) {
      throw new NotShown("the second part of a sequence has a window of its own");
    }
    Occurrence first = occurrence(table, alias, where, followed ? null : between.days());
    return new Rule.Sequence(first, followed, then, between.days());
  }

  private static @Nullable JsonNode existing(JsonNode node) {
    JsonNode inner = is(node, "OPERATOR_NOT") ? node.path("children").path(0) : node;
    boolean exists = is(inner, "SUBQUERY") && inner.path("subquery_type").asText().equals("EXISTS");
    return exists ? inner.path("subquery") : null;
  }

  private Occurrence occurrence(
      String table, String alias, List<JsonNode> where, @Nullable Integer ended) throws NotShown {
    return new OccurrenceReader(catalog, comparisons, literals, alias).read(table, where, ended);
  }

  private static Measure measure(JsonNode select, EventSource source, String alias)
      throws NotShown {
    if (isFunction(select, "count_star")) {
      return Measure.COUNT;
    }
    JsonNode aggregate = select;
    if (is(select, "OPERATOR_COALESCE")) {
      aggregate = select.path("children").path(0);
    }
    if (isFunction(select, "date_sub")) {
      JsonNode of = argument(select, 1);
      boolean day = Literals.text(argument(select, 0)).orElse("").equals("day");
      boolean time = names(argument(of, 0), alias).equals(List.of(source.time()));
      if (day
          && time
          && Literals.daysAgo(argument(select, 2)).equals(java.util.OptionalInt.of(0))) {
        return new Measure(
            isFunction(of, "max") ? Measure.Kind.DAYS_SINCE_LAST : Measure.Kind.DAYS_SINCE_FIRST,
            "");
      }
    }
    for (Measure.Kind kind :
        List.of(
            Measure.Kind.SUM, Measure.Kind.AVERAGE, Measure.Kind.LARGEST, Measure.Kind.SMALLEST)) {
      String function =
          switch (kind) {
            case SUM -> "sum";
            case AVERAGE -> "avg";
            case LARGEST -> "max";
            default -> "min";
          };
      List<String> name = names(argument(aggregate, 0), alias);
      boolean known = name.size() == 1 && source.field(name.getFirst()).isPresent();
      if (isFunction(aggregate, function) && known) {
        return new Measure(kind, name.getFirst());
      }
    }
    throw new NotShown("it is made of events in a way rules do not have");
  }

  /// Takes the condition that ties the rows to the customer.
  private void correlated(List<JsonNode> where, String alias) throws NotShown {
    for (JsonNode one : where) {
      if (is(one, "COMPARE_EQUAL")
          && (ties(one.path("left"), one.path("right"), alias)
              || ties(one.path("right"), one.path("left"), alias))) {
        where.remove(one);
        return;
      }
    }
    throw new NotShown("its rows are not tied to the customer");
  }

  private boolean ties(JsonNode inner, JsonNode customer, String alias) {
    return is(customer, "COLUMN_REF")
        && names(inner, alias).equals(List.of("customer_id"))
        && SqlTree.column(customer, outer, Map.of()).equals("c.customer_id");
  }

  /// The column's name when it is one of the subquery's own.
  static List<String> names(JsonNode node, String alias) {
    if (!is(node, "COLUMN_REF")) {
      return List.of();
    }
    List<String> parts = SqlTree.parts(node);
    boolean own = parts.size() == 1 || parts.size() == 2 && parts.getFirst().equals(alias);
    return own ? List.of(parts.getLast()) : List.of();
  }

  private static JsonNode plainSelect(JsonNode query) throws NotShown {
    JsonNode node = query.path("node");
    simple(node, false);
    return node;
  }

  private static void simple(JsonNode node, boolean grouped) throws NotShown {
    boolean plain =
        is(node, "SELECT_NODE")
            && !node.has("modifiers")
            && !node.has("qualify")
            && !node.has("sample")
            && (grouped || !node.has("having") && !node.has("group_expressions"));
    if (!plain) {
      throw new NotShown("its subquery does more than rules do");
    }
  }

  private static String table(JsonNode node) throws NotShown {
    JsonNode from = node.path("from_table");
    if (!is(from, "BASE_TABLE")) {
      throw new NotShown("its subquery reads more than one table");
    }
    return from.path("schema_name").asText("gold") + "." + from.path("table_name").asText();
  }

  private static String alias(JsonNode node) {
    JsonNode from = node.path("from_table");
    return from.path("alias").asText(from.path("table_name").asText());
  }
}
