package io.customer360.profile.share;

import io.customer360.decision.arbitration.Decision;
import java.util.List;

/// What would be decided for a persona under the texts in force, beside what was decided when it
/// was saved. Both are of the persona's own moment: they differ by the texts alone.
///
/// @param differences what matters most first; none when all is as it was
public record PersonaTrial(
    Persona persona, Decision before, Decision now, List<TrialDifference> differences) {
  public PersonaTrial {
    differences = List.copyOf(differences);
  }

  static PersonaTrial of(Persona persona, Decision before, Decision now) {
    return new PersonaTrial(persona, before, now, TrialDifference.between(before, now));
  }

  /// The texts that changed since, each with both versions: `policies 1f0c… → 93ab…`. None when
  /// catalogue and policies are what they were.
  public List<String> changedTexts() {
    return List.of("catalogue", "policies").stream()
        .filter(text -> !version(before, text).equals(version(now, text)))
        .map(text -> text + " " + version(before, text) + " → " + version(now, text))
        .toList();
  }

  private static String version(Decision decision, String text) {
    return decision.versions().getOrDefault(text, "");
  }
}
