package io.customer360.identity.standard;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// E-mail addresses in the form their provider delivers by.
final class Emails {
  private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

  private Emails() {}

  /// Lower case; what stands behind a plus is dropped, dots too where the provider ignores them;
  /// null when there is no local part or no domain.
  static @Nullable String read(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT).replace("mailto:", "");
    int at = text.lastIndexOf('@');
    if (at <= 0 || at == text.length() - 1) {
      return null;
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    int plus = local.indexOf('+');
    if (plus > 0) {
      local = local.substring(0, plus);
    }
    if (DOTLESS.contains(domain)) {
      domain = "gmail.com";
      local = local.replace(".", "");
    }
    return local.isEmpty() ? null : local + "@" + domain;
  }
}
