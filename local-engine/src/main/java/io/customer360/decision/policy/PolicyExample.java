package io.customer360.decision.policy;

import io.customer360.fault.WorkbenchException;
import java.util.Locale;

/// A case a rule must judge as its author meant it.
///
/// @param place file and line
/// @param ruleId which rule is asked
public record PolicyExample(
    String place, String name, String ruleId, Expected expected, Situation situation) {
  /// What the rule must say.
  public enum Expected {
    PASS,
    FAIL,
    HOLD
  }

  void run(Policies policies) {
    PolicyRule rule =
        policies.rules().stream()
            .filter(r -> r.id().equals(ruleId))
            .findFirst()
            .orElseThrow(
                () ->
                    WorkbenchException.data(
                        "C360-DEC-020", place + ": the example names no rule: " + ruleId + "."));
    Finding found = rule.check(situation);
    Expected actual =
        switch (found) {
          case Finding.Pass p -> Expected.PASS;
          case Finding.Fail f -> Expected.FAIL;
          case Finding.Hold h -> Expected.HOLD;
        };
    if (actual != expected) {
      throw WorkbenchException.data(
          "C360-DEC-021",
          place
              + ": the example \""
              + name
              + "\" must "
              + expected.name().toLowerCase(Locale.ROOT)
              + " rule "
              + ruleId
              + ", and it says "
              + actual.name().toLowerCase(Locale.ROOT)
              + ": "
              + found.fact()
              + ".");
    }
  }
}
