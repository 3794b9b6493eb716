package io.customer360.decision.policy;

import io.customer360.decision.text.TextBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// All policies in force.
///
/// @param rules in the order of stages, then as written
/// @param targets channel to the destination that delivers it
/// @param version follows from the text
public record Policies(
    List<PolicyRule> rules,
    Oversight oversight,
    Map<String, String> targets,
    List<PolicyExample> examples,
    String version,
    TextBundle source) {
  private static final List<String> DEFAULTS =
      List.of("consent.yaml", "contact.yaml", "budget.yaml", "product.yaml", "oversight.yaml");

  public Policies {
    rules = List.copyOf(rules);
    targets = Map.copyOf(targets);
    examples = List.copyOf(examples);
  }

  /// The shipped policies, with every file of the workspace's folder in the place of the shipped
  /// one of the same name. Runs the examples; a policy that breaks its own examples is not taken.
  public static Policies ofFolder(Path folder) {
    java.util.SortedMap<String, String> files = new java.util.TreeMap<>(defaultTexts().files());
    files.putAll(TextBundle.ofFolder(folder).files());
    return parse(new TextBundle(files));
  }

  public static Policies defaults() {
    return parse(defaultTexts());
  }

  /// The shipped texts, to be written into a new workspace so that a person can change them.
  public static TextBundle defaultTexts() {
    return TextBundle.ofResources(Policies.class, "policies", DEFAULTS);
  }

  /// Reads and checks; a DATA failure names file, line and rule.
  public static Policies parse(TextBundle texts) {
    Policies policies = new PolicyReader().read(texts);
    policies.check();
    return policies;
  }

  /// As [#parse] for texts that were checked before, when a stored decision is replayed.
  public static Policies parseUnchecked(TextBundle texts) {
    return new PolicyReader().read(texts);
  }

  /// Runs every must-pass and must-fail example; a DATA failure names the first that does not do as
  /// it says. Returns how many were run.
  public int check() {
    for (PolicyExample example : examples) {
      example.run(this);
    }
    return examples.size();
  }

  public List<PolicyRule> at(PolicyStage stage) {
    return rules.stream().filter(rule -> rule.stage() == stage).toList();
  }

  public List<PolicyRule.BudgetRule> budgets() {
    return rules.stream()
        .filter(PolicyRule.BudgetRule.class::isInstance)
        .map(PolicyRule.BudgetRule.class::cast)
        .toList();
  }
}
