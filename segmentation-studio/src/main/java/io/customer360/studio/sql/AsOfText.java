package io.customer360.studio.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The data's today in SQL text: `as_of()` for reading and editing, a literal for running.
public final class AsOfText {
  static final String CALL = "as_of()";

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private AsOfText() {}

  /// A UTC timestamp literal.
  public static String literal(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return "timestamp '" + (utc.getNano() == 0 ? SECONDS : MICROS).format(utc) + "'";
  }

  /// The text with every `as_of()` outside of quotes and comments replaced.
  public static String filled(String sql, Instant asOf) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end;
      if (c == '\'' || c == '"') {
        end = sql.indexOf(c, at + 1);
        end = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("--", at)) {
        end = sql.indexOf('\n', at);
        end = end < 0 ? sql.length() : end;
      } else if (sql.startsWith(CALL, at)
          && (at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1)))) {
        out.append(literal(asOf));
        at += CALL.length();
        continue;
      } else {
        end = at + 1;
      }
      out.append(sql, at, end);
      at = end;
    }
    return out.toString();
  }
}
