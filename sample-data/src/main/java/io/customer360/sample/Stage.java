package io.customer360.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The people whose stories are told on a stage, written by hand in `words/stage*.txt`: their
/// names, traces, last orders and tickets.
final class Stage {
  /// Chidi Okafor's receipts are known by this record, as the identity story wants it.
  static final String CHIDI_POS_KEY = "POS-7F-1182";

  static final int NGOZI = 4711;
  static final int CHIDI = 4712;

  private final Map<Integer, String[]> byIndex = new HashMap<>();
  private final Map<Integer, Integer> numberOfIndex = new HashMap<>();
  private final Map<Integer, List<String[]>> orders = new HashMap<>();
  private final Map<Integer, List<String[]>> tickets = new HashMap<>();
  private final Catalog catalog;
  private final long shift;

  Stage(SampleSpec spec, Catalog catalog) {
    this.catalog = catalog;
    this.shift =
        Math.floorDiv(
                spec.today().getEpochSecond() - SampleSpec.DEFAULT_TODAY.getEpochSecond(),
                Times.DAY)
            * Times.DAY;
    for (String[] f : Words.list("stage", 21)) {
      int number = Integer.parseInt(f[0]);
      int index =
          spec.customers() >= 10_000
              ? number - 1
              : (int) ((number - 1L) * spec.customers() / SampleSpec.DEFAULT_CUSTOMERS);
      while (byIndex.containsKey(index)) {
        index = (index + 1) % spec.customers();
      }
      byIndex.put(index, f);
      numberOfIndex.put(index, number);
    }
    for (String[] f : Words.list("stage-orders", 8)) {
      orders.computeIfAbsent(Integer.valueOf(f[0]), key -> new ArrayList<>()).add(f);
    }
    for (String[] f : Words.list("stage-tickets", 11)) {
      tickets.computeIfAbsent(Integer.valueOf(f[0]), key -> new ArrayList<>()).add(f);
    }
  }

  Collection<Integer> indexes() {
    return byIndex.keySet();
  }

  Set<String> names() {
    return byIndex.values().stream().map(f -> f[1] + " " + f[2]).collect(Collectors.toSet());
  }

  /// How many of them bought the recalled batch.
  int recallBuyers() {
    return (int)
        orders.values().stream()
            .filter(list -> list.stream().anyMatch(f -> f[4].contains(Catalog.RECALLED_BATCH)))
            .count();
  }

  /// How many of them are Silver and less than 150 points from Gold.
  int nearGold() {
    return (int)
        byIndex.values().stream()
            .filter(
                f -> f[18].equals("Silver") && Loyalty.GOLD_POINTS - Integer.parseInt(f[19]) < 150)
            .count();
  }

  String[] line(int index) {
    String[] found = byIndex.get(index);
    if (found == null) {
      throw new IllegalStateException("Nobody on the stage has number " + index + ".");
    }
    return found;
  }

  String tier(int index) {
    return line(index)[18];
  }

  int points(int index) {
    return Integer.parseInt(line(index)[19]);
  }

  boolean is(Person person, int number) {
    return person.scripted() && numberOfIndex.getOrDefault(person.index, 0) == number;
  }

  boolean secondAppUser(Person person) {
    return person.scripted() && line(person.index)[17].indexOf('b') >= 0;
  }

  void cast(Person person) {
    String[] f = line(person.index);
    person.first = f[1];
    person.last = f[2];
    person.familiar = f[1];
    person.city = catalog.city(f[3]);
    person.street = f[4];
    person.postcode = f[5];
    person.born = date(f[6]) / Times.DAY;
    person.email = f[7];
    person.otherEmail = f[8];
    person.phone = f[9];
    person.landline = f[10];
    person.card = f[11];
    person.gap = Double.parseDouble(f[13]);
    person.hazard = 0.01;
    person.online = Double.parseDouble(f[16]);
    person.discount = 0.15;
    person.opens = 0.55;
    person.sessions = 46;
    person.basket = 9_000;
    person.kids = f[12].equals("LOYAL_FAMILY");
    String traces = f[17];
    person.inCrm = traces.indexOf('c') >= 0;
    person.crmTwice = false;
    person.webAccount = traces.indexOf('w') >= 0;
    person.secondWebAccount = traces.indexOf('x') >= 0;
    person.posCustomer = traces.indexOf('p') >= 0;
    person.appUser = traces.indexOf('a') >= 0;
    person.contact = traces.indexOf('m') >= 0;
    person.smsContact = traces.indexOf('s') >= 0;
    person.sharesDevice = false;
    person.segment = Segment.valueOf(f[12]);
    if (is(person, CHIDI)) {
      person.givenPosKey = CHIDI_POS_KEY;
    }
  }

