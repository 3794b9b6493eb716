package io.customer360.decision.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads an expression by recursive descent and checks its types as it goes.
final class RuleParser {
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "in", "is", "missing", "present", "true", "false", "min", "max");
  private static final int DEEPEST = 40;

  private final String text;
  private final Vocabulary vocabulary;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private enum Form {
    NUMBER,
    TEXT,
    WORD,
    SIGN,
    END
  }

  private record Token(Form form, String text, int position) {}

  RuleParser(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  Expression parse(FactType wanted) {
    scan();
    Expression expression = or();
    if (peek().form() != Form.END) {
      throw fault(peek(), "\"" + peek().text() + "\" is not expected");
    }
    require(expression, wanted, tokens.getFirst());
    return expression;
  }

  private Expression or() {
    List<Expression> parts = new ArrayList<>(List.of(and()));
    while (take("or")) {
      require(parts.getLast(), FactType.YES_NO, tokens.get(at - 1));
      parts.add(and());
    }
    return logic(parts, false);
  }

  private Expression and() {
    List<Expression> parts = new ArrayList<>(List.of(not()));
    while (take("and")) {
      require(parts.getLast(), FactType.YES_NO, tokens.get(at - 1));
      parts.add(not());
    }
    return logic(parts, true);
  }

  private Expression logic(List<Expression> parts, boolean all) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    require(parts.getLast(), FactType.YES_NO, tokens.get(at - 1));
    return new Expression.Logic(all, List.copyOf(parts));
  }

  private Expression not() {
    Token token = peek();
    if (take("not")) {
      deeper(token);
      Expression inner = not();
      depth--;
      require(inner, FactType.YES_NO, token);
      return new Expression.Not(inner);
    }
    return comparison();
  }

  private Expression comparison() {
    Expression left = sum();
    Token token = peek();
    if (take("is")) {
      if (take("missing")) {
        return new Expression.Presence(left, false);
      }
      if (take("present")) {
        return new Expression.Presence(left, true);
      }
      throw fault(peek(), "After \"is\" comes missing or present");
    }
    boolean negated =
        token.text().equals("not")
            && token.form() == Form.WORD
            && tokens.get(at + 1).text().equals("in");
    if (negated) {
      at++;
    }
    if (take("in")) {
      return in(left, negated, token);
    }
    if (token.form() == Form.SIGN
        && Set.of("==", "!=", "<", "<=", ">", ">=").contains(token.text())) {
      at++;
      Expression right = sum();
      boolean ordered = !token.text().equals("==") && !token.text().equals("!=");
      if (left.type() != right.type()) {
        throw fault(
            token, left.type().words() + " cannot be compared with " + right.type().words());
      }
      if (left.type() == FactType.LIST || (ordered && left.type() != FactType.NUMBER)) {
        throw fault(token, "\"" + token.text() + "\" does not work on " + left.type().words());
      }
      return new Expression.Comparison(token.text(), left, right);
    }
    return left;
  }

  private Expression in(Expression left, boolean negated, Token token) {
    if (!take("[")) {
      Expression list = primary();
      require(list, FactType.LIST, token);
      require(left, FactType.TEXT, token);
      return new Expression.Member(left, list, negated);
    }
    List<Object> options = new ArrayList<>();
    do {
      Token item = peek();
      Expression option = primary();
      if (!(option instanceof Expression.Constant constant)) {
        throw fault(item, "A list holds only numbers or texts");
      }
      if (constant.type() != left.type()) {
        throw fault(
            item, left.type().words() + " cannot be compared with " + constant.type().words());
      }
      options.add(constant.constant());
    } while (take(","));
    expect("]");
    return new Expression.OneOf(left, List.copyOf(options), negated);
  }

  private Expression sum() {
    Expression left = product();
    while (peek().form() == Form.SIGN && (is("+") || is("-"))) {
      Token sign = tokens.get(at++);
      left = arithmetic(sign.text().charAt(0), left, product(), sign);
    }
    return left;
  }

  private Expression product() {
    Expression left = primary();
    while (peek().form() == Form.SIGN && (is("*") || is("/"))) {
      Token sign = tokens.get(at++);
      left = arithmetic(sign.text().charAt(0), left, primary(), sign);
    }
    return left;
  }

  private Expression arithmetic(char operator, Expression left, Expression right, Token token) {
    require(left, FactType.NUMBER, token);
    require(right, FactType.NUMBER, token);
    return new Expression.Arithmetic(operator, left, right);
  }

  private Expression primary() {
    Token token = tokens.get(at++);
    deeper(token);
    Expression found = primary(token);
    depth--;
    return found;
  }

  private Expression primary(Token token) {
    return switch (token.form()) {
      case NUMBER -> new Expression.Constant(FactType.NUMBER, Double.valueOf(token.text()));
      case TEXT -> new Expression.Constant(FactType.TEXT, token.text());
      case WORD -> word(token);
      case SIGN -> sign(token);
      case END -> throw fault(token, "Something is missing at the end");
    };
  }

  private Expression sign(Token token) {
    if (token.text().equals("(")) {
      Expression inner = or();
      expect(")");
      return inner;
    }
    if (token.text().equals("-")) {
      Expression inner = primary();
      return arithmetic('-', new Expression.Constant(FactType.NUMBER, 0.0), inner, token);
    }
    throw fault(token, "\"" + token.text() + "\" is not expected");
  }

  private Expression word(Token token) {
    switch (token.text()) {
      case "true", "false" -> {
        return new Expression.Constant(FactType.YES_NO, token.text().equals("true"));
      }
      case "min", "max" -> {
        expect("(");
        Expression left = sum();
        expect(",");
        Expression right = sum();
        expect(")");
        return arithmetic(token.text().equals("min") ? 'm' : 'M', left, right, token);
      }
      default -> {
        if (WORDS.contains(token.text())) {
          throw fault(token, "\"" + token.text() + "\" is not expected");
        }
        return vocabulary
            .find(token.text())
            .<Expression>map(Expression.Name::new)
            .orElseThrow(
                () ->
                    fault(
                        token,
                        "\""
                            + token.text()
                            + "\" is not a known fact (nearest: "
                            + vocabulary.nearest(token.text())
                            + ")"));
      }
    }
  }

  private void deeper(Token token) {
    if (++depth > DEEPEST) {
      throw fault(token, "The expression is nested too deeply");
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean is(String wanted) {
    return peek().form() != Form.TEXT && peek().text().equals(wanted);
  }

  private boolean take(String wanted) {
    if (is(wanted)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String wanted) {
    if (!take(wanted)) {
      throw fault(peek(), "\"" + wanted + "\" is missing");
    }
  }

  private void require(Expression expression, FactType wanted, Token token) {
    if (expression.type() != wanted) {
      throw fault(token, "Needs " + wanted.words() + ", and this is " + expression.type().words());
    }
  }

  private RuleException fault(Token token, String problem) {
    return new RuleException(text, token.position(), problem);
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int start = i;
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c >= '0' && c <= '9') {
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
          i++;
        }
        String number = text.substring(start, i);
        if (number.chars().filter(d -> d == '.').count() > 1 || number.endsWith(".")) {
          throw new RuleException(text, start, "\"" + number + "\" is not a number");
        }
        tokens.add(new Token(Form.NUMBER, number, start));
      } else if (c == '\'') {
        int end = text.indexOf('\'', i + 1);
        if (end < 0) {
          throw new RuleException(text, start, "The text has no closing quote");
        }
        tokens.add(new Token(Form.TEXT, text.substring(i + 1, end), start));
        i = end + 1;
      } else if (c == '_' || Character.isLetter(c)) {
        while (i < text.length()
            && (text.charAt(i) == '_' || Character.isLetterOrDigit(text.charAt(i)))) {
          i++;
        }
        tokens.add(new Token(Form.WORD, text.substring(start, i), start));
      } else {
        boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '=' && "=!<>".indexOf(c) >= 0;
        if (!pair && "<>+-*/()[],".indexOf(c) < 0) {
          throw new RuleException(text, start, "\"" + c + "\" is not expected");
        }
        i += pair ? 2 : 1;
        tokens.add(new Token(Form.SIGN, text.substring(start, i), start));
      }
    }
    tokens.add(new Token(Form.END, "the end", text.length()));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
