package io.customer360.assistant.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tool and its arguments. Measures, dimensions, attributes and activities are keys of the
/// semantic layer.
public sealed interface Plan {
  /// The tool in a word, for the understanding and the log.
  String tool();

  /// Stable text for golden files and logs: equal plans have equal texts.
  String text();

  /// How many customers; with `stake` also the money behind them.
  record Count(Audience audience, boolean stake) implements Plan {
    @Override
    public String tool() {
      return "count";
    }

    @Override
    public String text() {
      return "count customers" + audience.text() + (stake ? " with stake" : "");
    }
  }

  /// Which customers, sorted by an attribute.
  record ListCustomers(Audience audience, String sort, boolean descending, int limit)
      implements Plan {
    @Override
    public String tool() {
      return "list";
    }

    @Override
    public String text() {
      return "list "
          + (limit > 0 ? limit + " " : "")
          + "customers"
          + audience.text()
          + " by "
          + sort
          + (descending ? " desc" : " asc");
    }
  }

  /// One number, maybe of a period.
  record Figure(String measure, Audience audience, @Nullable Period period) implements Plan {
    @Override
    public String tool() {
      return "measure";
    }

    @Override
    public String text() {
      return measure + audience.text() + Plan.in(period);
    }
  }

  /// A number of one period against another, maybe split by a dimension.
  record ComparePeriods(
      String measure, @Nullable String dimension, Audience audience, Period period, Period against)
      implements Plan {
    @Override
    public String tool() {
      return "compare";
    }

    @Override
    public String text() {
      return "compare "
          + measure
          + (dimension == null ? "" : " by " + dimension)
          + audience.text()
          + Plan.in(period)
          + " against "
          + against.range();
    }
  }

  /// A number of some values of a dimension against each other.
  record CompareGroups(
      String measure,
      String dimension,
      List<String> values,
      Audience audience,
      @Nullable Period period)
      implements Plan {
    public CompareGroups {
      values = List.copyOf(values);
    }

    @Override
    public String tool() {
      return "compare";
    }

    @Override
    public String text() {
      return "compare "
          + measure
          + " of "
          + dimension
          + " ["
          + String.join(", ", values)
          + "]"
          + audience.text()
          + Plan.in(period);
    }
  }

  /// A number over time.
  record Trend(String measure, Grain grain, Audience audience, Period period) implements Plan {
    @Override
    public String tool() {
      return "trend";
    }

    @Override
    public String text() {
      return "trend " + measure + " by " + grain.words() + audience.text() + Plan.in(period);
    }
  }

  /// Numbers split by a dimension.
  record Breakdown(
      List<String> measures, String dimension, Audience audience, @Nullable Period period)
      implements Plan {
    public Breakdown {
      measures = List.copyOf(measures);
      if (measures.isEmpty()) {
        throw new IllegalArgumentException("a breakdown needs a measure");
      }
    }

    @Override
    public String tool() {
      return "breakdown";
    }

    @Override
    public String text() {
      return "breakdown "
          + String.join(", ", measures)
          + " by "
          + dimension
          + audience.text()
          + Plan.in(period);
    }
  }

  /// The values of a dimension with the most (or least) of a measure.
  record Top(
      String dimension,
      String measure,
      int n,
      boolean most,
      Audience audience,
      @Nullable Period period)
      implements Plan {
    public Top {
      if (n < 1) {
        throw new IllegalArgumentException("top needs a positive number: " + n);
      }
    }

    @Override
    public String tool() {
      return "top";
    }

    @Override
    public String text() {
      return (most ? "top " : "bottom ")
          + n
          + " "
          + dimension
          + " by "
          + measure
          + audience.text()
          + Plan.in(period);
    }
  }

  /// Customers with the most (or least) of a measure counted over their rows.
  record TopCustomers(
      String measure, int n, boolean most, Audience audience, @Nullable Period period)
      implements Plan {
    @Override
    public String tool() {
      return "top";
    }

    @Override
    public String text() {
      return (most ? "top " : "bottom ")
          + n
          + " customers by "
          + measure
          + audience.text()
          + Plan.in(period);
    }
  }

  /// How large a part of an audience meets further conditions.
  record Share(Audience part, Audience whole) implements Plan {
    @Override
    public String tool() {
      return "share";
    }

    @Override
    public String text() {
      return "share of customers" + whole.text() + " that" + part.text();
    }
  }

  /// Why this customer has this score.
  record Explain(String customerId, String model) implements Plan {
    @Override
    public String tool() {
      return "explain";
    }

    @Override
    public String text() {
      return "explain " + model + " of " + customerId;
    }
  }

  /// What drives a score over an audience.
  record Drivers(String model, Audience audience) implements Plan {
    @Override
    public String tool() {
      return "drivers";
    }

    @Override
    public String text() {
      return "drivers of " + model + audience.text();
    }
  }

  /// One customer: everything, or one aspect (`orders`, `tickets`, `consent`, `points`, `next`,
  /// `deliveries`, `messages`, `sources`).
  record Profile(String customerId, String aspect) implements Plan {
    @Override
    public String tool() {
      return "profile";
    }

    @Override
    public String text() {
      return "profile of " + customerId + (aspect.isEmpty() ? "" : " " + aspect);
    }
  }

  /// Why an action was not chosen for a customer; without an action: for every action not chosen.
  record WhyNot(String customerId, String action) implements Plan {
    @Override
    public String tool() {
      return "why-not";
    }

    @Override
    public String text() {
      return "why not " + (action.isEmpty() ? "other actions" : action) + " for " + customerId;
    }
  }

  /// A segment definition, to be reviewed and saved by a person.
  record Segment(Audience audience) implements Plan {
    @Override
    public String tool() {
      return "segment";
    }

    @Override
    public String text() {
      return "segment" + audience.text();
    }
  }

  /// Which offers and actions do well for an audience.
  record OffersFor(Audience audience) implements Plan {
    @Override
    public String tool() {
      return "offers";
    }

    @Override
    public String text() {
      return "offers for customers" + audience.text();
    }
  }

  /// A proposal for an audience: a handle to review, never an effect.
  record Propose(String action, Audience audience) implements Plan {
    @Override
    public String tool() {
      return "propose";
    }

    @Override
    public String text() {
      return "propose " + (action.isEmpty() ? "the best action" : action) + audience.text();
    }
  }

  /// Decisions of the agents by state: what waits, was approved, blocked, sent.
  record DecisionsBy(String state, @Nullable Period period) implements Plan {
    @Override
    public String tool() {
      return "decisions";
    }

    @Override
    public String text() {
      return "decisions " + state + in(period);
    }
  }

  private static String in(@Nullable Period period) {
    return period == null ? "" : " in " + period.range();
  }
}
