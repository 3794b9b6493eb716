package io.customer360.ui.profile;

import io.customer360.profile.DomainView;
import io.customer360.profile.ProfileHit;
import io.customer360.profile.ValueKind;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Tone;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.text.Phones;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stored words as people read them, and their icons.
final class Words {
  private Words() {}

  /// `at-risk` as `At risk`, `web_shop` as `Web shop`.
  static String plain(String stored) {
    String spaced = stored.replace('-', ' ').replace('_', ' ').strip();
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  static String lower(String stored) {
    return stored.replace('-', ' ').replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }

  /// A source system's short name in words.
  static String source(String source) {
    return switch (source) {
      case "crm" -> "CRM";
      case "pos" -> "Point of sale";
      case "email", "e-mail" -> "E-mail";
      case "servicedesk" -> "Service desk";
      case "sms" -> "SMS";
      case "web", "webshop", "shop", "store_web" -> "Web shop";
      default -> plain(source);
    };
  }

  static String sourceIcon(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return name.contains("crm")
        ? "fth-briefcase"
        : name.contains("pos")
            ? "fth-shopping-cart"
            : name.contains("mail") || name.contains("messag")
                ? "fth-mail"
                : name.contains("app")
                    ? "fth-smartphone"
                    : name.contains("loyal")
                        ? "fth-award"
                        : name.contains("desk") || name.contains("service")
                            ? "fth-life-buoy"
                            : "fth-globe";
  }

  /// Purposes and channels the workbench has words for; others are shown as stored.
  static String purpose(String stored) {
    return switch (stored) {
      case "service", "marketing", "profiling", "sharing" ->
          Messages.text("profile.purpose." + stored);
      default -> plain(stored);
    };
  }

  static String channel(String stored) {
    return switch (stored) {
      case "email", "sms", "phone", "post", "app" -> Messages.text("profile.channel." + stored);
      default -> plain(stored);
    };
  }

  static String channelIcon(@Nullable String channel) {
    return switch (channel == null ? "" : channel) {
      case "call", "phone" -> "fth-phone";
      case "email" -> "fth-mail";
      case "sms" -> "fth-message-circle";
      case "post" -> "fth-gift";
      case "push", "app" -> "fth-smartphone";
      default -> "fth-award";
    };
  }

  static String lifecycleIcon(String lifecycle) {
    return switch (lifecycle) {
      case "at-risk", "churned" -> "fth-trending-down";
      case "new" -> "fth-star";
      case "prospect" -> "fth-user-plus";
      default -> "fth-activity";
    };
  }

  static Tone lifecycleTone(String lifecycle) {
    return lifecycle.equals("at-risk") || lifecycle.equals("churned") ? Tone.WARN : Tone.NORMAL;
  }

  static Tone tone(io.customer360.profile.timeline.Tone tone) {
    return switch (tone) {
      case NORMAL -> Tone.NORMAL;
      case GOOD -> Tone.GOOD;
      case BAD -> Tone.BAD;
      case WARN -> Tone.WARN;
    };
  }

  /// `C-004711, Leeds, at risk, high value`
  static String facts(ProfileHit hit) {
    String tier = hit.valueTier();
    String lifecycle = hit.lifecycle();
    return Stream.of(
            hit.customerId(),
            hit.city(),
            lifecycle == null ? null : lower(lifecycle),
            tier == null ? null : Messages.text("profile.value-tier." + lower(tier)))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /// A value of the golden record as people write it: dates in words, British numbers in groups.
  static String golden(Formats formats, String field, String value) {
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      try {
        return formats.dateLong(LocalDate.parse(value));
      } catch (java.time.DateTimeException notADay) {
        return value;
      }
    }
    return field.contains("phone") ? Phones.grouped(value) : value;
  }

  /// A cell of a domain table: codes of the lake in words, whatever a person or a system wrote as
  /// it is.
  static String cell(Formats formats, DomainView.Column column, @Nullable Object value) {
    if (value instanceof LocalDate day && column.label().equals("Month")) {
      return formats.month(day);
    }
    String text = value(formats, value, column.kind());
    return column.kind() == ValueKind.TEXT ? text(column.label(), text) : text;
  }

  /// A fact above a domain table; money in whole units, as in the header.
  static String fact(Formats formats, DomainView.Fact fact) {
    return fact.kind() == ValueKind.MONEY && fact.value() instanceof BigDecimal money
        ? formats.money(money)
        : fact.kind() == ValueKind.TEXT
            ? text(fact.label(), value(formats, fact.value(), ValueKind.TEXT))
            : value(formats, fact.value(), fact.kind());
  }

  private static String text(String label, String text) {
    if (label.contains("hone")) {
      return Phones.grouped(text);
    }
    if (label.equals("Matched with")) {
      return text.substring(text.indexOf(':') + 1);
    }
    boolean code =
        text.matches("[a-z]+([ _-][a-z]+)*") && !Personal.column(label) && !label.equals("Subject");
    return code ? source(text) : text;
  }

  /// A cell of a domain table or a fact above it.
  static String value(Formats formats, @Nullable Object value, ValueKind kind) {
    if (value == null) {
      return "";
    }
    return switch (kind) {
      case TEXT -> String.valueOf(value);
      case COUNT -> formats.count(((Number) value).longValue());
      case NUMBER -> formats.number(((Number) value).doubleValue(), 2);
      case SHARE -> formats.share(((Number) value).doubleValue());
      case MONEY -> formats.moneyExact((BigDecimal) value);
      case DATE -> formats.date((LocalDate) value);
      case TIME -> formats.dateTime((Instant) value);
    };
  }
}
