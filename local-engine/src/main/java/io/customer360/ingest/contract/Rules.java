package io.customer360.ingest.contract;

import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.ingest.value.ValueGuess;
import io.customer360.ingest.value.Words;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Compiles a contract to SQL conditions, the plainest first: a wrong type is said before the range
/// it cannot be in.
public final class Rules {
  /// Clocks of shops run ahead, and zones are mixed up: what is less than a day ahead is not called
  /// the future.
  private static final Duration GRACE = Duration.ofDays(1);

  private Rules() {}

  /// @param present canonical columns the mapping fills; the rules of others cannot be broken
  /// @param waived fields whose range or reference does not hold for this file
  public static List<Rule> compile(
      ContractSpec contract, Set<String> present, Set<String> waived, Instant now) {
    List<Rule> rules = new ArrayList<>();
    for (ContractSpec.Field field : contract.fields()) {
      if (present.contains(field.name())) {
        Canonical.Column column = contract.dataset().column(field.name()).orElseThrow();
        rules.addAll(of(field, column, waived.contains(field.name()), now));
      }
    }
    return List.copyOf(rules);
  }

  private static List<Rule> of(
      ContractSpec.Field field, Canonical.Column column, boolean waived, Instant now) {
    List<Rule> rules = new ArrayList<>();
    String name = Sql.identifier(field.name());
    if (!column.type().equals("VARCHAR")) {
      rules.add(
          rule(
              field,
              Rule.Kind.TYPE,
              typeWords(column.type()),
              TypedSelect.text(field.name()) + " is not null and " + name + " is null"));
    }
    if (field.required()) {
      rules.add(rule(field, Rule.Kind.REQUIRED, "must be there", name + " is null"));
    }
    if (!waived && (field.min() != null || field.max() != null)) {
      rules.add(rule(field, Rule.Kind.RANGE, rangeWords(field), unless(field, range(field))));
    }
    if (field.after() != null) {
      rules.add(
          rule(
              field,
              Rule.Kind.AFTER,
              "must be after " + field.after(),
              name + " < cast(" + Sql.literal(field.after()) + " as " + column.type() + ")"));
    }
    if (field.notInFuture()) {
      rules.add(
          rule(
              field,
              Rule.Kind.NOT_IN_FUTURE,
              "not in the future",
              name + " > cast(" + Sql.literal(latest(now)) + " as timestamp)"));
    }
    if (field.codes() != null) {
      rules.add(
          rule(
              field,
              Rule.Kind.CODES,
              field.codes().toUpperCase(Locale.ROOT).replace('-', ' ') + " code",
              "upper(" + name + ") not in (" + literals(codes(field.codes())) + ")"));
    }
    if (!field.oneOf().isEmpty()) {
      rules.add(
          rule(
              field,
              Rule.Kind.ONE_OF,
              "one of " + String.join(", ", field.oneOf()),
              name + " not in (" + literals(field.oneOf()) + ")"));
    }
    if (field.pattern() != null) {
      boolean email = field.pattern().equals("email");
      rules.add(
          rule(
              field,
              Rule.Kind.PATTERN,
              email ? "valid address" : "must look like " + field.pattern(),
              unless(
                  field,
                  "not regexp_full_match("
                      + name
                      + ", "
                      + Sql.literal(email ? ValueGuess.EMAIL : field.pattern())
                      + ")")));
    }
    if (field.known() != null && !waived) {
      int point = field.known().indexOf('.');
      String dataset = field.known().substring(0, point);
      String key = Sql.identifier(field.known().substring(point + 1));
      rules.add(
          rule(
              field,
              Rule.Kind.KNOWN,
              "known " + dataset,
              name
                  + " is not null and "
                  + name
                  + " not in (select "
                  + key
                  + " from bronze."
                  + Sql.identifier(dataset)
                  + " where "
                  + key
                  + " is not null)"));
    }
    return rules;
  }

  private static Rule rule(ContractSpec.Field field, Rule.Kind kind, String words, String broken) {
    return new Rule(field.name(), kind, words, broken);
  }

  private static String range(ContractSpec.Field field) {
    String name = Sql.identifier(field.name());
    List<String> sides = new ArrayList<>();
    if (field.min() != null) {
      sides.add(name + " < " + plain(field.min()));
    }
    if (field.max() != null) {
      sides.add(name + " > " + plain(field.max()));
    }
    return "(" + String.join(" or ", sides) + ")";
  }

  private static String unless(ContractSpec.Field field, String condition) {
    return field.unless() == null ? condition : condition + " and not (" + field.unless() + ")";
  }

  private static String rangeWords(ContractSpec.Field field) {
    Double min = field.min();
    Double max = field.max();
    if (min == null) {
      return "must be at most " + Words.number(max == null ? 0 : max);
    }
    return max == null
        ? min == 0 ? "must not be negative" : "must be at least " + Words.number(min)
        : "must be " + Words.number(min) + " to " + Words.number(max);
  }

  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(value).toPlainString();
  }

  private static String typeWords(String type) {
    return switch (type) {
      case "DATE" -> "must be a date";
      case "TIMESTAMP" -> "must be a date and time";
      case "INTEGER", "BIGINT" -> "must be a whole number";
      case "JSON" -> "must be JSON";
      default -> "must be a number";
    };
  }

  /// The last moment that is not the future, as SQL writes it.
  static String latest(Instant now) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
        .format(LocalDateTime.ofInstant(now.plus(GRACE), ZoneOffset.UTC));
  }

  static Set<String> codes(String list) {
    return switch (list) {
      case "iso-4217" -> {
        Set<String> codes = new TreeSet<>();
        Currency.getAvailableCurrencies().forEach(c -> codes.add(c.getCurrencyCode()));
        yield codes;
      }
      case "iso-3166" -> new TreeSet<>(List.of(Locale.getISOCountries()));
      default -> throw Faults.contract(list, "there is no such code list");
    };
  }

  private static String literals(Iterable<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add(Sql.literal(value)));
    return String.join(", ", quoted);
  }
}
