package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a rule tree of SQL: a condition over the columns of a customer, or a whole
/// `select customer_id from gold.customer ... where ...`. What cannot be shown as rules stays SQL
/// in its place and is listed with the reason. For one connection, one text at a time.
public final class RuleParser {
  private static final String BEFORE = "select 1 where (\n";

  private final FieldCatalog catalog;
  private final SqlTree tree;
  private final ZoneId zone;
  private final Map<String, String> names = new HashMap<>();
  private final Map<JsonNode, Field> byExpression = new HashMap<>();
  private Map<String, String> aliases = Map.of();
  private final List<Unshown> unshown = new ArrayList<>();

  public RuleParser(Connection connection, FieldCatalog catalog, ZoneId zone) throws SQLException {
    this.catalog = catalog;
    this.tree = new SqlTree(connection);
    this.zone = zone;
    StringBuilder all = new StringBuilder("select 1");
    for (Field field : catalog.fields()) {
      String sql = field.sql();
      String column = sql.substring(sql.indexOf('.') + 1);
      if (sql.matches("\\w+\\.\\w+") && column.equals(field.name())) {
        names.put(field.name(), sql);
      }
      all.append(", ").append(sql);
    }
    JsonNode select = tree.statement(all.toString(), 0).path("select_list");
    int at = 1;
    for (Field field : catalog.fields()) {
      byExpression.put(SqlTree.plain(select.path(at), Map.of(), names), field);
      at++;
    }
  }

  /// @throws io.customer360.fault.WorkbenchException with the place, when it is not SQL or writes
  public ParsedRule parse(String sql) throws SQLException {
    unshown.clear();
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    String first = text.isEmpty() ? "" : text.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    boolean statement = first.equals("select") || first.equals("with") || first.equals("from");
    Rule rule = statement ? statement(text) : condition(text);
    return new ParsedRule(Normal.of(rule), unshown);
  }

  private Rule condition(String text) throws SQLException {
    if (text.isEmpty()) {
      return Rule.EVERYONE;
    }
    String first = text.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (List.of("insert", "update", "delete", "create", "drop", "alter", "copy", "attach")
        .contains(first)) {
      // As it stands it is a statement that writes, and its own parse says what of it.
      tree.statement(text, 0);
    }
    JsonNode node =
        tree.statement(BEFORE + text + "\n)", BEFORE.length(), BEFORE.length() + text.length());
    boolean plain =
        is(node, "SELECT_NODE")
            && node.has("where_clause")
            && List.of("group_expressions", "having", "qualify", "sample", "modifiers").stream()
                .noneMatch(node::has);
    if (!plain) {
      throw WorkbenchException.user(
          "C360-SEG-032",
          "A condition is one condition: its brackets do not match. Nothing was run.");
    }
    aliases = Scope.PERSON;
    return rule(node.path("where_clause"), false);
  }

  private Rule statement(String text) throws SQLException {
    JsonNode node = tree.statement(text, 0);
    Scope scope = Scope.of(node);
    if (scope == null) {
      return stays("customer_id in (\n" + text + "\n)", "it is not one select from gold.customer");
    }
    aliases = scope.aliases();
    JsonNode where = node.path("where_clause");
    Rule rule = where.isMissingNode() ? Rule.EVERYONE : rule(where, false);
    if (scope.scored().isEmpty()) {
      return rule;
    }
    List<Rule> rules = new ArrayList<>();
    for (String field : scope.scored()) {
      rules.add(new Rule.Attribute(field, Comparison.of(Operator.KNOWN)));
    }
    rules.add(rule);
    return new Rule.Group(Combination.ALL, rules);
  }

  private Rule stays(String sql, String why) {
    unshown.add(new Unshown(sql, why));
    return new Rule.Expression(sql, why);
  }

  private Rule rule(JsonNode node, boolean negated) throws SQLException {
    try {
      return shown(node, negated);
    } catch (NotShown not) {
      String text = tree.text(scoped(node));
      return stays(negated ? "not " + text : text, not.why());
    }
  }

  /// The rule for which SQL's three-valued logic says yes.
  private Rule shown(JsonNode node, boolean negated) throws SQLException, NotShown {
    switch (node.path("type").asText()) {
      case "CONJUNCTION_AND", "CONJUNCTION_OR" -> {
        boolean and = is(node, "CONJUNCTION_AND") != negated;
        return new Rule.Group(and ? Combination.ALL : Combination.ANY, children(node, negated));
      }
      case "OPERATOR_NOT" -> {
        return shown(node.path("children").path(0), !negated);
      }
      case "COMPARE_DISTINCT_FROM", "COMPARE_NOT_DISTINCT_FROM" -> {
        return truth(node, negated);
      }
      case "VALUE_CONSTANT" -> {
        if (node.path("literal").path("text").asText().equals(negated ? "false" : "true")) {
          return Rule.EVERYONE;
        }
        throw new NotShown("a constant is no condition");
      }
      case "SUBQUERY" -> {
        return subquery(node, negated);
      }
      default -> {
        return comparison(node, negated);
      }
    }
  }

