package io.customer360.governance;

import io.customer360.fault.WorkbenchException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// What a person may do with proposals and with stopped agents. Anybody may stop agents. Nobody
/// proves here who sits at the computer: roles keep people from what is not theirs to decide, and
/// the audit log says under whose name it was decided.
public enum Role {
  /// Reads and proposes.
  ANALYST,
  /// Approves, edits, rejects and takes back all but regulatory notices.
  MARKETER,
  /// As a marketer, also regulatory notices.
  COMPLIANCE,
  /// Everything, also letting stopped agents go on.
  ADMINISTRATOR;

  private static final String SETTING = "role.";

  /// The role of a person by the workspace's settings, `role.<person id>` = `marketer`. Where no
  /// role is given to anybody, whoever opens the workspace is its administrator; where some are,
  /// a person without one is an analyst.
  public static Role of(String personId, Map<String, String> settings) {
    String given = settings.get(SETTING + personId);
    if (given == null) {
      return settings.keySet().stream().anyMatch(key -> key.startsWith(SETTING))
          ? ANALYST
          : ADMINISTRATOR;
    }
    return Arrays.stream(values())
        .filter(role -> role.key().equals(given.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-GOV-002",
                    "The settings give "
                        + personId
                        + " the role '"
                        + given
                        + "'. Roles are analyst, marketer, compliance and administrator: set "
                        + SETTING
                        + personId
                        + " in settings.json."));
  }

  /// As in settings and in the audit log: `marketer`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Approve, edit, reject and take back actions of a class.
  boolean mayDecide(String kind) {
    return switch (this) {
      case ANALYST -> false;
      case MARKETER -> !kind.equals("regulatory");
      case COMPLIANCE, ADMINISTRATOR -> true;
    };
  }

  boolean mayResume() {
    return this == ADMINISTRATOR;
  }
}
