package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables a statement reads at its top, as the catalog's aliases.
///
/// @param aliases the statement's names of tables to c, f, churn, propensity
/// @param scored score fields that an inner join requires to be known
record Scope(Map<String, String> aliases, List<String> scored) {
  /// Of a bare condition: its columns belong to the customer.
  static final Map<String, String> PERSON =
      Map.of(
          "person",
          "c",
          "c",
          "c",
          "customer",
          "c",
          "gold.customer",
          "c",
          "f",
          "f",
          "churn",
          "churn",
          "propensity",
          "propensity");

  /// Null when the statement is more than a select of customer_id from the customer's tables.
  static @Nullable Scope of(JsonNode node) {
    boolean plain =
        is(node, "SELECT_NODE")
            && !node.has("group_expressions")
            && !node.has("having")
            && !node.has("qualify")
            && !node.has("sample")
            && !node.has("modifiers")
            && node.path("cte_map").path("map").isEmpty();
    if (!plain || node.path("select_list").size() != 1) {
      return null;
    }
    JsonNode selected = node.path("select_list").path(0);
    if (!is(selected, "COLUMN_REF") || !SqlTree.parts(selected).getLast().equals("customer_id")) {
      return null;
    }
    Map<String, String> aliases = new HashMap<>();
    List<String> scored = new ArrayList<>();
    return tables(node.path("from_table"), "", aliases, scored) && aliases.containsValue("c")
        ? new Scope(aliases, scored)
        : null;
  }

  private static boolean tables(
      JsonNode from, String model, Map<String, String> aliases, List<String> scored) {
    if (is(from, "JOIN")) {
      String kind = from.path("join_type").asText("INNER");
      JsonNode right = from.path("right");
      String wanted = model(from.path("condition"));
      boolean score = right.path("table_name").asText().equals("score");
      if (!kind.equals("LEFT") && !kind.equals("INNER") || !byCustomer(from, score)) {
        return false;
      }
      if (score && kind.equals("INNER")) {
        scored.add(wanted.equals("churn") ? "churn_risk" : "buys_30d");
      }
      return tables(from.path("left"), "", aliases, scored)
          && tables(right, wanted, aliases, scored);
    }
    String table = from.path("table_name").asText();
    if (!is(from, "BASE_TABLE") || !from.path("schema_name").asText("gold").equals("gold")) {
      return false;
    }
    String alias =
        switch (table) {
          case "customer" -> "c";
          case "feature" -> "f";
          case "score" -> model;
          default -> "";
        };
    if (alias.isEmpty() || aliases.containsValue(alias)) {
      return false;
    }
    aliases.put(from.path("alias").asText(table), alias);
    aliases.put("gold." + table, alias);
    return true;
  }

  /// Whether a join brings a customer's own row and asks for nothing else: any other condition of
  /// it would be lost in the rules.
  private static boolean byCustomer(JsonNode join, boolean score) {
    JsonNode using = join.path("using_columns");
    boolean named = using.size() == 1 && using.path(0).asText().equals("customer_id");
    if (using.size() > 0 && !named) {
      return false;
    }
    int customers = named ? 1 : 0;
    int models = 0;
    for (JsonNode one : SqlTree.conjuncts(join.path("condition"))) {
      if (one.isMissingNode() || one.isNull()) {
        continue;
      }
      if (!is(one, "COMPARE_EQUAL")) {
        return false;
      }
      if (customer(one.path("left")) && customer(one.path("right"))) {
        customers++;
      } else if (score && column(one.path("left"), "model")) {
        models++;
      } else {
        return false;
      }
    }
    return customers == 1 && models <= 1;
  }

  private static boolean customer(JsonNode node) {
    return column(node, "customer_id");
  }

  private static boolean column(JsonNode node, String name) {
    return is(node, "COLUMN_REF") && SqlTree.parts(node).getLast().equals(name);
  }

  /// The model a join of scores asks for; blank when it says more or less than a model should.
  private static String model(JsonNode condition) {
    String found = "";
    for (JsonNode one : SqlTree.conjuncts(condition)) {
      String text = Literals.text(one.path("right")).orElse("");
      if (is(one, "COMPARE_EQUAL") && (text.equals("churn") || text.equals("propensity"))) {
        found = text;
      }
    }
    return found;
  }
}
