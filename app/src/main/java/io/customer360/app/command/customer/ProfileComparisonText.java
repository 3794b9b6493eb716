package io.customer360.app.command.customer;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.profile.Profile;
import io.customer360.profile.compare.Comparison;
import io.customer360.profile.compare.Comparisons;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two customers line by line, what differs marked.
final class ProfileComparisonText {
  private final Output out;

  ProfileComparisonText(Output out) {
    this.out = out;
  }

  int print(Engine engine, String left, String right) {
    if (left.equals(right)) {
      throw WorkbenchException.user(
          "C360-CLI-011", "Both are " + left + ". Name somebody else with --compare.");
    }
    Comparison two =
        new Comparisons(ZoneId.of(engine.workspace().settings().zone()), Map.of())
            .of(
                profile(engine, left),
                profile(engine, right),
                engine.households().inWords(engine.households().path(left, right)));
    if (out.json()) {
      out.document(two);
      return 0;
    }
    out.line(
        "%s %s beside %s %s: %d lines differ",
        two.left().customerId(),
        two.left().name(),
        two.right().customerId(),
        two.right().name(),
        two.differences());
    two.ties().forEach(tie -> out.line("%s", tie));
    for (Comparison.Section section : two.sections()) {
      List<List<String>> rows = new ArrayList<>();
      for (Comparison.Row row : section.rows()) {
        rows.add(
            List.of(row.differs() ? "*" : "", row.label(), shown(row.left()), shown(row.right())));
      }
      out.line("");
      out.table(List.of("", section.title(), two.left().name(), two.right().name()), rows);
    }
    return 0;
  }

  private static Profile profile(Engine engine, String id) {
    return engine
        .profiles()
        .profile(id)
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-CLI-002", id + " is not a customer of this workspace."));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> Text.decimal(number, 2);
      case BigDecimal money -> String.format(Locale.UK, "%,.2f", money);
      default -> String.valueOf(value);
    };
  }
}
