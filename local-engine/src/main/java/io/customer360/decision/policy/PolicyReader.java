package io.customer360.decision.policy;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Channel;
import io.customer360.decision.policy.PolicyRule.BudgetRule;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.rule.Rule;
import io.customer360.decision.text.TextBundle;
import io.customer360.decision.text.Yaml;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes policies of YAML; the shipped files beside it show every form.
final class PolicyReader {
  private static final Set<String> FORMS =
      Set.of("consent", "cap", "gap", "open", "repeat", "quiet", "budget", "fact");

  private final List<PolicyRule> rules = new ArrayList<>();
  private final List<PolicyExample> examples = new ArrayList<>();
  private final List<AutonomyRule> autonomy = new ArrayList<>();
  private final Map<String, String> targets = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private double trustFloor;
  private BigDecimal twoPersonsAbove = new BigDecimal("1000000000");
  private final Set<ActionKind> twoPersonsFor = new HashSet<>();
  private int noveltyDays = 30;

  Policies read(TextBundle texts) {
    texts.files().forEach((file, text) -> file(file, Yaml.read(file, text)));
    rules.sort(Comparator.comparing(PolicyRule::stage));
    return new Policies(
        rules,
        new Oversight(autonomy, trustFloor, twoPersonsAbove, twoPersonsFor, noveltyDays),
        targets,
        examples,
        texts.version(),
        texts);
  }

  private void file(String file, Yaml root) {
    root.only(
        Set.of(
            "policy",
            "says",
            "rules",
            "examples",
            "autonomy",
            "trust_floor",
            "two_persons",
            "novelty_days",
            "targets"));
    List<String> here = new ArrayList<>();
    for (Yaml rule : root.list("rules")) {
      PolicyRule made = rule(rule);
      if (!ids.add(made.id())) {
        throw rule.fault("The rule id " + made.id() + " is used twice");
      }
      here.add(made.id());
      rules.add(made);
    }
    int pass = 0;
    int fail = 0;
    for (Yaml item : root.list("examples")) {
      PolicyExample example = example(file, item);
      examples.add(example);
      if (example.expected() == PolicyExample.Expected.PASS) {
        pass++;
      } else {
        fail++;
      }
    }
    if (!here.isEmpty() && (pass == 0 || fail == 0)) {
      throw root.fault("A policy needs an example that must pass and one that must fail");
    }
    oversight(root);
    root.find("targets")
        .ifPresent(
            at ->
                at.entries()
                    .forEach(
                        (channel, target) -> {
                          boolean known =
                              java.util.Arrays.stream(Channel.values())
                                  .anyMatch(c -> c.key().equals(channel));
                          if (!known) {
                            throw target.fault("\"" + channel + "\" is not a channel");
                          }
                          targets.put(channel, target.text());
                        }));
  }

  private void oversight(Yaml root) {
    for (Yaml item : root.list("autonomy")) {
      item.only(Set.of("agent", "kind", "level", "up_to_value", "up_to_cost", "least_confidence"));
      autonomy.add(
          new AutonomyRule(
              item.text("agent", ""),
              item.oneOf("kind", ActionKind.class),
              item.oneOf("level", AutonomyRule.Level.class),
              BigDecimal.valueOf(item.number("up_to_value", 0)),
              BigDecimal.valueOf(item.number("up_to_cost", 0)),
              item.number("least_confidence", 0)));
    }
    trustFloor = root.number("trust_floor", trustFloor);
    noveltyDays = (int) root.number("novelty_days", noveltyDays);
    root.find("two_persons")
        .ifPresent(
            at -> {
              at.only(Set.of("above_value", "kinds"));
              at.find("above_value")
                  .ifPresent(value -> twoPersonsAbove = BigDecimal.valueOf(value.number()));
              at.list("kinds").forEach(kind -> twoPersonsFor.add(kind.oneOf(ActionKind.class)));
            });
  }

