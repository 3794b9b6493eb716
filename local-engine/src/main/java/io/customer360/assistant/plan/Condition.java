package io.customer360.assistant.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A condition on customers, or on the rows a measure is counted over where those carry the
/// dimension. `phrase` is the person's own words, for chips and query comments.
public sealed interface Condition {
  String phrase();

  boolean negated();

  Condition negate();

  /// Stable text for golden files and logs.
  String text();

  /// A customer attribute against a number: churn >= 0.6. An unknown value never passes, negated or
  /// not.
  ///
  /// @param upper the upper end for `between`, else null
  record Threshold(
      String attribute,
      String op,
      double value,
      @Nullable Double upper,
      boolean negated,
      String phrase)
      implements Condition {
    private static final Set<String> OPS = Set.of(">=", ">", "<=", "<", "=", "between");

    public Threshold {
      if (!OPS.contains(op) || op.equals("between") != (upper != null)) {
        throw new IllegalArgumentException("bad threshold " + op + " " + upper);
      }
    }

    @Override
    public Condition negate() {
      return new Threshold(attribute, op, value, upper, !negated, phrase);
    }

    @Override
    public String text() {
      String test =
          upper == null
              ? attribute + " " + op + " " + Numbers.plain(value)
              : attribute + " between " + Numbers.plain(value) + " and " + Numbers.plain(upper);
      return negated ? "not " + test : test;
    }
  }

  /// A dimension has one of these values.
  record Is(String dimension, List<String> values, boolean negated, String phrase)
      implements Condition {
    public Is {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no values for " + dimension);
      }
    }

    @Override
    public Condition negate() {
      return new Is(dimension, values, !negated, phrase);
    }

    @Override
    public String text() {
      return (negated ? "not " : "") + dimension + " in [" + String.join(", ", values) + "]";
    }
  }

  /// Did something at least `times` times, maybe in a period and with details.
  record Did(
      String activity,
      List<Is> details,
      @Nullable Period period,
      int times,
      boolean negated,
      String phrase)
      implements Condition {
    public Did {
      details = List.copyOf(details);
      if (times < 1) {
        throw new IllegalArgumentException("times must be positive: " + times);
      }
    }

    @Override
    public Condition negate() {
      return new Did(activity, details, period, times, !negated, phrase);
    }

    @Override
    public String text() {
      return (negated ? "not " : "")
          + activity
          + (details.isEmpty()
              ? ""
              : details.stream().map(Is::text).collect(Collectors.joining(", ", "(", ")")))
          + (times > 1 ? " x" + times : "")
          + (period == null ? "" : " in " + period.range());
    }
  }

  /// Consent for a purpose and channel stands at `status`. Without a channel: for any channel.
  record Consent(
      String purpose, @Nullable String channel, String status, boolean negated, String phrase)
      implements Condition {
    private static final Set<String> STATUSES = Set.of("yes", "no", "not_asked");

    public Consent {
      if (!STATUSES.contains(status)) {
        throw new IllegalArgumentException("bad consent status " + status);
      }
    }

    @Override
    public Condition negate() {
      return new Consent(purpose, channel, status, !negated, phrase);
    }

    @Override
    public String text() {
      return (negated ? "not " : "")
          + "consent "
          + purpose
          + (channel == null ? "" : " by " + channel)
          + " is "
          + status;
    }
  }

  /// Has a usable e-mail address or phone number.
  record Has(String field, boolean negated, String phrase) implements Condition {
    private static final Set<String> FIELDS =
        Set.of("email", "phone", "address", "loyalty_id", "birth_date");

    public Has {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException("bad field " + field);
      }
    }

    @Override
    public Condition negate() {
      return new Has(field, !negated, phrase);
    }

    @Override
    public String text() {
      return (negated ? "not " : "") + "has " + field;
    }
  }
}
