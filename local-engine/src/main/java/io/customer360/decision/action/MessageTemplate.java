package io.customer360.decision.action;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the customer reads. `{{first_name}}` and every other fact may stand in it, and beside them
/// `{{today}}`, `{{expires_on}}`, `{{in_90_days}}`, `{{company}}`. A token whose fact is empty for
/// the customer takes its fallback, as in `{{first_name|customer}}`; without one the message is
/// incomplete and the action does not pass.
public record MessageTemplate(String subject, String body) {
  /// `{{name}}` or `{{name|fallback}}`.
  public static final Pattern TOKEN =
      Pattern.compile("\\{\\{\\s*([a-z0-9_]+)\\s*(?:\\|([^}]*))?\\}\\}");

  /// Tokens that are not facts of the customer.
  public static final Set<String> MORE_TOKENS =
      Set.of("today", "expires_on", "in_90_days", "company");

  /// Names of the tokens in subject and body.
  public Set<String> tokens() {
    Set<String> names = new LinkedHashSet<>();
    for (String text : new String[] {subject, body}) {
      Matcher matcher = TOKEN.matcher(text);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
