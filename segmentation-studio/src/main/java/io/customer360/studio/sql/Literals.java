package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.argument;
import static io.customer360.studio.sql.SqlTree.is;
import static io.customer360.studio.sql.SqlTree.isFunction;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads constants of a SQL tree as values of a rule.
final class Literals {
  private static final Pattern DAYS = Pattern.compile("(-?\\d{1,6}) *days?");
  private static final Set<String> NOWS =
      Set.of("now", "current_date", "today", "current_timestamp", "get_current_timestamp");

  private final ZoneId zone;

  Literals(ZoneId zone) {
    this.zone = zone;
  }

  /// The value, empty when it is none a rule can hold for a field of this type.
  Optional<Value> value(JsonNode node, Field field) {
    return switch (field.type()) {
      case TEXT -> text(node).map(Value.Text::new);
      case NUMBER -> number(node).map(Value.Number::new);
      case TRUTH ->
          isKind(node, "BOOLEAN")
              ? Optional.of(
                  new Value.Truth(node.path("literal").path("text").asText().equals("true")))
              : Optional.empty();
      case DATE, MOMENT -> time(node, field.type());
    };
  }

  static Optional<String> text(JsonNode node) {
    return isKind(node, "STRING")
        ? Optional.of(node.path("literal").path("text").asText())
        : Optional.empty();
  }

  static Optional<BigDecimal> number(JsonNode node) {
    if (isFunction(node, "-") && argument(node, 1).isMissingNode()) {
      return number(argument(node, 0)).map(BigDecimal::negate);
    }
    boolean numeric = is(node, "VALUE_CONSTANT") && !isKind(node, "STRING");
    if (!numeric || isKind(node, "BOOLEAN")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(node.path("literal").path("text").asText()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean isKind(JsonNode node, String kind) {
    return is(node, "VALUE_CONSTANT") && node.path("literal").path("kind").asText().equals(kind);
  }

  private Optional<Value> time(JsonNode node, FieldType type) {
    OptionalInt ago = daysAgo(node);
    if (ago.isPresent()) {
      return Optional.of(new Value.DaysAgo(ago.getAsInt()));
    }
    if (type == FieldType.DATE) {
      JsonNode inner = is(node, "OPERATOR_CAST") ? node.path("child") : node;
      return text(inner).flatMap(Literals::day).map(Value.Day::new);
    }
    return startOfDay(node).map(Value.Day::new);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /// The day that begins with this timestamp in the workspace's zone.
  Optional<LocalDate> startOfDay(JsonNode node) {
    JsonNode inner = is(node, "OPERATOR_CAST") ? node.path("child") : node;
    Optional<String> text = text(inner);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String iso = text.get().strip().replace(' ', 'T');
      LocalDateTime utc =
          iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
      Instant instant = utc.toInstant(ZoneOffset.UTC);
      ZonedDateTime local = instant.atZone(zone);
      boolean begins =
          local.toLocalDate().atStartOfDay(zone).toInstant().equals(instant)
              || local.toLocalTime().equals(LocalTime.MIDNIGHT);
      return begins ? Optional.of(local.toLocalDate()) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /// How many days before today: 0 for `as_of()`, 30 for `as_of() - interval 30 day`.
  static OptionalInt daysAgo(JsonNode node) {
    if (isNow(node)) {
      return OptionalInt.of(0);
    }
    int sign = isFunction(node, "-") ? 1 : isFunction(node, "+") ? -1 : 0;
    if (sign == 0 || !isNow(argument(node, 0))) {
      return OptionalInt.empty();
    }
    OptionalInt days = interval(argument(node, 1));
    return days.isPresent() ? OptionalInt.of(sign * days.getAsInt()) : days;
  }

  private static boolean isNow(JsonNode node) {
    if (isFunction(node, "as_of")) {
      return true;
    }
    if (is(node, "COLUMN_REF")) {
      return NOWS.contains(SqlTree.parts(node).getLast()) && SqlTree.parts(node).size() == 1;
    }
    if (is(node, "OPERATOR_CAST")) {
      return isNow(node.path("child"));
    }
    return node.path("class").asText().equals("FUNCTION")
        && NOWS.contains(node.path("function_name").asText())
        && !node.has("arguments");
  }

  private static OptionalInt interval(JsonNode node) {
    int days = isFunction(node, "to_days") ? 1 : isFunction(node, "to_weeks") ? 7 : 0;
    if (days > 0) {
      Optional<BigDecimal> number = innermost(argument(node, 0));
      return number.isPresent() && number.get().scale() <= 0
          ? OptionalInt.of(days * number.get().intValue())
          : OptionalInt.empty();
    }
    if (is(node, "OPERATOR_CAST") && text(node.path("child")).isPresent()) {
      Matcher written = DAYS.matcher(text(node.path("child")).orElseThrow().strip());
      return written.matches()
          ? OptionalInt.of(Integer.parseInt(written.group(1)))
          : OptionalInt.empty();
    }
    Optional<BigDecimal> plain = number(node);
    return plain.isPresent() && plain.get().scale() <= 0
        ? OptionalInt.of(plain.get().intValue())
        : OptionalInt.empty();
  }

  private static Optional<BigDecimal> innermost(JsonNode node) {
    if (is(node, "OPERATOR_CAST")) {
      return innermost(node.path("child"));
    }
    if (isFunction(node, "trunc")) {
      return innermost(argument(node, 0));
    }
    return number(node);
  }
}
