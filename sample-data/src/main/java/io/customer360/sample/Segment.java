package io.customer360.sample;

/// The kinds of people who really are among the customers. The sources do not know them; the truth
/// files do.
enum Segment {
  LOYAL_FAMILY("Loyal families", 0.17, 54, 0.0085, 0.56, 0.25, 0.90, 0.44, 0.42, 9_000),
  TRAIL_REGULAR("Trail regulars", 0.13, 70, 0.009, 0.44, 0.20, 0.84, 0.42, 0.36, 8_500),
  WEEKEND_WALKER("Weekend walkers", 0.27, 180, 0.013, 0.40, 0.35, 0.36, 0.32, 0.22, 6_500),
  DISCOUNT_HUNTER("Only with a discount", 0.14, 145, 0.016, 0.54, 0.95, 0.34, 0.38, 0.26, 5_500),
  GIFT_BUYER("Gift buyers", 0.19, 330, 0.026, 0.36, 0.40, 0.08, 0.24, 0.08, 4_500),
  STUDENT("Students", 0.10, 175, 0.030, 0.58, 0.60, 0.16, 0.30, 0.46, 4_800),
  NEWCOMER("New from Autumn Trails", 0, 75, 0.11, 0.85, 0.70, 0.18, 0.45, 0.30, 5_200);

  final String words;

  /// Share of the people who did not come with the autumn campaign.
  final double share;

  /// Median days between two orders.
  final double gap;

  /// Chance to give up within 30 contented days.
  final double hazard;

  /// Share of orders made online.
  final double online;

  /// Readiness to wait for a discount.
  final double discount;

  /// Chance to hold a loyalty card.
  final double member;

  /// Chance to open an e-mail while interested.
  final double opens;

  /// Chance to use the app.
  final double app;

  /// Typical basket in pence.
  final int basket;

  Segment(
      String words,
      double share,
      double gap,
      double hazard,
      double online,
      double discount,
      double member,
      double opens,
      double app,
      int basket) {
    this.words = words;
    this.share = share;
    this.gap = gap;
    this.hazard = hazard;
    this.online = online;
    this.discount = discount;
    this.member = member;
    this.opens = opens;
    this.app = app;
    this.basket = basket;
  }

  private static final Segment[] ALL = values();

  static Segment draw(Dice dice) {
    double at = dice.unit();
    for (Segment segment : ALL) {
      at -= segment.share;
      if (at < 0) {
        return segment;
      }
    }
    return WEEKEND_WALKER;
  }
}
