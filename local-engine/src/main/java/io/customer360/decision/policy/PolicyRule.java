package io.customer360.decision.policy;

import io.customer360.decision.action.Channel;
import io.customer360.decision.rule.Rule;
import io.customer360.decision.text.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A rule of a policy. Each is a pure function of the situation.
public sealed interface PolicyRule {
  String id();

  /// In words: `At most 2 SMS a week`.
  String says();

  Scope scope();

  PolicyStage stage();

  Finding look(Situation s);

  /// Passes when the rule does not speak of this action.
  default Finding check(Situation s) {
    return scope().covers(s) ? look(s) : new Finding.Pass("Does not apply");
  }

  /// The customer's word on purpose x channel. The most restrictive record counts.
  ///
  /// @param needsYes true = only a yes passes; false = everything but a no passes
  record ConsentRule(String id, String says, Scope scope, String purpose, boolean needsYes)
      implements PolicyRule {
    @Override
    public PolicyStage stage() {
      return PolicyStage.CONSENT;
    }

    @Override
    public Finding look(Situation s) {
      if (!s.purpose().equals(purpose) || s.channel() == Channel.NONE) {
        return new Finding.Pass("Nothing is sent for this purpose");
      }
      String what = capital(purpose) + " " + s.channel().words();
      List<Consent> found =
          s.consents().stream()
              .filter(c -> c.purpose().equals(purpose))
              .filter(c -> c.channel().equals(s.channel().consentChannel()))
              .toList();
      Optional<Consent> no = found.stream().filter(c -> c.status().equals("no")).findFirst();
      if (no.isPresent()) {
        return new Finding.Fail(
            "No " + purpose + " " + s.channel().words() + since(no.get(), ", said"),
            "the customer opts in to " + purpose + " " + s.channel().words());
      }
      Optional<Consent> yes = found.stream().filter(c -> c.status().equals("yes")).findFirst();
      if (yes.isPresent()) {
        return new Finding.Pass(what + since(yes.get(), ", given"));
      }
      return needsYes
          ? new Finding.Fail(
              what + " was never asked",
              "the customer opts in to " + purpose + " " + s.channel().words())
          : new Finding.Pass(what + ", no objection");
    }

    private static String since(Consent consent, String word) {
      return consent.since().isBlank() ? "" : word + " " + day(LocalDate.parse(consent.since()));
    }
  }

  /// At most so many contacts on a channel in a number of days; what is open counts too.
  record CapRule(String id, String says, Scope scope, Channel channel, int atMost, int days)
      implements PolicyRule {
    @Override
    public PolicyStage stage() {
      return PolicyStage.CONTACT;
    }

    @Override
    public Finding look(Situation s) {
      if (s.channel() != channel) {
        return new Finding.Pass("Another channel");
      }
      Instant from = s.now().minus(Duration.ofDays(days));
      List<Instant> inside = contacts(s, channel).stream().filter(at -> at.isAfter(from)).toList();
      String fact =
          inside.size() + " of " + atMost + " " + plural(channel) + " in " + days + " days";
      if (inside.size() < atMost) {
        return new Finding.Pass(fact);
      }
      // It passes as soon as all but atMost - 1 of them have left the window.
      Instant leaves = inside.get(inside.size() - atMost).plus(Duration.ofDays(days));
      return new Finding.Fail(fact, moment(leaves, s));
    }
  }

  /// At least so many hours between two contacts on a channel.
  record GapRule(String id, String says, Scope scope, Channel channel, int hours)
      implements PolicyRule {
    @Override
    public PolicyStage stage() {
      return PolicyStage.CONTACT;
    }

    @Override
    public Finding look(Situation s) {
      if (s.channel() != channel) {
        return new Finding.Pass("Another channel");
      }
      List<Instant> all = contacts(s, channel);
      if (all.isEmpty()) {
        return new Finding.Pass("No " + singular(channel) + " in the last weeks");
      }
      Instant last = all.getLast();
      Instant free = last.plus(Duration.ofHours(hours));
      String fact = "Last " + singular(channel) + " " + moment(last, s);
      return s.now().isBefore(free)
          ? new Finding.Fail(fact, moment(free, s))
          : new Finding.Pass(fact);
    }
  }

  /// One open action for a customer at a time, across all agents.
  record OneOpenRule(String id, String says, Scope scope) implements PolicyRule {
    @Override
    public PolicyStage stage() {
      return PolicyStage.CONTACT;
    }

    @Override
    public Finding look(Situation s) {
      Optional<PastContact> open =
          s.contacts().stream().filter(c -> c.kind().equals("open")).findFirst();
      return open.isEmpty()
          ? new Finding.Pass("No other action is open")
          : new Finding.Fail(
              open.get().actionId() + " is open since " + moment(open.get().at(), s),
              open.get().actionId() + " is decided or done");
    }
  }

  /// The same action is not repeated, nor brought up again after a rejection, for some days.
  record RepeatRule(String id, String says, Scope scope, int days) implements PolicyRule {
    @Override
    public PolicyStage stage() {
      return PolicyStage.CONTACT;
    }

