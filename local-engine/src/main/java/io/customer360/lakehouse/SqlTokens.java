package io.customer360.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts SQL text into tokens, leaving comments and white space out. It knows quoted names, strings,
/// dollar quotes, nested comments and numbers; it does not judge.
final class SqlTokens {
  /// What a token is.
  enum Type {
    /// A bare name or keyword, as written.
    WORD,
    /// A name in double quotes, quotes removed.
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL
  }

  /// A token and where it starts, counted from 0.
  record Token(Type type, String text, int position) {
    boolean isName() {
      return type == Type.WORD || type == Type.QUOTED;
    }

    boolean isWord(String word) {
      return type == Type.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
      return type == Type.SYMBOL && text.equals(symbol);
    }

    /// Names are compared without case, as the database does.
    String folded() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int start;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    tokens.scan();
    return List.copyOf(tokens.tokens);
  }

  private void scan() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        skipTo(sql.indexOf('\n', at));
      } else if (sql.startsWith("/*", at)) {
        skipBlock();
      } else if (c == '\'') {
        boolean escapes = escapeString();
        add(Type.STRING, quoted('\'', escapes));
      } else if (c == '"') {
        add(Type.QUOTED, quoted('"', false));
      } else if (c == '$' && dollarTag() != null) {
        dollarQuoted();
      } else if (Character.isDigit(c)) {
        number();
      } else if (Character.isLetter(c) || c == '_') {
        word();
      } else {
        tokens.add(new Token(Type.SYMBOL, String.valueOf(c), at));
        at++;
      }
    }
  }

  private void add(Type type, String text) {
    tokens.add(new Token(type, text, start));
  }

  private void skipTo(int end) {
    at = end < 0 ? sql.length() : end;
  }

  private void skipBlock() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  /// `E'...'`: the letter was read as a word just before the quote.
  private boolean escapeString() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    boolean escapes = last.isWord("e") && last.position() == at - 1;
    if (escapes) {
      tokens.removeLast();
    }
    return escapes;
  }

  private String quoted(char quote, boolean escapes) {
    start = at;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (escapes && c == '\\' && at + 1 < sql.length()) {
        text.append(sql.charAt(at + 1));
        at += 2;
      } else if (c != quote) {
        text.append(c);
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
        text.append(quote);
        at += 2;
      } else {
        at++;
        break;
      }
    }
    return text.toString();
  }

  private @Nullable String dollarTag() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean tag =
        end < sql.length()
            && sql.charAt(end) == '$'
            && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
    return tag ? sql.substring(at, end + 1) : null;
  }

  private void dollarQuoted() {
    String tag = Objects.requireNonNull(dollarTag());
    start = at;
    int from = at + tag.length();
    int end = sql.indexOf(tag, from);
    String text = sql.substring(from, end < 0 ? sql.length() : end);
    at = end < 0 ? sql.length() : end + tag.length();
    add(Type.STRING, text);
  }

  private void number() {
    start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at))
            || sql.charAt(at) == '_'
            || (sql.charAt(at) == '.'
                && at + 1 < sql.length()
                && Character.isDigit(sql.charAt(at + 1))))) {
      at++;
    }
    add(Type.NUMBER, sql.substring(start, at));
  }

  private void word() {
    start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at))
            || sql.charAt(at) == '_'
            || sql.charAt(at) == '$')) {
      at++;
    }
    add(Type.WORD, sql.substring(start, at));
  }
}