  /// Replaces what the dice wrote by the scripted life.
  void play(Person person, Life life, Baskets baskets, Dice dice, long today) {
    String[] f = line(person.index);
    life.orders.clear();
    life.tickets.clear();
    int before = Integer.parseInt(f[14]);
    long last = date(f[15]) + shift;
    for (int i = 0; i < before; i++) {
      long back = (long) ((before - 1 - i) * person.gap * Times.DAY);
      long wobble = i == before - 1 ? 0 : dice.between(-2, 2) * Times.DAY;
      Order order = baskets.order(person, last - back + wobble, i, dice, today);
      order.anonymous = false;
      order.returnedAt = 0;
      if (order.online()) {
        long day = Math.floorDiv(order.at, Times.DAY) * Times.DAY;
        order.parcel =
            new Order.Parcel(
                Parcels.OLD_CARRIER,
                day + Times.DAY + 9 * Times.HOUR,
                day + 3 * Times.DAY + 18 * Times.HOUR,
                day + 3 * Times.DAY + 11 * Times.HOUR,
                0);
      }
      life.orders.add(order);
    }
    int number = numberOfIndex.getOrDefault(person.index, 0);
    orders.getOrDefault(number, List.of()).forEach(o -> life.orders.add(order(o)));
    tickets.getOrDefault(number, List.of()).forEach(t -> life.tickets.add(ticket(t)));
    Order end = life.orders.getLast();
    if (f[20].equals("quiet")) {
      life.gaveUp = end.at + 14 * Times.DAY;
      life.reason = "late";
    } else {
      life.gaveUp = Long.MAX_VALUE;
      life.orders.add(baskets.order(person, today + 12 * Times.DAY, 126, dice, today));
    }
  }

  private Order order(String[] f) {
    long at = time(f[2]) + shift;
    boolean online = f[3].equals("web") || f[3].equals("app");
    int store = -1;
    for (int i = 0; i < catalog.stores.length; i++) {
      if (catalog.stores[i].id().equals(f[3])) {
        store = i;
      }
    }
    Order order = new Order(f[1], at, online ? f[3] : "store", store);
    for (String item : f[4].split(",", -1)) {
      String[] product = item.split("[*/]", -1);
      order.lines.add(
          new Order.Line(
              catalog.product(product[0]),
              product.length > 2 ? product[2] : "",
              Integer.parseInt(product[1]),
              0,
              ""));
    }
    if (online) {
      long promised = Times.fromLondon(date(f[6]) + 18 * Times.HOUR) + shift;
      long delivered = time(f[7]) + shift;
      int late = (int) (Math.floorDiv(delivered, Times.DAY) - Math.floorDiv(promised, Times.DAY));
      order.parcel =
          new Order.Parcel(f[5], at + 20 * Times.HOUR, promised, delivered, Math.max(0, late));
    }
    return order;
  }

  private Ticket ticket(String[] f) {
    return new Ticket(
        f[1],
        time(f[2]) + shift,
        f[3].isEmpty() ? 0 : time(f[3]) + shift,
        f[4],
        f[5],
        f[9],
        f[10],
        f[7].isEmpty() ? 0 : Integer.parseInt(f[7]),
        f[6],
        f[8]);
  }

  private static long date(String text) {
    return Times.at(
        Integer.parseInt(text.substring(0, 4)),
        Integer.parseInt(text.substring(5, 7)),
        Integer.parseInt(text.substring(8, 10)));
  }

  /// A London time as UTC seconds.
  static long time(String text) {
    long shown =
        date(text)
            + Integer.parseInt(text.substring(11, 13)) * Times.HOUR
            + Integer.parseInt(text.substring(14, 16)) * 60L;
    return Times.fromLondon(shown);
  }
}
