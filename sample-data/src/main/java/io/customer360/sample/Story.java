package io.customer360.sample;

/// What happened to the company: the strike, the new carrier, the quiet store, the recalled batch,
/// the moved send time. Dates are those of autumn 2026, moved along if the sample is made for
/// another day.
final class Story {
  /// Swiftline carries from this moment.
  final long newCarrier;

  /// The old carrier's drivers are on strike from this moment; why the company looks for another.
  final long strike;

  /// The strike ends.
  final long strikeEnd;

  /// Text messages at the weekend go out at 19:30 instead of 10:00 from this moment.
  final long sendTimeMoved;

  /// Road works in front of the York store from this moment.
  final long roadWorks;

  private static final String QUIET_STORE = "YRK-1";

  private final int quietStore;
  private final Catalog catalog;
  private final Stage stage;
  private final long shift;

  Story(SampleSpec spec, Catalog catalog, Stage stage) {
    this.catalog = catalog;
    this.stage = stage;
    shift =
        Math.floorDiv(
                spec.today().getEpochSecond() - SampleSpec.DEFAULT_TODAY.getEpochSecond(),
                Times.DAY)
            * Times.DAY;
    newCarrier = Times.at(2026, 9, 21) + shift;
    strike = Times.at(2026, 3, 9) + shift;
    strikeEnd = Times.at(2026, 6, 1) + shift;
    sendTimeMoved = Times.at(2026, 10, 26) + shift;
    roadWorks = Times.at(2026, 10, 12) + shift;
    int store = 0;
    while (!catalog.stores[store].id().equals(QUIET_STORE)) {
      store++;
    }
    quietStore = store;
  }

  long shift() {
    return shift;
  }

  /// Whether a customer of this store gives up parking and orders online.
  boolean turnedAway(int store, long at, Dice dice) {
    return store == quietStore && at >= roadWorks && dice.chance(0.5);
  }

  /// Adds what a part in a story brings to a life.
  void more(Person person, Life life, Dice dice, long today) {
    if (person.scripted()) {
      stage.play(person, life, new Baskets(catalog, this), dice, today);
    } else if (person.recall()) {
      life.orders.add(anorak(person, dice));
      life.orders.sort((a, b) -> Long.compare(a.at, b.at));
    }
  }

  private Order anorak(Person person, Dice dice) {
    long midnight = Times.at(2026, 8, 20) + shift + dice.below(70) * Times.DAY;
    long at = midnight + dice.between(9, 16) * Times.HOUR + dice.below(3_000);
    boolean online = person.webAccount && !person.email.isEmpty() && dice.chance(0.5);
    Order order =
        new Order(
            Baskets.number(person, 127, online),
            at,
            online ? "web" : "store",
            online ? -1 : person.city.store());
    order.lines.add(new Order.Line(catalog.recalled, Catalog.RECALLED_BATCH, 1, 0, ""));
    if (person.role == Role.RECALL_RETURNED) {
      order.returnedAt = at + 9 * Times.DAY;
    }
    if (online) {
      long day = Math.floorDiv(at, Times.DAY) * Times.DAY;
      order.parcel =
          new Order.Parcel(
              at >= newCarrier ? Parcels.NEW_CARRIER : Parcels.OLD_CARRIER,
              day + 33 * Times.HOUR,
              day + 3 * Times.DAY + 18 * Times.HOUR,
              day + 3 * Times.DAY + 10 * Times.HOUR,
              0);
    }
    return order;
  }
}
