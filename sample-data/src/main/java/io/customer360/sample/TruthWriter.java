package io.customer360.sample;

/// Writes what is really so about each person.
final class TruthWriter {
  private final long today;

  TruthWriter(SampleSpec spec) {
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    int orders = 0;
    long last = 0;
    for (Order order : life.orders) {
      if (order.at <= today) {
        orders++;
        last = Math.max(last, order.at);
      }
    }
    Text text = block.at(Truth.CHURN);
    text.add(person.id()).add(',').add(person.segment.name()).add(',');
    text.add(state(life, orders, last, person)).add(",0.").pad((int) (life.hazard * 1_000), 3);
    text.add(',').add(life.churns ? '1' : '0').add(',');
    if (life.gaveUp <= today) {
      Times.isoDate(text, life.gaveUp).add(',').add(life.reason);
    } else {
      text.add(',');
    }
    text.add(',').money(Math.round(life.burdenToday * 100)).add(',').add(orders).add(',');
    if (last > 0) {
      Times.isoDate(text, last);
    }
    text.add(',').add(Math.round(person.gap)).end();
    treatments(person, life, orders, block.at(Truth.TREATMENT));
  }

  private String state(Life life, int orders, long last, Person person) {
    if (orders == 0) {
      return "prospect";
    }
    if (life.gaveUp <= today) {
      return today - last > 180 * Times.DAY ? "churned" : "at-risk";
    }
    return life.burdenToday > 0.5
        ? "at-risk"
        : today - person.joined < 90 * Times.DAY ? "new" : "active";
  }

  /// By how much each kind of offer lowers the chance of no order in 90 days. Nothing helps whom
  /// nothing ails; a discount to somebody who would buy anyway only costs.
  private static void treatments(Person person, Life life, int orders, Text text) {
    if (orders == 0) {
      return;
    }
    double displeased = Math.min(1, Math.max(0, life.burdenToday) / 2.2);
    double room = life.hazard * (1 - life.hazard) * 4;
    boolean gone = life.hazard > 0.98;
    effect(text, person, "service_recovery", displeased * (gone ? 0.18 : 0.34));
    effect(text, person, "free_express", displeased * 0.2 + room * 0.05 * person.online);
    effect(
        text,
        person,
        "discount",
        room * 0.16 * person.discount - (person.discount < 0.2 ? 0.01 : 0));
    effect(text, person, "tier_nudge", person.member() ? room * 0.07 : 0);
    effect(text, person, "win_back", gone ? 0.04 + 0.05 * person.discount : 0);
    effect(text, person, "gift", room * 0.06 + displeased * 0.08);
  }

  private static void effect(Text text, Person person, String kind, double effect) {
    text.add(person.id()).add(',').add(kind).add(effect < 0 ? ",-0." : ",0.");
    text.pad((int) Math.min(999, Math.abs(effect) * 1_000), 3).end();
  }
}
