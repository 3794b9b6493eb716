package io.customer360.studio.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.field.Near;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Reads a rule tree from YAML or JSON. A fault names the text, the rule's place and what is near.
public final class RuleReader {
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::key).toList();
  private static final Set<String> OCCURRENCE =
      Set.of("events", "where", "last_days", "before_days", "from", "to");

  private final String text;

  /// @param text the name of the text, for messages: `segments/loyal.yaml`
  public RuleReader(String text) {
    this.text = text;
  }

  public Rule read(JsonNode node) {
    return rule(node, "");
  }

  private Rule rule(JsonNode node, String place) {
    if (!node.isObject()) {
      throw fault(
          place,
          "a rule has a key: all, any, none, field, events, sequence, segment,"
              + " consent, sql or off");
    }
    try {
      for (Combination combination : Combination.values()) {
        String key = combination.name().toLowerCase(Locale.ROOT);
        if (node.has(key)) {
          only(node, place, Set.of(key));
          return group(combination, node.path(key), place);
        }
      }
      if (node.has("off")) {
        return new Rule.Off(rule(node.path("off"), RuleTree.child(place, 0)));
      }
      if (node.has("events")) {
        return behaviour(node, place);
      }
      if (node.has("sequence")) {
        return sequence(node.path("sequence"), place);
      }
      if (node.has("segment")) {
        return new Rule.Membership(node.path("segment").asText());
      }
      if (node.has("consent")) {
        return consent(node, place);
      }
      if (node.has("sql")) {
        return new Rule.Expression(node.path("sql").asText(), node.path("why").asText(""));
      }
      if (node.has("field")) {
        only(node, place, withOperators(Set.of("field")));
        return new Rule.Attribute(node.path("field").asText(), comparison(node, place));
      }
    } catch (WorkbenchException wrong) {
      throw wrong.code().equals("C360-SEG-020") ? fault(place, wrong.plain()) : wrong;
    }
    throw fault(
        place,
        "a rule has one of all, any, none, field, events, sequence, segment,"
            + " consent, sql, off; not "
            + keys(node));
  }

  private Rule group(Combination combination, JsonNode rules, String place) {
    if (!rules.isArray()) {
      throw fault(place, "a group holds a list of rules");
    }
    List<Rule> read = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      read.add(rule(rules.path(i), RuleTree.child(place, i)));
    }
    return new Rule.Group(combination, read);
  }

  private Rule behaviour(JsonNode node, String place) {
    Set<String> keys = new TreeSet<>(OCCURRENCE);
    keys.add("measure");
    only(node, place, withOperators(keys));
    String words = node.path("measure").asText("count").strip();
    String[] parts = words.split(" +", 2);
    Measure.Kind kind =
        Arrays.stream(Measure.Kind.values())
            .filter(one -> one.key().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    fault(
                        place,
                        "there is no measure "
                            + parts[0]
                            + Near.words(
                                parts[0],
                                Arrays.stream(Measure.Kind.values())
                                    .map(Measure.Kind::key)
                                    .toList())));
    return new Rule.Behaviour(
        occurrence(node, place),
        new Measure(kind, parts.length > 1 ? parts[1] : ""),
        comparison(node, place));
  }

  private Rule sequence(JsonNode node, String place) {
    only(node, place, Set.of("first", "then", "then_not", "within_days"));
    boolean followed = node.has("then");
    if (followed == node.has("then_not") || !node.path("within_days").isInt()) {
      throw fault(place, "a sequence has first, then or then_not, and within_days");
    }
    only(node.path("first"), place, OCCURRENCE);
    JsonNode then = node.path(followed ? "then" : "then_not");
    only(then, place, OCCURRENCE);
    return new Rule.Sequence(
        occurrence(node.path("first"), place),
        followed,
        occurrence(then, place),
        node.path("within_days").asInt());
  }

  private Rule consent(JsonNode node, String place) {
    only(node, place, Set.of("consent", "channel", "status"));
    String status = node.path("status").asText("given");
    return new Rule.Consent(
        node.path("consent").asText(),
        node.hasNonNull("channel") ? node.path("channel").asText() : null,
        switch (status) {
          case "given" -> ConsentStatus.YES;
          case "refused" -> ConsentStatus.NO;
          case "not_asked" -> ConsentStatus.NOT_ASKED;
          default -> throw fault(place, "a consent is given, refused or not_asked, not " + status);
        });
  }

  private Occurrence occurrence(JsonNode node, String place) {
    List<Occurrence.Detail> details = new ArrayList<>();
    for (JsonNode detail : node.path("where")) {
      only(detail, place, withOperators(Set.of("field")));
      details.add(new Occurrence.Detail(detail.path("field").asText(), comparison(detail, place)));
    }
    return new Occurrence(node.path("events").asText(), details, window(node, place));
  }

  private Window window(JsonNode node, String place) {
    if (node.has("last_days")) {
      return new Window.LastDays(whole(node.path("last_days"), place, "last_days"));
    }
    if (node.has("before_days")) {
      return new Window.Before(whole(node.path("before_days"), place, "before_days"));
    }
    if (node.has("from") && !node.has("to")) {
      return new Window.Since(day(node.path("from"), place));
    }
    if (node.has("from") || node.has("to")) {
      return new Window.Between(day(node.path("from"), place), day(node.path("to"), place));
    }
    return Window.ANYTIME;
  }

  private int whole(JsonNode node, String place, String name) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw fault(place, name + " is a whole number, not " + node.asText("a list"));
    }
    return node.asInt();
  }

  private LocalDate day(JsonNode node, String place) {
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeException wrong) {
      throw fault(place, "a day is written 2026-01-31, not '" + node.asText() + "'");
    }
  }

  private Comparison comparison(JsonNode node, String place) {
    List<String> found = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (OPERATORS.contains(key)) {
                found.add(key);
              }
            });
    if (found.size() != 1) {
      throw fault(
          place,
          found.isEmpty()
              ? "it needs a comparison: one of " + String.join(", ", OPERATORS)
              : "it has several comparisons: " + String.join(", ", found));
    }
    Operator operator = Operator.of(found.getFirst()).orElseThrow();
    JsonNode given = node.path(found.getFirst());
    if (operator == Operator.KNOWN || operator == Operator.UNKNOWN) {
      boolean yes = given.asBoolean(true);
      boolean known = (operator == Operator.KNOWN) == yes;
      return Comparison.of(known ? Operator.KNOWN : Operator.UNKNOWN);
    }
    List<Value> values = new ArrayList<>();
    if (given.isArray()) {
      given.forEach(one -> values.add(value(one, place)));
    } else {
      values.add(value(given, place));
    }
    return new Comparison(operator, values);
  }

  private Value value(JsonNode node, String place) {
    if (node.isNumber()) {
      return new Value.Number(node.decimalValue());
    }
    if (node.isBoolean()) {
      return new Value.Truth(node.asBoolean());
    }
    if (node.isTextual()) {
      return new Value.Text(node.asText());
    }
    if (node.has("day")) {
      return new Value.Day(day(node.path("day"), place));
    }
    if (node.has("days_ago")) {
      return new Value.DaysAgo(whole(node.path("days_ago"), place, "days_ago"));
    }
    if (node.has("times") && node.path("times").isNumber()) {
      return new Value.Multiple(node.path("times").decimalValue(), node.path("field").asText());
    }
    throw fault(
        place, "a value is a text, a number, true, {day:}, {days_ago:} or {times:, field:}");
  }

  private static Set<String> withOperators(Set<String> keys) {
    Set<String> all = new TreeSet<>(keys);
    all.addAll(OPERATORS);
    return all;
  }

  private void only(JsonNode node, String place, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw fault(place, "'" + key + "' is not known here" + Near.words(key, known));
              }
            });
  }

  private static String keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return String.join(", ", keys);
  }

  private WorkbenchException fault(String place, String what) {
    String clean = what.replaceFirst("^The rule cannot be used: ", "").replaceFirst("\\.$", "");
    return WorkbenchException.user(
        "C360-SEG-023",
        text + ": " + (place.isEmpty() ? "" : "rule " + place + ": ") + clean + ".");
  }
}
