package io.customer360.sample;

/// Sends parcels. Royal Parcel was late with 3 in 100, and with a quarter while its drivers were on
/// strike in spring 2026: from then a model can know what late parcels do. Swiftline, the carrier
/// from 21 September 2026, is late with 15, most of them from its northern depot.
final class Parcels {
  static final String OLD_CARRIER = "Royal Parcel";
  static final String NEW_CARRIER = "Swiftline";

  private final Story story;

  Parcels(Story story) {
    this.story = story;
  }

  void send(Person person, Order order, Dice dice) {
    boolean changed = order.at >= story.newCarrier;
    long day = Math.floorDiv(order.at, Times.DAY) * Times.DAY;
    long shipped = day + Times.DAY + dice.between(7 * 60, 16 * 60) * 60L;
    long promised = day + dice.between(3, 4) * Times.DAY + 18 * Times.HOUR;
    double risk;
    if (changed) {
      risk =
          switch (person.city.depot()) {
            case "north" -> 0.34;
            case "scotland" -> 0.15;
            default -> 0.09;
          };
    } else {
      boolean strike = order.at >= story.strike && order.at < story.strikeEnd;
      risk = strike ? 0.24 : Times.month(order.at) == 12 ? 0.06 : 0.026;
    }
    int late = dice.chance(risk) ? dice.between(2, changed ? 9 : 6) : 0;
    long delivered =
        promised
            + (late > 0 ? late : -dice.between(0, 1)) * Times.DAY
            - dice.between(30, 9 * 60) * 60L;
    order.parcel =
        new Order.Parcel(
            changed ? NEW_CARRIER : OLD_CARRIER,
            shipped,
            promised,
            Math.max(delivered, shipped + 4 * Times.HOUR),
            late);
  }
}
