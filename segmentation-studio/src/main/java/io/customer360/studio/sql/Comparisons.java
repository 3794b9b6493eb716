package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.argument;
import static io.customer360.studio.sql.SqlTree.is;
import static io.customer360.studio.sql.SqlTree.isFunction;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the comparison of something with something: `x >= 5`, `x in (...)`, `x is null`.
final class Comparisons {
  /// What stands on the left of a comparison.
  ///
  /// @param node the expression
  record Read(JsonNode node, Comparison comparison) {}

  /// Finds the field an expression stands for.
  @FunctionalInterface
  interface Finder {
    @Nullable Field find(JsonNode expression);
  }

  private final Literals literals;

  Comparisons(Literals literals) {
    this.literals = literals;
  }

  /// The expression a comparison is about; null when the node is no comparison.
  static @Nullable JsonNode subject(JsonNode node) {
    return switch (node.path("type").asText()) {
      case "COMPARE_EQUAL",
          "COMPARE_NOTEQUAL",
          "COMPARE_LESSTHAN",
          "COMPARE_GREATERTHAN",
          "COMPARE_LESSTHANOREQUALTO",
          "COMPARE_GREATERTHANOREQUALTO" ->
          flipped(node) ? node.path("right") : node.path("left");
      case "COMPARE_BETWEEN" -> node.path("input");
      case "COMPARE_IN", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL" ->
          node.path("children").path(0);
      default -> isLike(node) ? inLower(argument(node, 0)) : null;
    };
  }

  private static boolean isLike(JsonNode node) {
    return (isFunction(node, "contains") || isFunction(node, "starts_with"))
        && isFunction(argument(node, 0), "lower");
  }

  private static JsonNode inLower(JsonNode node) {
    return argument(node, 0);
  }

  private static boolean flipped(JsonNode node) {
    return is(node.path("left"), "VALUE_CONSTANT")
        || is(node.path("left"), "OPERATOR_CAST")
            && is(node.path("left").path("child"), "VALUE_CONSTANT");
  }

  /// Reads the comparison of a field.
  Comparison read(JsonNode node, Field field, boolean negated, Finder others) throws NotShown {
    List<JsonNode> right = new ArrayList<>();
    Operator operator = operator(node, right);
    if (negated) {
      operator = inverse(operator);
    }
    List<Value> values = new ArrayList<>();
    for (JsonNode one : right) {
      values.add(value(one, field, others));
    }
    try {
      Comparison comparison = new Comparison(operator, values);
      if (!field.type().operators().contains(operator)) {
        throw new NotShown(field.name() + " is compared in a way rules do not have");
      }
      return comparison;
    } catch (WorkbenchException wrong) {
      throw new NotShown(wrong.plain());
    }
  }

  private static Operator operator(JsonNode node, List<JsonNode> right) throws NotShown {
    String type = node.path("type").asText();
    boolean turned = flipped(node);
    switch (type) {
      case "COMPARE_BETWEEN" -> {
        right.add(node.path("lower"));
        right.add(node.path("upper"));
        return Operator.BETWEEN;
      }
      case "COMPARE_IN" -> {
        for (int i = 1; i < node.path("children").size(); i++) {
          right.add(node.path("children").path(i));
        }
        return Operator.IS;
      }
      case "OPERATOR_IS_NULL" -> {
        return Operator.UNKNOWN;
      }
      case "OPERATOR_IS_NOT_NULL" -> {
        return Operator.KNOWN;
      }
      default -> {
        if (isLike(node)) {
          right.add(argument(node, 1));
          return isFunction(node, "contains") ? Operator.CONTAINS : Operator.STARTS_WITH;
        }
      }
    }
    right.add(turned ? node.path("left") : node.path("right"));
    return switch (type) {
      case "COMPARE_EQUAL" -> Operator.IS;
      case "COMPARE_NOTEQUAL" -> Operator.IS_NOT;
      case "COMPARE_LESSTHAN" -> turned ? Operator.MORE_THAN : Operator.LESS_THAN;
      case "COMPARE_GREATERTHAN" -> turned ? Operator.LESS_THAN : Operator.MORE_THAN;
      case "COMPARE_LESSTHANOREQUALTO" -> turned ? Operator.AT_LEAST : Operator.AT_MOST;
      case "COMPARE_GREATERTHANOREQUALTO" -> turned ? Operator.AT_MOST : Operator.AT_LEAST;
      default -> throw new NotShown("there is no rule like it");
    };
  }

  /// What passes where the first does not, among known values.
  private static Operator inverse(Operator operator) throws NotShown {
    return switch (operator) {
      case IS -> Operator.IS_NOT;
      case IS_NOT -> Operator.IS;
      case AT_LEAST -> Operator.LESS_THAN;
      case MORE_THAN -> Operator.AT_MOST;
      case AT_MOST -> Operator.MORE_THAN;
      case LESS_THAN -> Operator.AT_LEAST;
      case KNOWN -> Operator.UNKNOWN;
      case UNKNOWN -> Operator.KNOWN;
      case BETWEEN, CONTAINS, STARTS_WITH ->
          throw new NotShown("its opposite leaves out what is not known");
    };
  }

  private Value value(JsonNode node, Field field, Finder others) throws NotShown {
    Optional<Value> value = literals.value(node, field);
    if (value.isPresent()) {
      return value.get();
    }
    if (field.type() == FieldType.NUMBER) {
      Field other = others.find(node);
      if (other != null && other.type() == FieldType.NUMBER) {
        return new Value.Multiple(BigDecimal.ONE, other.name());
      }
      if (isFunction(node, "*")) {
        for (int i = 0; i < 2; i++) {
          Optional<BigDecimal> factor = Literals.number(argument(node, i));
          Field of = others.find(argument(node, 1 - i));
          if (factor.isPresent() && of != null && of.type() == FieldType.NUMBER) {
            return new Value.Multiple(factor.get(), of.name());
          }
        }
      }
    }
    throw new NotShown("it compares " + field.name() + " with something rules do not have");
  }
}
