package io.customer360.profile;

import io.customer360.profile.consent.ConsentCell;
import io.customer360.profile.timeline.TimelineEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a [UnifiedContext] as canonical JSON. Members are sorted, absent values are `null`, times
/// are ISO 8601 in UTC, and money is text with its two decimals so that no reader rounds it.
final class ContextJson {
  private ContextJson() {}

  static String write(UnifiedContext context) {
    StringBuilder out = new StringBuilder(4096);
    value(out, tree(context));
    return out.toString();
  }

  private static Map<String, @Nullable Object> tree(UnifiedContext context) {
    Map<String, @Nullable Object> root = new TreeMap<>();
    root.put("customer_id", context.customerId());
    root.put("as_of", context.asOf());
    root.put("person", person(context.person()));
    root.put("statistics", statistics(context.statistics()));
    root.put("events", context.events().stream().map(ContextJson::event).toList());
    root.put("scores", context.scores().stream().map(ContextJson::score).toList());
    root.put("consents", context.consents().stream().map(ContextJson::consent).toList());
    root.put("segments", context.segments().stream().map(ContextJson::segment).toList());
    Trust trust = context.trust();
    root.put("trust", trust == null ? null : trust(trust));
    return root;
  }

  private static Map<String, @Nullable Object> person(UnifiedContext.Person person) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("name", person.name());
    node.put("first_name", person.firstName());
    node.put("city", person.city());
    node.put("country", person.country());
    node.put("zone", person.zone());
    node.put("has_email", person.hasEmail());
    node.put("has_phone", person.hasPhone());
    node.put("has_address", person.hasAddress());
    node.put("customer_since", person.customerSince());
    return node;
  }

  private static Map<String, @Nullable Object> statistics(UnifiedContext.Statistics figures) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("lifecycle", figures.lifecycle());
    node.put("value_tier", figures.valueTier());
    node.put("tier", figures.tier());
    node.put("points", figures.points());
    node.put("points_to_next", figures.pointsToNext());
    node.put("points_expire_on", figures.pointsExpireOn());
    node.put("orders", figures.orders());
    node.put("orders_12m", figures.orders12m());
    node.put("revenue", figures.revenue());
    node.put("revenue_12m", figures.revenue12m());
    node.put("margin", figures.margin());
    node.put("margin_12m", figures.margin12m());
    node.put("first_order_at", figures.firstOrderAt());
    node.put("last_order_at", figures.lastOrderAt());
    node.put("days_since_order", figures.daysSinceOrder());
    node.put("usual_gap_days", figures.usualGapDays());
    node.put("favourite_channel", figures.favouriteChannel());
    node.put("favourite_category", figures.favouriteCategory());
    node.put("late_deliveries_60d", figures.lateDeliveries60d());
    node.put("open_tickets", figures.openTickets());
    node.put("last_rating", figures.lastRating());
    node.put("last_email_open_at", figures.lastEmailOpenAt());
    return node;
  }

  private static Map<String, @Nullable Object> event(TimelineEntry entry) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("at", entry.at());
    node.put("domain", entry.domain().stored());
    node.put("kind", entry.kind());
    node.put("channel", entry.channel());
    node.put("title", entry.title());
    node.put("detail", entry.detail());
    node.put("amount", entry.amount());
    node.put("ref", entry.ref());
    node.put("tone", entry.tone().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static Map<String, @Nullable Object> score(UnifiedContext.Score score) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("model", score.model());
    node.put("score", score.score());
    node.put("low", score.low());
    node.put("high", score.high());
    node.put("confidence", score.confidence());
    node.put("version", score.version());
    node.put("as_of", score.asOf());
    return node;
  }

  private static Map<String, @Nullable Object> consent(ConsentCell cell) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("purpose", cell.purpose());
    node.put("channel", cell.channel());
    node.put("status", cell.status().stored());
    node.put("recorded_at", cell.recordedAt());
    node.put("source", cell.source());
    return node;
  }

  private static Map<String, @Nullable Object> segment(SegmentSince segment) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("segment", segment.segment());
    node.put("since", segment.since());
    return node;
  }

  private static Map<String, @Nullable Object> trust(Trust trust) {
    Map<String, @Nullable Object> node = new TreeMap<>();
    node.put("trust", trust.trust());
    node.put("reliability", trust.reliability());
    node.put("freshness", trust.freshness());
    node.put("agreement", trust.agreement());
    node.put("completeness", trust.completeness());
    return node;
  }

  private static void value(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> node -> {
        char separator = '{';
        for (var member : node.entrySet()) {
          out.append(separator);
          text(out, String.valueOf(member.getKey()));
          out.append(':');
          value(out, member.getValue());
          separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
      }
      case List<?> items -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          value(out, items.get(i));
        }
        out.append(']');
      }
      case Boolean flag -> out.append(flag.booleanValue());
      case Double number -> number(out, number);
      case BigDecimal money -> text(out, money.setScale(2, RoundingMode.HALF_EVEN).toPlainString());
      case Number whole -> out.append(whole.longValue());
      case Instant moment -> text(out, moment.toString());
      default -> text(out, value.toString());
    }
  }

  /// The numbers of a context are scores and gaps between 1e-7 and 1e21, for which ECMAScript's
  /// shortest form (asked for by RFC 8785) is Java's without the exponent and a trailing `.0`.
  private static void number(StringBuilder out, double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      out.append("null");
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      out.append((long) number);
    } else {
      out.append(new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString());
    }
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
