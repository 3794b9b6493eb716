package io.customer360.app.command.decision;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.profile.share.PersonaTrial;
import io.customer360.profile.share.TrialDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What would be decided for a persona, in words or as JSON.
final class PersonaTrialText {
  private final Output out;

  PersonaTrialText(Output out) {
    this.out = out;
  }

  void print(PersonaTrial trial) {
    if (out.json()) {
      out.document(document(trial));
      return;
    }
    Decision now = trial.now();
    DecideCommand.show(out, now);
    now.best().ifPresent(this::checks);
    out.line("");
    out.line(
        "Decided as of %s, as when it was saved. %s",
        Text.of(now.decidedAt()),
        trial.changedTexts().isEmpty()
            ? "Catalogue and policies are what they were."
            : "Changed since: " + String.join(", ", trial.changedTexts()) + ".");
    if (trial.differences().isEmpty()) {
      out.line("Nothing is decided otherwise.");
    }
    for (TrialDifference difference : trial.differences()) {
      out.line("  %s", difference.words());
    }
  }

  private void checks(RankedOption best) {
    List<List<Object>> rows = new ArrayList<>();
    best.checks().forEach(check -> rows.add(List.of(check.name(), check.rule(), check.fact())));
    out.line("");
    out.table(List.of("check of " + best.name(), "rule", "found"), rows);
  }

  private static Map<String, Object> document(PersonaTrial trial) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("persona", trial.persona().name());
    document.put("saved_at", trial.persona().savedAt());
    document.put("changed_texts", trial.changedTexts());
    document.put("differences", trial.differences());
    document.put("decision", DecideCommand.document(trial.now()));
    document.put("decided_when_saved", DecideCommand.document(trial.before()));
    return document;
  }
}
