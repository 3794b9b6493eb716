package io.customer360.studio.activate;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Fields that governance keeps from being sent or targeted: a text in the workspace, one field a
/// line with the reason behind it.
///
/// ```text
/// # segments/sensitive-fields.txt
/// birth_date  age is not a reason to be addressed
/// ```
public final class SensitiveFields {
  private static final String NAME = "sensitive-fields.txt";
  private static final Map<String, String> DEFAULT =
      Map.of(
          "birth_date", "personal data nobody needs for a message",
          "age", "people are not addressed by their age");

  private final Map<String, String> reasons;

  private SensitiveFields(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  /// Reads the text in the folder `segments/`; without one, birth date and age are sensitive.
  public static SensitiveFields read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new SensitiveFields(DEFAULT);
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        String[] parts = text.split("\\s+", 2);
        if (!parts[0].matches("[a-z_0-9]+")) {
          throw WorkbenchException.user(
              "C360-SEG-061",
              "segments/" + NAME + " line " + number + ": '" + parts[0] + "' is no field's name.");
        }
        reasons.put(parts[0], parts.length > 1 ? parts[1] : "marked as sensitive");
      }
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-SEG-062", "Cannot read segments/" + NAME + ".", e);
    }
    return new SensitiveFields(reasons);
  }

  /// Why a field is kept back; empty when it may leave.
  public Optional<String> reason(String field) {
    return Optional.ofNullable(reasons.get(field));
  }

  /// @throws WorkbenchException when one of these may not leave
  public void checkColumns(Collection<String> columns) {
    for (String column : columns) {
      String reason = reasons.get(column);
      if (reason != null) {
        throw WorkbenchException.user(
            "C360-SEG-060",
            "The field "
                + column
                + " is sensitive ("
                + reason
                + ") and is not given out. Leave it out, or change segments/"
                + NAME
                + ". Nothing was written.");
      }
    }
  }

  /// @throws WorkbenchException when the rule picks people by a sensitive field
  public void checkRule(Rule root) {
    RuleTree.visit(
        root,
        (place, rule) -> {
          switch (rule) {
            case Rule.Attribute attribute -> {
              targeted(place, attribute.field());
              for (Value value : attribute.comparison().values()) {
                if (value instanceof Value.Multiple multiple) {
                  targeted(place, multiple.field());
                }
              }
            }
            case Rule.Expression expression -> {
              for (String field : reasons.keySet()) {
                if (Pattern.compile("\\b" + field + "\\b").matcher(expression.sql()).find()) {
                  targeted(place, field);
                }
              }
            }
            default -> {}
          }
        });
  }

  private void targeted(String place, String field) {
    String reason = reasons.get(field);
    if (reason != null) {
      throw WorkbenchException.user(
          "C360-SEG-063",
          "Rule "
              + place
              + " picks people by "
              + field
              + ", which is sensitive ("
              + reason
              + "). Such a segment is not activated. Nothing was queued.");
    }
  }
}