  private List<Rule> children(JsonNode node, boolean negated) throws SQLException {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode child : node.path("children")) {
      rules.add(rule(child, negated));
    }
    return rules;
  }

  /// `(...) is true`, `(...) is not true`: never null.
  private Rule truth(JsonNode node, boolean negated) throws SQLException, NotShown {
    JsonNode literal = node.path("right").path("literal").path("text");
    JsonNode inner = node.path("left");
    if (is(inner, "OPERATOR_CAST")) {
      inner = inner.path("child");
    }
    if (!literal.asText().equals("true")) {
      throw new NotShown("there is no rule like it");
    }
    boolean not = is(node, "COMPARE_DISTINCT_FROM") != negated;
    Rule rule = rule(inner, false);
    return not ? new Rule.Group(Combination.NONE, List.of(rule)) : rule;
  }

  private Rule subquery(JsonNode node, boolean negated) throws NotShown {
    String kind = node.path("subquery_type").asText();
    JsonNode query = node.path("subquery");
    if (kind.equals("EXISTS")) {
      Rule rule = subqueries().exists(query);
      boolean asked =
          rule instanceof Rule.Consent consent && consent.status() == ConsentStatus.NOT_ASKED;
      // Without a status it says that there is an answer.
      return asked != negated ? Rule.none(rule) : rule;
    }
    JsonNode child = node.path("child");
    boolean customer =
        kind.equals("ANY")
            && is(child, "COLUMN_REF")
            && SqlTree.column(child, aliases, names).equals("c.customer_id");
    if (!customer) {
      throw new NotShown("its subquery is not about customer_id");
    }
    Rule rule = subqueries().in(query);
    return negated ? Rule.none(rule) : rule;
  }

  private Rule comparison(JsonNode node, boolean negated) throws NotShown {
    Comparisons comparisons = new Comparisons(new Literals(zone));
    JsonNode subject = Comparisons.subject(node);
    if (subject == null) {
      Field truth = find(node);
      if (truth != null && truth.type() == FieldType.TRUTH) {
        return new Rule.Attribute(
            truth.name(), Comparison.of(Operator.IS, new Value.Truth(!negated)));
      }
      throw new NotShown("there is no rule like it");
    }
    if (is(subject, "SUBQUERY") && subject.path("subquery_type").asText().equals("SCALAR")) {
      Rule.Behaviour behaviour = subqueries().scalar(subject.path("subquery"));
      Field number = Measured.field(catalog, behaviour.occurrence(), behaviour.measure());
      return new Rule.Behaviour(
          behaviour.occurrence(),
          behaviour.measure(),
          comparisons.read(node, number, negated, one -> null));
    }
    Field field = find(subject);
    if (field == null && is(node.path("right"), "COLUMN_REF")) {
      throw new NotShown("it does not begin with a field");
    }
    if (field == null) {
      throw new NotShown("it is about something that is no field");
    }
    return new Rule.Attribute(field.name(), comparisons.read(node, field, negated, this::find));
  }

  private @Nullable Field find(JsonNode expression) {
    Field field = byExpression.get(SqlTree.plain(expression, aliases, names));
    if (field == null && is(expression, "COLUMN_REF")) {
      List<String> parts = SqlTree.parts(expression);
      boolean bare = parts.size() == 1 || aliases.getOrDefault(parts.getFirst(), "").equals("c");
      return bare ? catalog.find(parts.getLast()).orElse(null) : null;
    }
    return field;
  }

  private Subqueries subqueries() {
    Literals literals = new Literals(zone);
    return new Subqueries(catalog, new Comparisons(literals), literals, aliases);
  }

  /// The part with the statement's table names replaced by that of the scope it will run in.
  private JsonNode scoped(JsonNode node) {
    if (node.isArray()) {
      ArrayNode copy = ((ArrayNode) node).arrayNode();
      node.forEach(child -> copy.add(scoped(child)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = ((ObjectNode) node).deepCopy();
    if (is(node, "COLUMN_REF")) {
      List<String> parts = SqlTree.parts(node);
      String table = String.join(".", parts.subList(0, parts.size() - 1));
      String alias = aliases.get(table);
      if (parts.size() > 1 && alias != null) {
        boolean score = alias.equals("churn") || alias.equals("propensity");
        String column = parts.getLast();
        if (score && column.equals("score")) {
          column = alias.equals("churn") ? "churn_risk" : "buys_30d";
        }
        copy.putArray("column_names").add("person").add(column);
        copy.remove("qualified_name");
      }
      return copy;
    }
    node.properties().forEach(entry -> copy.set(entry.getKey(), scoped(entry.getValue())));
    return copy;
  }
}
