package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair.Agreement;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.control.Tone;
import io.customer360.ui.text.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Names of sources, verdicts and answers as a person reads them.
final class Words {
  private Words() {}

  static String source(String source) {
    return switch (source.toLowerCase(Locale.ROOT)) {
      case "crm" -> "CRM";
      case "pos" -> "Point of sale";
      case "servicedesk" -> "Service desk";
      case "webshop" -> "Web shop";
      default -> sentence(source.replace('_', ' ').replace('-', ' '));
    };
  }

  static String sourceIcon(String source) {
    return switch (source.toLowerCase(Locale.ROOT)) {
      case "crm" -> "fth-briefcase";
      case "pos" -> "fth-shopping-cart";
      case "webshop" -> "fth-globe";
      case "app" -> "fth-smartphone";
      case "loyalty" -> "fth-award";
      case "servicedesk" -> "fth-message-square";
      default -> "fth-database";
    };
  }

  /// A record's key without its source: `crm:20931` is `20931`.
  static String key(String record) {
    int colon = record.indexOf(':');
    return colon < 0 ? record : record.substring(colon + 1);
  }

  static String verdict(Verdict verdict) {
    return Messages.text("identity.verdict." + verdict.id());
  }

  static String kind(Judgement.Kind kind) {
    return Messages.text("identity.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  /// `yes`, `no`, or that nobody asked.
  static String answer(@Nullable String answer) {
    return answer == null ? Messages.text("identity.consent.not-asked") : answer;
  }

  static Tone tone(Agreement agreement) {
    return switch (agreement) {
      case SAME -> Tone.GOOD;
      case CLOSE -> Tone.WARN;
      case DIFFERENT -> Tone.BAD;
      case MISSING -> Tone.MUTED;
    };
  }

  static String icon(Agreement agreement) {
    return switch (agreement) {
      case SAME -> "fth-check";
      case CLOSE -> "fth-activity";
      case DIFFERENT -> "fth-x";
      case MISSING -> "fth-minus";
    };
  }

  /// Purposes and channels the workbench has words for; others are shown as stored.
  static String purpose(String stored) {
    return switch (stored) {
      case "service", "marketing", "profiling", "sharing" ->
          Messages.text("identity.purpose." + stored);
      default -> sentence(stored.replace('_', ' '));
    };
  }

  static String channel(String stored) {
    return switch (stored) {
      case "email", "sms", "phone", "post", "app" -> Messages.text("identity.channel." + stored);
      default -> stored.replace('_', ' ');
    };
  }

  /// With a capital first letter.
  static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// The first name of a full one.
  static String first(String name) {
    String bare = name.strip();
    int space = bare.indexOf(' ');
    return space < 0 ? bare : bare.substring(0, space);
  }
}
