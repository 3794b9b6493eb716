package io.customer360.sample;

/// Lets a person live: orders in their rhythm, parcels that come or do not, displeasure that adds
/// up and fades, tickets, and the moment of giving up. These causes are what a model can find.
final class Lives {
  static final long HISTORY = Times.at(2023, 1, 1);
  static final int LABEL_DAYS = 90;

  /// Displeasure halves in this many days.
  private static final double HALF_LIFE = 50;

  /// What one unit of displeasure does to the chance of giving up.
  private static final double IMPATIENCE = 2.5;

  private static final double[] SEASON = {
    0.95, 0.80, 0.88, 1.0, 1.08, 1.06, 1.05, 1.0, 0.96, 1.02, 1.20, 1.34
  };

  private final SampleSpec spec;
  private final Baskets baskets;
  private final Parcels parcels;
  private final Complaints complaints;
  private final Story story;
  private final long today;

  Lives(SampleSpec spec, Catalog catalog, Story story) {
    this.spec = spec;
    this.baskets = new Baskets(catalog, story);
    this.parcels = new Parcels(story);
    this.complaints = new Complaints(catalog);
    this.story = story;
    this.today = spec.today().getEpochSecond();
  }

  Life life(Person person) {
    Dice dice = Dice.of(spec.seed(), person.index, 10);
    Life life = new Life();
    Course course = new Course(person, life, dice);
    course.run();
    life.burdenToday = course.burdenAt(today);
    life.hazard = course.hazardToday();
    boolean buys = false;
    for (Order order : life.orders) {
      buys |= order.at > today && order.at <= today + LABEL_DAYS * Times.DAY;
    }
    life.churns = !buys;
    return life;
  }

  /// The walk through the years of one person.
  private final class Course {
    private final Person person;
    private final Life life;
    private final Dice dice;
    private double burden;
    private double lateBurden;
    private long burdenAt;
    private int number;

    Course(Person person, Life life, Dice dice) {
      this.person = person;
      this.life = life;
      this.dice = dice;
      this.burdenAt = HISTORY;
    }

    void run() {
      long start = HISTORY - (long) (person.gap * 2 * Times.DAY);
      long at =
          person.joined > start
              ? person.joined + (long) (dice.unit() * 6 * Times.DAY)
              : (dice.chance(0.55) ? rediscovers() : start)
                  + (long) (dice.rhythm(person.gap) * Times.DAY);
      long end = today + LABEL_DAYS * Times.DAY;
      while (at < end) {
        if (at >= HISTORY) {
          place(at);
        }
        double days = dice.rhythm(person.gap) / SEASON[Times.month(at) - 1];
        long next = at + (long) (days * Times.DAY) + Times.HOUR;
        if (givesUp(at, next)) {
          at = comesBack(at, end);
        } else {
          at = next;
        }
      }
      story.more(person, life, dice, today);
    }

    /// Old acquaintances who had drifted away before the history begins, and came back in it.
    private long rediscovers() {
      return HISTORY + (long) (dice.unit() * Math.max(0, today - 40 * Times.DAY - HISTORY));
    }

    private boolean givesUp(long from, long to) {
      // the burden fades over the gap: its mean effect is taken at a fifth of the way
      double weight = Math.min(2.8, burdenAt(from + (to - from) / 5));
      double chance =
          person.hazard * StrictMath.exp(IMPATIENCE * weight) * ((to - from) / (30.0 * Times.DAY));
      if (person.scripted() || !dice.chance(1 - StrictMath.exp(-chance))) {
        return false;
      }
      double share = weight > 0.3 ? 0.12 + 0.3 * dice.unit() : dice.unit();
      life.gaveUp = from + (long) (share * (to - from));
      life.reason = weight < 0.3 ? "rhythm" : lateBurden > weight / 2 ? "late" : "service";
      return true;
    }

    /// A few come back after months; the time of giving up is then forgotten.
    private long comesBack(long from, long end) {
      if (dice.chance(0.15)) {
        long back = from + (long) (dice.between(150, 500) * Times.DAY);
        if (back < end) {
          if (back <= today) {
            life.gaveUp = Long.MAX_VALUE;
          }
          burden = 0;
          return back;
        }
      }
      return end;
    }

    private void place(long at) {
      Order order = baskets.order(person, at, number++, dice, today);
      life.orders.add(order);
      if (order.online()) {
        parcels.send(person, order, dice);
      }
      int late = order.late();
      if (late > 0) {
        Order.Parcel parcel = order.parcel;
        long felt =
            parcel == null ? at : Math.min(parcel.promised() + Times.DAY, parcel.delivered());
        double more = 0.85 + 0.11 * Math.min(late, 8);
        add(felt, more);
        lateBurden += more;
      }
      Ticket ticket = complaints.about(person, order, life.tickets.size(), dice, today);
      if (ticket != null) {
        life.tickets.add(ticket);
        if (ticket.tone().equals("bad")) {
          add(ticket.opened(), ticket.rating() > 0 && ticket.rating() <= 2 ? 0.9 : 0.55);
        } else if (ticket.tone().equals("good")) {
          add(ticket.opened(), -0.3);
        }
      }
    }

    private void add(long at, double more) {
      burden = Math.max(-0.6, burdenAt(at) + more);
      burdenAt = at;
    }

    double burdenAt(long at) {
      double days = (at - burdenAt) / (double) Times.DAY;
      double left = days <= 0 ? 1 : StrictMath.exp(-0.6931 * days / HALF_LIFE);
      return burden * left;
    }

    /// The chance of no order in the 90 days after today, from the causes and without the dice.
    double hazardToday() {
      if (life.gaveUp <= today) {
        return 0.985;
      }
      long last = person.joined;
      for (Order order : life.orders) {
        if (order.at <= today) {
          last = Math.max(last, order.at);
        }
      }
      double season = SEASON[Times.month(today) - 1];
      double waited = Math.max(0, (today - last) / (double) Times.DAY) * season;
      double quiet =
          survival(waited + LABEL_DAYS * season, person.gap)
              / Math.max(1e-9, survival(waited, person.gap));
      double weight = Math.min(2.8, Math.max(0, burdenAt(today)));
      double exposed = Math.min(LABEL_DAYS, person.gap) / 30 * 0.6;
      double leaves =
          1 - StrictMath.exp(-person.hazard * StrictMath.exp(IMPATIENCE * weight) * exposed);
      return Math.clamp(leaves + (1 - leaves) * quiet, 0.001, 0.999);
    }

    /// Chance that an Erlang gap with four stages is longer than these days.
    private static double survival(double days, double mean) {
      double x = 4 * days / mean;
      return StrictMath.exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
    }
  }
}
