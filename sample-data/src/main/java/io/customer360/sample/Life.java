package io.customer360.sample;

import java.util.ArrayList;
import java.util.List;

/// What one person did and what was done to them, up to 90 days after the day of the export.
final class Life {
  final List<Order> orders = new ArrayList<>();
  final List<Ticket> tickets = new ArrayList<>();

  /// When the person gave up on Alder & Pine; far away if never.
  long gaveUp = Long.MAX_VALUE;

  /// Why, for the truth: `rhythm` (of their own), `late`, `service`, or empty.
  String reason = "";

  /// How much displeasure weighs today.
  double burdenToday;

  /// True if no order follows in the 90 days after today.
  boolean churns;

  /// The chance of that, given everything that drives the person.
  double hazard;

  /// Interest at a moment: 1 while a customer, fading in the month before giving up.
  double interest(long at) {
    if (gaveUp == Long.MAX_VALUE) {
      return 1;
    }
    double days = (gaveUp - at) / (double) Times.DAY;
    return days > 32 ? 1 : days > 0 ? 0.3 + 0.7 * days / 32 : 0.08;
  }
}
