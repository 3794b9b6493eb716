package io.customer360.sample;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes what people looked at in the app and in the web shop in thirteen months, as Segment calls
/// (`identify`, `screen`, `page`, `track`), one file for each of the two. Some visits nobody signed
/// in for.
final class AppWriter {
  private static final int DAYS = 395;
  private static final String[] SCREENS = {
    "Home", "Search", "Wish list", "Club card", "Store finder", "Order status", "Returns policy"
  };
  private static final String[] DEVICES = {"ios", "android", "ios", "android", "desktop", "tablet"};

  private final SampleSpec spec;
  private final Catalog catalog;
  private final RecordWriter records;
  private final Stage stage;
  private final Story story;
  private final long today;

  AppWriter(SampleSpec spec, Catalog catalog, RecordWriter records, Stage stage, Story story) {
    this.spec = spec;
    this.catalog = catalog;
    this.records = records;
    this.stage = stage;
    this.story = story;
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    if (!person.appUser && !person.webAccount) {
      return;
    }
    Visitor visitor = new Visitor(person, block, Dice.of(spec.seed(), person.index, 70));
    visitor.run(life);
  }

  private final class Visitor {
    private final Person person;
    private final Block block;
    private final Dice dice;
    private final String anonymous;
    private int number;
    private int session;
    private boolean app;
    private boolean known;
    private String device = "";

    Visitor(Person person, Block block, Dice dice) {
      this.person = person;
      this.block = block;
      this.dice = dice;
      int owner = person.sharesDevice ? person.index >> 1 : person.index;
      Text id = new Text(24, false);
      id.hex(Dice.mix(owner * 3L + (person.sharesDevice ? 1 : 0)), 16);
      this.anonymous = new String(id.bytes(), 0, 16, StandardCharsets.US_ASCII);
    }

    void run(Life life) {
      double density = person.scripted() ? 1 : spec.density();
      double visits = person.sessions * density * (person.appUser ? 1.25 : 0.8);
      long start = Math.max(today - DAYS * Times.DAY, records.installed(person));
      double share = (today - start) / (double) (DAYS * Times.DAY);
      int count = (int) (visits * share + dice.unit());
      for (int i = 0; i < count; i++) {
        long at = start + (long) ((today - Times.HOUR - start) * (i + dice.unit()) / count);
        if (dice.chance(life.interest(at))) {
          visit(evening(at), null);
        }
      }
      for (Order order : life.orders) {
        if (order.online() && !order.anonymous && order.at > start && order.at <= today) {
          if (person.scripted() || dice.chance(0.7 * density)) {
            visit(order.at - dice.between(300, 1_500), order);
          }
        }
      }
      if (stage.is(person, Stage.NGOZI)) {
        app = true;
        known = true;
        device = "ios";
        session++;
        long at = Stage.time("2026-11-14 20:12") + story.shift();
        call(at, "screen", "Screen Viewed", "Returns policy", null, 41);
      }
    }

    private long evening(long at) {
      long midnight = Math.floorDiv(at, Times.DAY) * Times.DAY;
      long moved =
          midnight
              + (dice.chance(0.65) ? dice.between(16, 21) : dice.between(7, 15)) * Times.HOUR
              + dice.below(3_600);
      return Math.min(moved, today - 1_800);
    }

    private void visit(long at, @Nullable Order order) {
      app =
          order == null
              ? person.appUser && (!person.webAccount || dice.chance(0.7))
              : order.channel.equals("app");
      known = order != null || app || dice.chance(0.55);
      device = app ? DEVICES[dice.below(4)] : DEVICES[dice.below(6)];
      session++;
      if (known && dice.chance(0.12)) {
        call(at, "identify", "Identified", "", null, 0);
      }
      int looks = order == null ? dice.between(1, 5) : order.lines.size();
      call(
          at + 2,
          app ? "screen" : "page",
          app ? "Screen Viewed" : "Page Viewed",
          dice.pick(SCREENS),
          null,
          dice.between(3, 90));
      long t = at + 5;
      for (int i = 0; i < looks; i++) {
        Catalog.Product product =
            order == null ? dice.pick(catalog.products) : order.lines.get(i).product();
        t += dice.between(8, 110);
        call(t, "track", "Product Viewed", "", product, 0);
        if (order != null || dice.chance(0.09)) {
          t += dice.between(4, 50);
          call(t, "track", "Product Added", "", product, 0);
        }
      }
      if (order != null) {
        call(order.at - 60, "track", "Checkout Started", order.id, null, 0);
        call(order.at, "track", "Order Completed", order.id, null, 0);
      }
    }

    private void call(
        long at,
        String type,
        String event,
        String name,
        Catalog.@Nullable Product product,
        int seconds) {
      if (at > today) {
        return;
      }
      SourceFile file = app ? SourceFile.APP_EVENTS : SourceFile.WEB_EVENTS;
      Text text = block.at(file);
      int mark = text.mark();
      long id = Dice.mix(person.index * 8_192L + number++);
      text.add("{\"messageId\":\"m-").hex(id, 14).add("\",\"type\":\"").add(type);
      text.add("\",\"event\":\"").add(event).add('"');
      if (known) {
        text.add(",\"userId\":\"").add(user()).add('"');
      }
      text.add(",\"anonymousId\":\"").add(anonymous).add("\",\"timestamp\":\"");
      Times.instant(text, at).add("\",\"context\":{\"app\":\"").add(app ? "app" : "web");
      text.add("\",\"device\":\"").add(device).add("\",\"session\":\"");
      text.add(anonymous.substring(0, 8)).add('-').add(session).add("\"}");
      if (type.equals("identify")) {
        text.add(",\"traits\":{\"email\":").json(person.email).add('}');
      } else {
        text.add(",\"properties\":{");
        if (product != null) {
          text.add("\"sku\":\"").add(product.sku()).add("\",\"price\":").money(product.price());
        } else if (name.startsWith("AP-")) {
          text.add("\"order_id\":\"").add(name).add('"');
        } else {
          text.add("\"name\":\"").add(name).add("\",\"seconds\":").add(seconds);
        }
        text.add('}');
      }
      text.add('}').end();
      if (dice.chance(0.0025)) {
        text.repeat(mark);
        block.plant(file.ordinal(), "row sent twice", "m-" + Long.toHexString(id));
      }
    }

    private String user() {
      return app
          ? stage.secondAppUser(person) && device.equals("tablet")
              ? person.appKey() + "t"
              : person.appKey()
          : person.webKey();
    }
  }
}
