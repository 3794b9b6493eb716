package io.customer360.decision.policy;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How moments are worded in findings.
final class Words {
  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private Words() {}
}
