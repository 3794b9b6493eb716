package io.customer360.profile.share;

import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.rule.FactType;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.rule.Vocabulary;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Makes a decision's input nobody can be found by. What is known stays known, so that whoever can
/// be written to still can; the words themselves are covered. A rule that asks for a certain town
/// or address therefore finds none.
final class PersonaInput {
  private static final Set<String> OPEN = Set.of("country", "zone", "lifecycle", "value_tier");

  private final String name;
  private final String id;
  private final UnaryOperator<String> plain;

  /// @param id of the persona
  /// @param plain covers what is personal in other text
  PersonaInput(String name, String id, UnaryOperator<String> plain) {
    this.name = name;
    this.id = id;
    this.plain = plain;
  }

  DecisionInput of(DecisionInput input) {
    Map<String, Object> facts = new TreeMap<>();
    input.facts().all().forEach((fact, value) -> facts.put(fact, covered(fact, value)));
    return new DecisionInput(
        id,
        id,
        input.now(),
        input.seed(),
        plain.apply(input.trigger()),
        input.agents(),
        new Facts(facts),
        input.consents(),
        input.contacts(),
        input.spent(),
        input.feedback(),
        input.models(),
        input.catalogueVersion(),
        input.policyVersion(),
        input.currency(),
        input.zone(),
        input.company(),
        input.switches());
  }

  private Object covered(String fact, Object value) {
    Vocabulary.Fact known = Vocabulary.customer().find(fact).orElseThrow();
    if (known.type() != FactType.TEXT || OPEN.contains(fact)) {
      return value;
    }
    String[] words = name.split("\\s+");
    return switch (fact) {
      case "customer_id" -> id;
      case "full_name" -> name;
      case "first_name" -> words[0];
      case "last_name" -> words[words.length - 1];
      case "loyalty_id" -> MaskWords.DOTS;
      default ->
          known.domain().equals("identity") ? MaskWords.DOTS : plain.apply(String.valueOf(value));
    };
  }
}
