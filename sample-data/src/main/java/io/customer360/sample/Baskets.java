package io.customer360.sample;

/// Fills baskets: how a person shops on a day of the year.
final class Baskets {
  private static final String[][] FAMILY = {
    {"kids", "kids", "kids", "footwear", "jackets", "camping", "layers", "accessories"},
  };
  private static final String[] REGULAR = {
    "footwear", "layers", "packs", "gear", "jackets", "cooking", "care", "camping"
  };
  private static final String[] WALKER = {
    "layers", "footwear", "accessories", "jackets", "gear", "dogs", "packs", "care"
  };
  private static final String[] GIFT = {"gifts", "accessories", "cooking", "gifts", "dogs"};
  private static final String[] STUDENT = {"cycling", "packs", "accessories", "camping", "layers"};

  /// Batches of the anorak that are sound.
  private static final String[] SOUND = {"25-09", "26-02", "26-05"};

  private final Catalog catalog;
  private final Story story;

  Baskets(Catalog catalog, Story story) {
    this.catalog = catalog;
    this.story = story;
  }

  Order order(Person person, long day, int number, Dice dice, long today) {
    boolean signsIn = person.webAccount || person.appUser;
    boolean online = dice.chance(signsIn ? person.online : 0.18 * person.online);
    boolean app = online && person.appUser && dice.chance(0.45);
    if (!online && story.turnedAway(person.city.store(), day, dice)) {
      online = true;
    }
    boolean reduced = dice.chance(0.06 + 0.62 * person.discount * sale(day));
    long at = hour(day, online, dice, today);
    Order order =
        new Order(
            number(person, number, online),
            at,
            online ? app ? "app" : "web" : "store",
            online
                ? -1
                : dice.chance(0.92) ? person.city.store() : dice.below(catalog.stores.length));
    boolean known = online ? signsIn : person.member() || person.posCustomer;
    order.anonymous = !known || dice.chance(online ? 0.03 : 0.13);
    int lines = 1 + (dice.chance(0.34) ? 1 : 0) + (dice.chance(0.13) ? dice.between(1, 2) : 0);
    for (int i = 0; i < lines; i++) {
      order.lines.add(line(person, at, reduced, dice));
    }
    if (!online && dice.chance(0.03) && at + 20 * Times.DAY < today) {
      order.returnedAt = at + dice.between(2, 20) * Times.DAY;
    }
    return order;
  }

  /// Order numbers: web orders as the shop prints them, receipts with their store in front.
  static String number(Person person, int number, boolean online) {
    return online
        ? "AP-" + (100_000 + person.index * 128L + number)
        : "R" + (7_000_000 + person.index * 128L + number);
  }

  private Order.Line line(Person person, long at, boolean reduced, Dice dice) {
    Catalog.Product product = product(person, at, dice);
    int quantity = dice.chance(0.86) ? 1 : dice.between(2, 3);
    int full = product.price() * quantity;
    int off = 0;
    String promo = "";
    if (reduced) {
      int percent = dice.between(2, 6) * 5;
      off = full * percent / 100;
      promo = promotion(person, at);
    }
    String batch = product.index() == catalog.recalled.index() ? dice.pick(SOUND) : "";
    return new Order.Line(product, batch, quantity, off, promo);
  }

  private static String promotion(Person person, long at) {
    if (person.segment == Segment.NEWCOMER) {
      return "AUTUMN10";
    }
    return switch (Times.month(at)) {
      case 11 -> "BLACKFRIDAY";
      case 12, 1 -> "WINTERSALE";
      case 6, 7, 8 -> "SUMMERSALE";
      default -> "SAVE";
    };
  }

  private Catalog.Product product(Person person, long at, Dice dice) {
    int month = Times.month(at);
    Catalog.Product best = any(person, dice);
    for (int tries = 0; tries < 3; tries++) {
      Catalog.Product product = tries == 0 ? best : any(person, dice);
      best = product;
      boolean winter = month >= 10 || month <= 2;
      boolean fits =
          switch (product.season()) {
            case "winter" -> winter || dice.chance(0.15);
            case "summer" -> !winter || dice.chance(0.12);
            default -> true;
          };
      // a basket that suits the purse: dear things less often for those who spend little
      double purse = Math.min(1, 0.2 + person.basket / Math.max(1.0, product.price()));
      if (fits && dice.chance(purse)) {
        break;
      }
    }
    return best;
  }

  private Catalog.Product any(Person person, Dice dice) {
    String[] wishes =
        switch (person.segment) {
          case LOYAL_FAMILY -> FAMILY[0];
          case TRAIL_REGULAR -> REGULAR;
          case WEEKEND_WALKER, DISCOUNT_HUNTER, NEWCOMER -> WALKER;
          case GIFT_BUYER -> GIFT;
          case STUDENT -> STUDENT;
        };
    if (dice.chance(0.12)) {
      return dice.pick(catalog.products);
    }
    return dice.pick(catalog.in(dice.pick(wishes)));
  }

  private static double sale(long at) {
    return switch (Times.month(at)) {
      case 7, 11, 12, 1 -> 1.3;
      default -> 0.9;
    };
  }

  /// Moves a day to an hour at which people shop, before today if the day was.
  private static long hour(long day, boolean online, Dice dice, long today) {
    long midnight = Math.floorDiv(day, Times.DAY) * Times.DAY;
    int minute =
        online
            ? (dice.chance(0.6)
                ? dice.between(17 * 60, 22 * 60 + 50)
                : dice.between(7 * 60, 17 * 60))
            : dice.between(9 * 60 + 5, 17 * 60 + 50);
    long at = Times.fromLondon(midnight + minute * 60L + dice.below(60));
    return day <= today && at > today ? at - Times.DAY : at;
  }
}