  private PolicyRule rule(Yaml yaml) {
    Set<String> known = new HashSet<>(FORMS);
    known.addAll(Set.of("id", "says", "kinds", "channels", "agents", "except"));
    yaml.only(known);
    List<String> forms = FORMS.stream().filter(form -> yaml.find(form).isPresent()).toList();
    if (forms.size() != 1) {
      throw yaml.fault(
          "A rule has exactly one of " + String.join(", ", FORMS.stream().sorted().toList()));
    }
    String id = yaml.text("id");
    String says = yaml.text("says");
    Scope scope = scope(yaml);
    Yaml at = yaml.at(forms.getFirst());
    return switch (forms.getFirst()) {
      case "consent" -> {
        at.only(Set.of("purpose", "needs"));
        String needs = at.text("needs");
        if (!Set.of("yes", "no_objection").contains(needs)) {
          throw at.at("needs").fault("\"" + needs + "\" is not yes or no_objection");
        }
        yield new PolicyRule.ConsentRule(id, says, scope, at.text("purpose"), needs.equals("yes"));
      }
      case "cap" -> {
        at.only(Set.of("channel", "at_most", "days"));
        yield new PolicyRule.CapRule(
            id,
            says,
            scope,
            at.oneOf("channel", Channel.class),
            atLeastOne(at, "at_most"),
            atLeastOne(at, "days"));
      }
      case "gap" -> {
        at.only(Set.of("channel", "hours"));
        yield new PolicyRule.GapRule(
            id, says, scope, at.oneOf("channel", Channel.class), atLeastOne(at, "hours"));
      }
      case "open" -> new PolicyRule.OneOpenRule(id, says, scope);
      case "repeat" -> {
        at.only(Set.of("days"));
        yield new PolicyRule.RepeatRule(id, says, scope, atLeastOne(at, "days"));
      }
      case "quiet" -> {
        at.only(Set.of("from", "to"));
        LocalTime from = at.at("from").as(LocalTime::parse);
        LocalTime to = at.at("to").as(LocalTime::parse);
        if (!from.isBefore(to)) {
          throw at.fault("The hours begin before they end");
        }
        yield new PolicyRule.QuietHoursRule(id, says, scope, from, to);
      }
      case "budget" -> {
        at.only(Set.of("limit", "period"));
        yield new BudgetRule(
            id,
            says,
            scope,
            BigDecimal.valueOf(at.number("limit")),
            at.oneOf("period", BudgetRule.Period.class));
      }
      case "fact" -> {
        at.only(Set.of("stage", "when", "pass_when"));
        yield new PolicyRule.FactRule(
            id,
            says,
            scope,
            at.oneOf("stage", PolicyStage.class),
            at.at("when").as(Rule::of),
            at.text("pass_when", ""));
      }
      default -> throw yaml.fault("Unknown form");
    };
  }

  private static int atLeastOne(Yaml at, String key) {
    double number = at.number(key);
    if (number < 1 || number != Math.rint(number)) {
      throw at.at(key).fault("A whole number from 1 is expected");
    }
    return (int) number;
  }

  private static Scope scope(Yaml yaml) {
    Set<ActionKind> kinds = new HashSet<>();
    yaml.list("kinds").forEach(kind -> kinds.add(kind.oneOf(ActionKind.class)));
    Set<ActionKind> except = new HashSet<>();
    yaml.list("except").forEach(kind -> except.add(kind.oneOf(ActionKind.class)));
    Set<Channel> channels = new HashSet<>();
    yaml.list("channels").forEach(channel -> channels.add(channel.oneOf(Channel.class)));
    return new Scope(kinds, channels, Set.copyOf(yaml.texts("agents")), except);
  }

  private static PolicyExample example(String file, Yaml yaml) {
    yaml.only(
        Set.of(
            "name",
            "rule",
            "expect",
            "action",
            "customer",
            "consents",
            "contacts",
            "spent",
            "now",
            "zone"));
    Yaml action = yaml.at("action");
    action.only(Set.of("id", "kind", "channel", "purpose", "agent", "cost"));
    Instant now = yaml.find("now").map(at -> at.as(Instant::parse)).orElse(Instant.EPOCH);
    List<PastContact> contacts = new ArrayList<>();
    for (Yaml item : yaml.list("contacts")) {
      item.only(Set.of("channel", "hours_ago", "action", "kind"));
      contacts.add(
          new PastContact(
              item.text("channel", ""),
              item.text("action", ""),
              item.text("kind", "sent"),
              now.minus(Duration.ofMinutes(Math.round(item.number("hours_ago") * 60)))));
    }
    List<Consent> consents = new ArrayList<>();
    for (Yaml item : yaml.list("consents")) {
      item.only(Set.of("purpose", "channel", "status", "since"));
      consents.add(
          new Consent(
              item.text("purpose"),
              item.text("channel"),
              item.text("status"),
              item.text("since", ""),
              "example"));
    }
    String rule = yaml.text("rule");
    Situation situation =
        new Situation(
            action.text("id", "example"),
            action.oneOf("kind", ActionKind.class),
            action.oneOf("channel", Channel.class),
            action.text("purpose", "marketing"),
            action.text("agent", "churn-prevention"),
            BigDecimal.valueOf(action.number("cost", 0)),
            facts(yaml),
            consents,
            contacts,
            Map.of(rule, BigDecimal.valueOf(yaml.number("spent", 0))),
            now,
            ZoneId.of(yaml.text("zone", "Europe/London")),
            "GBP");
    return new PolicyExample(
        file,
        yaml.text("name"),
        rule,
        yaml.oneOf("expect", PolicyExample.Expected.class),
        situation);
  }

  private static Facts facts(Yaml yaml) {
    Map<String, Object> facts = new HashMap<>();
    yaml.find("customer")
        .ifPresent(
            customer ->
                customer
                    .entries()
                    .forEach(
                        (name, value) -> {
                          if (value.isList()) {
                            facts.put(name, value.items().stream().map(Yaml::text).toList());
                          } else if (value.isPlainNumber()) {
                            facts.put(name, value.number());
                          } else if (value.isPlainYesNo()) {
                            facts.put(name, value.text().equals("true"));
                          } else {
                            facts.put(name, value.text());
                          }
                        }));
    return new Facts(facts);
  }
}
