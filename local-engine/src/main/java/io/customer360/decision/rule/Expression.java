package io.customer360.decision.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tree of an expression. Values are `Double`, `String`, `Boolean`, `List<String>`, or null for
/// unknown; logic is three-valued.
sealed interface Expression {
  FactType type();

  @Nullable Object value(Facts facts);

  void collect(Set<String> names);

  default Set<String> uses() {
    Set<String> names = new LinkedHashSet<>();
    collect(names);
    return names;
  }

  record Constant(FactType type, Object constant) implements Expression {
    @Override
    public Object value(Facts facts) {
      return constant;
    }

    @Override
    public void collect(Set<String> names) {}
  }

  record Name(Vocabulary.Fact fact) implements Expression {
    @Override
    public FactType type() {
      return fact.type();
    }

    @Override
    public @Nullable Object value(Facts facts) {
      Object value = facts.value(fact.name());
      // A list nobody is on is empty, not unknown.
      return value == null && fact.type() == FactType.LIST ? List.of() : value;
    }

    @Override
    public void collect(Set<String> names) {
      names.add(fact.name());
    }
  }

  record Arithmetic(char operator, Expression left, Expression right) implements Expression {
    @Override
    public FactType type() {
      return FactType.NUMBER;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      if (!(left.value(facts) instanceof Double a) || !(right.value(facts) instanceof Double b)) {
        return null;
      }
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> b == 0 ? null : (Object) (a / b);
        case 'm' -> Math.min(a, b);
        case 'M' -> Math.max(a, b);
        default -> throw new IllegalStateException("Operator " + operator);
      };
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }
  }

  /// @param operator `==`, `!=`, `<`, `<=`, `>`, `>=`
  record Comparison(String operator, Expression left, Expression right) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      Object a = left.value(facts);
      Object b = right.value(facts);
      if (a == null || b == null) {
        return null;
      }
      if (a instanceof Double x && b instanceof Double y) {
        int order = x.compareTo(y);
        return switch (operator) {
          case "==" -> order == 0;
          case "!=" -> order != 0;
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          case ">=" -> order >= 0;
          default -> throw new IllegalStateException("Operator " + operator);
        };
      }
      return operator.equals("==") == a.equals(b);
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }
  }

  /// `x in ['a', 'b']`.
  record OneOf(Expression item, List<Object> options, boolean negated) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      Object value = item.value(facts);
      return value == null ? null : (Object) (options.contains(value) != negated);
    }

    @Override
    public void collect(Set<String> names) {
      item.collect(names);
    }
  }

  /// `'loyal' in segments`.
  record Member(Expression item, Expression list, boolean negated) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      Object value = item.value(facts);
      return value == null || !(list.value(facts) instanceof List<?> items)
          ? null
          : (Object) (items.contains(value) != negated);
    }

    @Override
    public void collect(Set<String> names) {
      item.collect(names);
      list.collect(names);
    }
  }

  record Presence(Expression item, boolean present) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public Object value(Facts facts) {
      Object value = item.value(facts);
      boolean there = value != null && !(value instanceof String text && text.isBlank());
      return there == present;
    }

    @Override
    public void collect(Set<String> names) {
      item.collect(names);
    }
  }

  record Not(Expression inner) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      return inner.value(facts) instanceof Boolean flag ? (Object) !flag : null;
    }

    @Override
    public void collect(Set<String> names) {
      inner.collect(names);
    }
  }

  /// `and` or `or` over two or more parts.
  record Logic(boolean all, List<Expression> parts) implements Expression {
    @Override
    public FactType type() {
      return FactType.YES_NO;
    }

    @Override
    public @Nullable Object value(Facts facts) {
      boolean unknown = false;
      for (Expression part : parts) {
        if (part.value(facts) instanceof Boolean flag) {
          if (flag != all) {
            return flag;
          }
        } else {
          unknown = true;
        }
      }
      return unknown ? null : (Object) all;
    }

    @Override
    public void collect(Set<String> names) {
      parts.forEach(part -> part.collect(names));
    }
  }
}
