package io.customer360.lakehouse;

/// The one place where names and values become SQL text. Values are bound wherever a statement can
/// bind them; literals are for what cannot be bound (DDL, table functions, `COPY`).
public final class Sql {
  private Sql() {}

  /// A name in quotes: `a"b` becomes `"a""b"`.
  public static String identifier(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name cannot hold a zero character");
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A dotted name, each part in quotes: `gold.customer` becomes `"gold"."customer"`.
  public static String table(String dotted) {
    StringBuilder out = new StringBuilder();
    for (String part : dotted.split("\\.", -1)) {
      if (!out.isEmpty()) {
        out.append('.');
      }
      out.append(identifier(part));
    }
    return out.toString();
  }

  /// A text value in quotes: `it's` becomes `'it''s'`.
  public static String literal(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text value cannot hold a zero character");
    }
    return '\'' + value.replace("'", "''") + '\'';
  }
}
