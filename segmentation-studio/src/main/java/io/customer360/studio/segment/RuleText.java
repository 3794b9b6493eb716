package io.customer360.studio.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.util.List;
import java.util.Locale;

/// A rule tree as the YAML (or JSON) of a segment's text. [RuleReader] reads it back.
///
/// ```yaml
/// all:
///   - {field: tier, is: [Gold, Silver]}
///   - {events: orders, where: [{field: revenue, more_than: 100}], last_days: 90, at_least: 2}
///   - none:
///       - {segment: active-win-back}
/// ```
public final class RuleText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RuleText() {}

  public static ObjectNode of(Rule rule) {
    ObjectNode node = NODES.objectNode();
    switch (rule) {
      case Rule.Group group -> {
        ArrayNode rules = node.putArray(group.combination().name().toLowerCase(Locale.ROOT));
        group.rules().forEach(child -> rules.add(of(child)));
      }
      case Rule.Attribute attribute -> {
        node.put("field", attribute.field());
        comparison(node, attribute.comparison());
      }
      case Rule.Behaviour behaviour -> {
        occurrence(node, behaviour.occurrence());
        Measure measure = behaviour.measure();
        if (!measure.equals(Measure.COUNT)) {
          node.put(
              "measure",
              measure.kind().key() + (measure.field().isEmpty() ? "" : " " + measure.field()));
        }
        comparison(node, behaviour.comparison());
      }
      case Rule.Sequence sequence -> {
        ObjectNode parts = node.putObject("sequence");
        occurrence(parts.putObject("first"), sequence.first());
        occurrence(parts.putObject(sequence.followed() ? "then" : "then_not"), sequence.then());
        parts.put("within_days", sequence.withinDays());
      }
      case Rule.Membership membership -> node.put("segment", membership.segment());
      case Rule.Consent consent -> consent(node, consent);
      case Rule.Expression expression -> {
        node.put("sql", expression.sql());
        if (!expression.why().isEmpty()) {
          node.put("why", expression.why());
        }
      }
      case Rule.Off off -> node.set("off", of(off.rule()));
    }
    return node;
  }

  private static void consent(ObjectNode node, Rule.Consent consent) {
    node.put("consent", consent.purpose());
    String channel = consent.channel();
    if (channel != null) {
      node.put("channel", channel);
    }
    node.put("status", status(consent.status()));
  }

  private static String status(ConsentStatus status) {
    return switch (status) {
      case YES -> "given";
      case NO -> "refused";
      case NOT_ASKED -> "not_asked";
    };
  }

  private static void occurrence(ObjectNode node, Occurrence occurrence) {
    node.put("events", occurrence.events());
    if (!occurrence.details().isEmpty()) {
      ArrayNode where = node.putArray("where");
      for (Occurrence.Detail detail : occurrence.details()) {
        ObjectNode one = where.addObject();
        one.put("field", detail.field());
        comparison(one, detail.comparison());
      }
    }
    switch (occurrence.window()) {
      case Window.Anytime any -> {}
      case Window.LastDays last -> node.put("last_days", last.days());
      case Window.Before before -> node.put("before_days", before.days());
      case Window.Since since -> node.put("from", since.from().toString());
      case Window.Between between -> {
        node.put("from", between.from().toString());
        node.put("to", between.to().toString());
      }
    }
  }

  private static void comparison(ObjectNode node, Comparison comparison) {
    String key = comparison.operator().key();
    List<Value> values = comparison.values();
    if (values.isEmpty()) {
      node.put(comparison.operator().key(), true);
    } else if (values.size() == 1) {
      node.set(key, value(values.getFirst()));
    } else {
      ArrayNode all = node.putArray(key);
      values.forEach(one -> all.add(value(one)));
    }
  }

  private static JsonNode value(Value value) {
    return switch (value) {
      case Value.Text text -> NODES.textNode(text.text());
      case Value.Number number -> NODES.numberNode(number.number());
      case Value.Truth truth -> NODES.booleanNode(truth.truth());
      case Value.Day day -> NODES.objectNode().put("day", day.day().toString());
      case Value.DaysAgo ago -> NODES.objectNode().put("days_ago", ago.days());
      case Value.Multiple multiple ->
          NODES.objectNode().put("times", multiple.factor()).put("field", multiple.field());
    };
  }
}
