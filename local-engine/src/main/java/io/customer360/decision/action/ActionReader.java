package io.customer360.decision.action;

import io.customer360.decision.rule.Amount;
import io.customer360.decision.rule.Rule;
import io.customer360.decision.rule.Vocabulary;
import io.customer360.decision.text.TextBundle;
import io.customer360.decision.text.Yaml;
import io.customer360.fault.WorkbenchException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes actions of YAML. The keys are described at [ActionDefinition].
final class ActionReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "version",
          "name",
          "detail",
          "kind",
          "channel",
          "purpose",
          "agents",
          "cost",
          "value",
          "acceptance",
          "context",
          "lever",
          "risk",
          "eligibility",
          "applicability",
          "suitability",
          "ttl_hours",
          "regulatory_class",
          "introduced",
          "message");
  private static final Set<String> PURPOSES =
      Set.of("service", "marketing", "profiling", "sharing");

  private final Vocabulary vocabulary = Vocabulary.customer();

  List<ActionDefinition> read(TextBundle texts) {
    List<ActionDefinition> actions = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    texts
        .files()
        .forEach(
            (file, text) -> {
              Yaml root = Yaml.read(file, text);
              List<Yaml> items =
                  root.isList()
                      ? root.items()
                      : root.find("actions").map(Yaml::items).orElse(List.of(root));
              for (Yaml item : items) {
                ActionDefinition action = action(item);
                String other = seen.put(action.id(), file);
                if (other != null) {
                  throw item.fault("The action " + action.id() + " stands in " + other + " too");
                }
                actions.add(action);
              }
            });
    if (actions.isEmpty()) {
      throw WorkbenchException.data("C360-DEC-013", "The catalogue holds no action.");
    }
    actions.sort(Comparator.comparing(ActionDefinition::id));
    return actions;
  }

  private ActionDefinition action(Yaml yaml) {
    yaml.only(KEYS);
    ActionKind kind = yaml.oneOf("kind", ActionKind.class);
    Channel channel = yaml.oneOf("channel", Channel.class);
    String purpose =
        yaml.text(
            "purpose",
            kind == ActionKind.MARKETING || kind == ActionKind.LOYALTY ? "marketing" : "service");
    if (!PURPOSES.contains(purpose)) {
      throw yaml.at("purpose").fault("\"" + purpose + "\" is not one of " + PURPOSES);
    }
    double cost = yaml.number("cost", 0);
    if (cost < 0) {
      throw yaml.at("cost").fault("A cost cannot be negative");
    }
    double risk = yaml.number("risk", 0);
    if (risk < 0 || risk > 1) {
      throw yaml.at("risk").fault("A risk lies between 0 and 1");
    }
    int ttl = (int) yaml.number("ttl_hours", 72);
    if (ttl <= 0) {
      throw yaml.at("ttl_hours").fault("A time to live is at least 1 hour");
    }
    String id = yaml.text("id");
    return new ActionDefinition(
        id,
        (int) yaml.number("version", 1),
        yaml.text("name"),
        yaml.text("detail", ""),
        kind,
        channel,
        purpose,
        yaml.texts("agents"),
        cost,
        yaml.at("value").as(text -> Amount.compile(text, vocabulary)),
        acceptance(yaml),
        adjustments(yaml, "context"),
        yaml.number("lever", 0),
        risk,
        conditions(yaml, "eligibility"),
        conditions(yaml, "applicability"),
        conditions(yaml, "suitability"),
        ttl,
        yaml.text("regulatory_class", "none"),
        introduced(yaml),
        message(yaml, channel),
        id + " v" + (int) yaml.number("version", 1));
  }

  private @Nullable LocalDate introduced(Yaml yaml) {
    Yaml date = yaml.find("introduced").orElse(null);
    return date == null ? null : date.as(LocalDate::parse);
  }

  private Acceptance acceptance(Yaml yaml) {
    Yaml at = yaml.find("acceptance").orElse(null);
    if (at == null) {
      return new Acceptance(0.1, "", List.of());
    }
    if (at.isText()) {
      return new Acceptance(probability(at), "", List.of());
    }
    at.only(Set.of("base", "model", "adjust"));
    String model = at.text("model", "");
    if (!Set.of("", "propensity", "churn").contains(model)) {
      throw at.at("model").fault("\"" + model + "\" is not propensity or churn");
    }
    return new Acceptance(probability(at.at("base")), model, adjustments(at, "adjust"));
  }

  private static double probability(Yaml at) {
    double value = at.number();
    if (value <= 0 || value >= 1) {
      throw at.fault("A probability lies between 0 and 1");
    }
    return value;
  }

  private List<Adjustment> adjustments(Yaml yaml, String key) {
    List<Adjustment> found = new ArrayList<>();
    for (Yaml item : yaml.list(key)) {
      item.only(Set.of("when", "percent", "why"));
      Rule when = item.at("when").as(text -> Rule.compile(text, vocabulary));
      found.add(new Adjustment(when, item.number("percent"), item.text("why", when.words())));
    }
    return found;
  }

  private List<Condition> conditions(Yaml yaml, String key) {
    List<Condition> found = new ArrayList<>();
    for (Yaml item : yaml.list(key)) {
      if (item.isText()) {
        found.add(new Condition(item.as(text -> Rule.compile(text, vocabulary)), null, null));
      } else {
        item.only(Set.of("when", "says", "pass_when"));
        found.add(
            new Condition(
                item.at("when").as(text -> Rule.compile(text, vocabulary)),
                item.find("says").map(Yaml::text).orElse(null),
                item.find("pass_when").map(Yaml::text).orElse(null)));
      }
    }
    return found;
  }

  private @Nullable MessageTemplate message(Yaml yaml, Channel channel) {
    Yaml at = yaml.find("message").orElse(null);
    if (at == null) {
      if (channel != Channel.NONE && channel != Channel.CALL) {
        throw yaml.fault("An action " + channel.words() + " needs a message");
      }
      return null;
    }
    at.only(Set.of("subject", "body"));
    MessageTemplate template = new MessageTemplate(at.text("subject", ""), at.text("body"));
    for (String token : template.tokens()) {
      if (!MessageTemplate.MORE_TOKENS.contains(token) && vocabulary.find(token).isEmpty()) {
        throw at.fault("\"{{" + token + "}}\" is not a known fact");
      }
    }
    return template;
  }
}
