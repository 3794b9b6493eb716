package io.customer360.governance;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.fault.WorkbenchException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The JSON Canonicalization Scheme of RFC 8785: keys sorted by UTF-16 code units, numbers in the
/// form of ECMAScript, no spaces, only the escapes that must be.
public final class CanonicalJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  /// Of a parsed document.
  public static String of(JsonNode node) {
    StringBuilder out = new StringBuilder(256);
    write(out, node);
    return out.toString();
  }

  /// Of text, numbers, booleans, null, lists and maps; anything else is written as its text.
  public static String of(@Nullable Object value) {
    StringBuilder out = new StringBuilder(256);
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey());
        out.append('{');
        for (int i = 0; i < members.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          string(out, members.get(i).getKey());
          out.append(':');
          write(out, members.get(i).getValue());
        }
        out.append('}');
      }
      case ARRAY -> {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          write(out, node.get(i));
        }
        out.append(']');
      }
      case NUMBER -> out.append(number(node.doubleValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL, MISSING -> out.append("null");
      case STRING, BINARY, POJO -> string(out, node.asText());
    }
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case JsonNode node -> write(out, node);
      case Boolean flag -> out.append(flag.booleanValue());
      case BigDecimal amount -> out.append(number(amount.doubleValue()));
      case Number n -> out.append(number(n.doubleValue()));
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
          if (!first) {
            out.append(',');
          }
          first = false;
          string(out, entry.getKey());
          out.append(':');
          write(out, entry.getValue());
        }
        out.append('}');
      }
      case Collection<?> items -> {
        out.append('[');
        boolean first = true;
        for (Object item : items) {
          if (!first) {
            out.append(',');
          }
          first = false;
          write(out, item);
        }
        out.append(']');
      }
      default -> string(out, value.toString());
    }
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text).append('"');
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
          } else if (Character.isSurrogate(c)) {
            i = surrogate(out, text, i);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static int surrogate(StringBuilder out, String text, int i) {
    if (!Character.isHighSurrogate(text.charAt(i))
        || i + 1 >= text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1))) {
      throw WorkbenchException.data(
          "C360-GOV-010",
          "A text holds half of a surrogate pair at position "
              + i
              + " and has no canonical form. Mend the text in its source.");
    }
    out.append(text.charAt(i)).append(text.charAt(i + 1));
    return i + 1;
  }

  /// A number as ECMAScript's `Number::toString` writes it.
  ///
  /// `Double.toString` gives the shortest digits that identify the double (since JDK 19); only
  /// their arrangement differs.
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw WorkbenchException.data(
          "C360-GOV-011", "A number is not finite and has no canonical form.");
    }
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    if (exact.precision() == 2) {
      // Java asks for two digits where one may do: 4.9E-324 is 5e-324.
      BigDecimal one = exact.round(new MathContext(1, RoundingMode.HALF_UP));
      exact = one.doubleValue() == Math.abs(value) ? one.stripTrailingZeros() : exact;
    }
    String digits = exact.unscaledValue().toString();
    int k = digits.length();
    int n = k - exact.scale();
    StringBuilder out = new StringBuilder(k + 8);
    if (value < 0) {
      out.append('-');
    }
    if (k <= n && n <= 21) {
      out.append(digits).repeat('0', n - k);
    } else if (0 < n && n <= 21) {
      out.append(digits, 0, n).append('.').append(digits, n, k);
    } else if (-6 < n && n <= 0) {
      out.append("0.").repeat('0', -n).append(digits);
    } else {
      out.append(digits.charAt(0));
      if (k > 1) {
        out.append('.').append(digits, 1, k);
      }
      int e = n - 1;
      out.append('e').append(e < 0 ? '-' : '+').append(Math.abs(e));
    }
    return out.toString();
  }
}