    @Override
    public Finding look(Situation s) {
      Instant from = s.now().minus(Duration.ofDays(days));
      Optional<PastContact> last =
          s.contacts().stream()
              .filter(c -> c.actionId().equals(s.actionId()) && c.at().isAfter(from))
              .max(Comparator.comparing(PastContact::at));
      return last.isEmpty()
          ? new Finding.Pass("Not used in " + days + " days")
          : new Finding.Fail(
              (last.get().kind().equals("rejected") ? "Rejected " : "Used ")
                  + moment(last.get().at(), s),
              moment(last.get().at().plus(Duration.ofDays(days)), s));
    }
  }

  /// Hours of the customer's day in which a channel may be used. Outside of them the action is held
  /// until they begin; it is not lost.
  record QuietHoursRule(String id, String says, Scope scope, LocalTime from, LocalTime to)
      implements PolicyRule {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    @Override
    public PolicyStage stage() {
      return PolicyStage.CONTACT;
    }

    @Override
    public Finding look(Situation s) {
      ZonedDateTime local = s.now().atZone(s.zone());
      String id = s.zone().getId();
      String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
      String fact = from + " to " + to + " " + place + ", now " + CLOCK.format(local);
      LocalTime time = local.toLocalTime();
      if (!time.isBefore(from) && time.isBefore(to)) {
        return new Finding.Pass(fact);
      }
      LocalDate day = time.isBefore(from) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
      return new Finding.Hold(day.atTime(from).atZone(s.zone()).toInstant(), fact);
    }
  }

  /// Money for a period.
  record BudgetRule(String id, String says, Scope scope, BigDecimal limit, Period period)
      implements PolicyRule {
    /// How long a budget lasts, in the workspace's calendar.
    public enum Period {
      DAY,
      WEEK,
      MONTH
    }

    @Override
    public PolicyStage stage() {
      return PolicyStage.BUDGET;
    }

    @Override
    public Finding look(Situation s) {
      BigDecimal left = limit.subtract(s.spent().getOrDefault(id, BigDecimal.ZERO));
      String when =
          period == Period.DAY ? "today" : "this " + period.name().toLowerCase(Locale.ROOT);
      String fact =
          Money.exact(s.cost(), s.currency())
              + " of "
              + Money.exact(left.max(BigDecimal.ZERO), s.currency())
              + " left "
              + when;
      return s.cost().signum() == 0 || s.cost().compareTo(left) <= 0
          ? new Finding.Pass(fact)
          : new Finding.Fail(
              fact,
              "the budget is raised by "
                  + Money.exact(s.cost().subtract(left), s.currency())
                  + " or the next "
                  + period.name().toLowerCase(Locale.ROOT)
                  + " begins");
    }

    /// The first moment of the period that holds `now`.
    public Instant begins(Instant now, java.time.ZoneId zone) {
      return firstDay(now, zone).atStartOfDay(zone).toInstant();
    }

    /// The first moment after the period that holds `now`.
    public Instant ends(Instant now, java.time.ZoneId zone) {
      LocalDate first = firstDay(now, zone);
      LocalDate next =
          switch (period) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
          };
      return next.atStartOfDay(zone).toInstant();
    }

    private LocalDate firstDay(Instant now, java.time.ZoneId zone) {
      LocalDate today = now.atZone(zone).toLocalDate();
      return switch (period) {
        case DAY -> today;
        case WEEK -> today.minusDays(today.getDayOfWeek().getValue() - 1L);
        case MONTH -> today.withDayOfMonth(1);
      };
    }
  }

  /// A condition over the customer's facts that holds for a whole class of actions.
  record FactRule(
      String id, String says, Scope scope, PolicyStage stage, Rule when, String passWhen)
      implements PolicyRule {
    @Override
    public Finding look(Situation s) {
      Rule.Verdict verdict = when.explain(s.facts());
      String fact = capital(verdict.fact());
      return verdict.holds()
          ? new Finding.Pass(fact)
          : new Finding.Fail(fact, passWhen.isBlank() ? verdict.passWhen() : passWhen);
    }
  }

  private static List<Instant> contacts(Situation s, Channel channel) {
    return s.contacts().stream()
        .filter(c -> c.channel().equals(channel.key()) && !c.kind().equals("rejected"))
        .map(PastContact::at)
        .filter(at -> !at.isAfter(s.now()))
        .sorted()
        .toList();
  }

  private static String plural(Channel channel) {
    return switch (channel) {
      case CALL -> "calls";
      case EMAIL -> "e-mails";
      case SMS -> "SMS";
      case POST -> "letters";
      case PUSH -> "app messages";
      case NONE -> "actions";
    };
  }

  private static String singular(Channel channel) {
    return switch (channel) {
      case CALL -> "call";
      case EMAIL -> "e-mail";
      case SMS -> "SMS";
      case POST -> "letter";
      case PUSH -> "app message";
      case NONE -> "action";
    };
  }

  private static String moment(Instant at, Situation s) {
    return Words.MOMENT.format(at.atZone(s.zone()));
  }

  private static String day(LocalDate date) {
    return Words.DAY.format(date);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
