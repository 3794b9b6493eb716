package io.customer360.profile.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.profile.SegmentSince;
import io.customer360.profile.Trust;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.consent.ConsentCell;
import io.customer360.profile.consent.ConsentStatus;
import io.customer360.profile.timeline.TimelineDomain;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a context back from its JSON. A missing field is told by name.
final class ContextFields {
  private final String file;

  ContextFields(String file) {
    this.file = file;
  }

  UnifiedContext context(JsonNode root) {
    JsonNode trust = root.path("trust");
    return new UnifiedContext(
        text(root, "customer_id"),
        Instant.parse(text(root, "as_of")),
        person(node(root, "person")),
        statistics(node(root, "statistics")),
        all(node(root, "events"), this::event),
        all(node(root, "scores"), this::score),
        all(node(root, "consents"), this::consent),
        all(
            node(root, "segments"),
            one -> new SegmentSince(text(one, "segment"), day(one, "since"))),
        trust.isObject() ? trust(trust) : null);
  }

  private static UnifiedContext.Person person(JsonNode node) {
    return new UnifiedContext.Person(
        words(node, "name"),
        words(node, "first_name"),
        words(node, "city"),
        words(node, "country"),
        words(node, "zone"),
        node.path("has_email").asBoolean(),
        node.path("has_phone").asBoolean(),
        node.path("has_address").asBoolean(),
        day(node, "customer_since"));
  }

  private UnifiedContext.Statistics statistics(JsonNode node) {
    return new UnifiedContext.Statistics(
        words(node, "lifecycle"),
        words(node, "value_tier"),
        words(node, "tier"),
        whole(node, "points"),
        whole(node, "points_to_next"),
        day(node, "points_expire_on"),
        node(node, "orders").asLong(),
        node(node, "orders_12m").asLong(),
        new BigDecimal(text(node, "revenue")),
        new BigDecimal(text(node, "revenue_12m")),
        new BigDecimal(text(node, "margin")),
        new BigDecimal(text(node, "margin_12m")),
        moment(node, "first_order_at"),
        moment(node, "last_order_at"),
        integer(node, "days_since_order"),
        number(node, "usual_gap_days"),
        words(node, "favourite_channel"),
        words(node, "favourite_category"),
        node(node, "late_deliveries_60d").asInt(),
        node(node, "open_tickets").asInt(),
        integer(node, "last_rating"),
        moment(node, "last_email_open_at"));
  }

  private TimelineEntry event(JsonNode node) {
    String amount = words(node, "amount");
    return new TimelineEntry(
        Instant.parse(text(node, "at")),
        TimelineDomain.of(text(node, "domain")),
        text(node, "kind"),
        words(node, "channel"),
        text(node, "title"),
        words(node, "detail"),
        amount == null ? null : new BigDecimal(amount),
        words(node, "ref"),
        Tone.valueOf(text(node, "tone").toUpperCase(Locale.ROOT)),
        null,
        null);
  }

  private UnifiedContext.Score score(JsonNode node) {
    return new UnifiedContext.Score(
        text(node, "model"),
        node(node, "score").asDouble(),
        number(node, "low"),
        number(node, "high"),
        number(node, "confidence"),
        words(node, "version"),
        moment(node, "as_of"));
  }

  private ConsentCell consent(JsonNode node) {
    return new ConsentCell(
        text(node, "purpose"),
        text(node, "channel"),
        ConsentStatus.of(text(node, "status")),
        moment(node, "recorded_at"),
        words(node, "source"),
        0);
  }

  private Trust trust(JsonNode node) {
    return new Trust(
        node(node, "trust").asDouble(),
        node(node, "reliability").asDouble(),
        node(node, "freshness").asDouble(),
        node(node, "agreement").asDouble(),
        node(node, "completeness").asDouble());
  }

  JsonNode node(JsonNode parent, String field) {
    JsonNode found = parent.get(field);
    if (found == null || found.isNull()) {
      throw PersonaFile.damaged(file, "field " + field + " is missing");
    }
    return found;
  }

  String text(JsonNode parent, String field) {
    return node(parent, field).asText();
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read) {
    List<T> found = new ArrayList<>();
    list.forEach(one -> found.add(read.apply(one)));
    return found;
  }

  private static @Nullable JsonNode known(JsonNode parent, String field) {
    JsonNode found = parent.get(field);
    return found == null || found.isNull() ? null : found;
  }

  private static @Nullable String words(JsonNode parent, String field) {
    JsonNode found = known(parent, field);
    return found == null ? null : found.asText();
  }

  private static @Nullable LocalDate day(JsonNode parent, String field) {
    String found = words(parent, field);
    return found == null ? null : LocalDate.parse(found);
  }

  private static @Nullable Instant moment(JsonNode parent, String field) {
    String found = words(parent, field);
    return found == null ? null : Instant.parse(found);
  }

  private static @Nullable Long whole(JsonNode parent, String field) {
    JsonNode found = known(parent, field);
    return found == null ? null : (Long) found.asLong();
  }

  private static @Nullable Integer integer(JsonNode parent, String field) {
    JsonNode found = known(parent, field);
    return found == null ? null : (Integer) found.asInt();
  }

  private static @Nullable Double number(JsonNode parent, String field) {
    JsonNode found = known(parent, field);
    return found == null ? null : (Double) found.asDouble();
  }
}
