package io.customer360.studio.field;

import io.customer360.studio.rule.Operator;
import java.util.EnumSet;
import java.util.Set;

/// What a field's values are, and how they can be compared.
public enum FieldType {
  NUMBER(
      "a number",
      EnumSet.of(
          Operator.IS,
          Operator.IS_NOT,
          Operator.AT_LEAST,
          Operator.MORE_THAN,
          Operator.AT_MOST,
          Operator.LESS_THAN,
          Operator.BETWEEN,
          Operator.KNOWN,
          Operator.UNKNOWN)),
  TEXT(
      "a text",
      EnumSet.of(
          Operator.IS,
          Operator.IS_NOT,
          Operator.CONTAINS,
          Operator.STARTS_WITH,
          Operator.KNOWN,
          Operator.UNKNOWN)),
  /// A calendar day.
  DATE(
      "a day",
      EnumSet.of(
          Operator.AT_LEAST,
          Operator.MORE_THAN,
          Operator.AT_MOST,
          Operator.LESS_THAN,
          Operator.BETWEEN,
          Operator.KNOWN,
          Operator.UNKNOWN)),
  /// A moment, UTC.
  MOMENT(
      "a moment",
      EnumSet.of(
          Operator.AT_LEAST,
          Operator.MORE_THAN,
          Operator.AT_MOST,
          Operator.LESS_THAN,
          Operator.BETWEEN,
          Operator.KNOWN,
          Operator.UNKNOWN)),
  TRUTH("yes or no", EnumSet.of(Operator.IS, Operator.KNOWN, Operator.UNKNOWN));

  private final String words;
  private final Set<Operator> operators;

  FieldType(String words, Set<Operator> operators) {
    this.words = words;
    this.operators = operators;
  }

  public String words() {
    return words;
  }

  /// The operators that make sense.
  public Set<Operator> operators() {
    return Set.copyOf(operators);
  }

  boolean takes(Operator operator) {
    return operators.contains(operator);
  }
}
