package io.customer360.sample;

/// Writes orders and parcels of the web shop and receipts of the registers, with the errors planted
/// among them.
final class SalesWriter {
  private static final int WEB = SourceFile.WEB_ORDERS.ordinal();

  private final SampleSpec spec;
  private final Catalog catalog;
  private final Outputs outputs;
  private final Stage stage;
  private final long today;

  SalesWriter(SampleSpec spec, Catalog catalog, Outputs outputs, Stage stage) {
    this.spec = spec;
    this.catalog = catalog;
    this.outputs = outputs;
    this.stage = stage;
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    Dice dice = Dice.of(spec.seed(), person.index, 40);
    for (Order order : life.orders) {
      if (order.at > today - (order.online() ? 0 : 2 * Times.DAY)) {
        continue;
      }
      if (order.online()) {
        web(person, order, dice, block);
      } else {
        pos(person, order, order.at, order.id, 1, dice, block);
        if (order.returnedAt > 0 && order.returnedAt < today - 2 * Times.DAY) {
          pos(person, order, order.returnedAt, order.id + "-R", -1, dice, block);
        }
      }
    }
  }

  private boolean clean(Person person, Order order) {
    return person.scripted() || order.lines.getFirst().batch().equals(Catalog.RECALLED_BATCH);
  }

  private void web(Person person, Order order, Dice dice, Block block) {
    Text text = block.at(SourceFile.WEB_ORDERS);
    boolean clean = clean(person, order);
    int number = 1;
    String account = person.webAccount ? person.webKey() : "";
    if (person.secondWebAccount && !order.channel.equals("app") && dice.chance(0.3)) {
      account = RecordWriter.secondWebKey(person);
    }
    for (Order.Line line : order.lines) {
      int mark = text.mark();
      Catalog.Product product = line.product();
      boolean negative = !clean && dice.chance(0.0004);
      boolean wrongCurrency = !clean && !negative && dice.chance(0.0002);
      text.add("{\"orderNumber\":\"").add(order.id).add("\",\"line\":").add(number++);
      text.add(",\"customer\":{");
      if (!order.anonymous && !account.isEmpty()) {
        text.add("\"account\":\"").add(account).add("\",\"email\":").json(person.email);
      } else if (!order.anonymous && person.appUser) {
        text.add("\"account\":null,\"email\":").json(person.email);
      } else {
        // a guest: the shop keeps the address for the parcel but no account
        text.add("\"account\":null,\"email\":");
        if (person.email.isEmpty() || dice.chance(0.5)) {
          text.add("null");
        } else {
          text.json(person.email);
        }
      }
      text.add(",\"club\":");
      if (person.member() && !order.anonymous && (clean || dice.chance(0.5))) {
        text.json(person.card);
      } else {
        text.add("null");
      }
      text.add("},\"placedAt\":\"");
      Times.offset(text, order.at).add("\",\"via\":\"").add(order.channel);
      text.add("\",\"item\":{\"code\":\"").add(product.sku()).add("\",\"title\":");
      text.json(product.name()).add(",\"department\":\"").add(product.category());
      text.add("\",\"batch\":");
      if (line.batch().isEmpty()) {
        text.add("null");
      } else {
        text.json(line.batch());
      }
      text.add("},\"qty\":").add(line.quantity()).add(",\"unitPrice\":");
      text.money(negative ? -product.price() : product.price()).add(",\"rebate\":");
      text.money(line.reduction()).add(",\"cost\":").money(product.cost());
      text.add(",\"currency\":\"").add(wrongCurrency ? "GPB" : "GBP").add("\",\"promo\":");
      if (line.promo().isEmpty()) {
        text.add("null}").end();
      } else {
        text.json(line.promo()).add('}').end();
      }
      if (negative) {
        block.plant(WEB, "negative price", "-" + pounds(product.price()));
      } else if (wrongCurrency) {
        block.plant(WEB, "unknown currency", "GPB");
      } else if (!clean && dice.chance(0.0026)) {
        text.repeat(mark);
        block.plant(WEB, "row sent twice", order.id);
      }
    }
    Order.Parcel parcel = order.parcel;
    if (parcel != null) {
      Text way = block.at(SourceFile.WEB_SHIPMENTS);
      way.add(order.id).add(',').add(parcel.carrier()).add(',');
      if (parcel.shipped() <= today) {
        Times.instant(way, parcel.shipped());
      }
      way.add(',');
      Times.instant(way, parcel.promised()).add(',');
      if (parcel.delivered() <= today) {
        Times.instant(way, parcel.delivered());
      }
      way.end();
    }
  }

  private static String pounds(int pence) {
    return pence / 100 + (pence % 100 < 10 ? ".0" : ".") + pence % 100;
  }

  private void pos(
      Person person, Order order, long at, String receipt, int sign, Dice dice, Block block) {
    int file = outputs.posIndex(at);
    Text text = block.at(file);
    boolean clean = clean(person, order);
    String store = catalog.stores[order.store].id();
    boolean askMend =
        !clean
            && file == outputs.lastPosIndex()
            && store.equals("LDS-1")
            && at > today - 34 * Times.DAY;
    boolean withCard = !order.anonymous && person.member() && !stage.is(person, Stage.CHIDI);
    withCard |= stage.is(person, Stage.CHIDI) && !order.id.startsWith("R99");
    int number = 1;
    for (Order.Line line : order.lines) {
      int mark = text.mark();
      Catalog.Product product = line.product();
      double luck = clean ? 0.5 : dice.unit();
      String kind = "";
      String value = "";
      int quantity = sign * line.quantity();
      long shown = at;
      String currency = "GBP";
      String place = store;
      if (askMend && sign > 0 && luck < 0.085) {
        quantity *= 1_000;
        kind = "quantity in thousandths";
        value = Integer.toString(quantity);
      } else if (luck > 0.9998) {
        shown = at + 36 * 365 * Times.DAY;
        kind = "year typed wrong";
        value = Integer.toString(Times.year(shown));
      } else if (luck > 0.9996) {
        currency = "GPB";
        kind = "unknown currency";
        value = currency;
      } else if (luck > 0.9994) {
        place = "LDS-9";
        kind = "unknown store";
        value = place;
      }
      text.add(receipt).add(',').add(number++).add(',');
      Times.local(text, shown).add(',').add(place).add(',');
      text.add(withCard ? person.card : "").add(',');
      text.add(!withCard && !order.anonymous && person.posCustomer ? person.posKey() : "");
      text.add(',').add(product.sku()).add(',').csv(product.name(), ',').add(',');
      text.add(product.category()).add(',').add(line.batch()).add(',').add(quantity).add(',');
      text.money(product.price()).add(',').money(sign > 0 ? line.reduction() : 0).add(',');
      text.money(product.cost()).add(',').add(currency).add(',').add(line.promo()).end();
      if (!kind.isEmpty()) {
        block.plant(file, kind, value);
      } else if (!clean && luck > 0.3 && luck < 0.3027) {
        text.repeat(mark);
        block.plant(file, "row sent twice", receipt);
      }
    }
  }
}
