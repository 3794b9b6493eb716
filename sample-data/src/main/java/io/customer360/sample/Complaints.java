package io.customer360.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes to the service desk in a person's name: about late parcels often, about other things now
/// and then. The tone of the text is the truth of its sentiment.
final class Complaints {
  private record Wording(String topic, String tone, String subject, String body) {}

  private static final String[] CHANNELS = {"email", "email", "phone", "web", "chat"};
  private static final String[] CLOSINGS = {
    "", "", "\nThanks", "\nKind regards", "\n\nSent from my phone", "\nPlease call me back."
  };
  private static final String[] OPENINGS = {
    "", "", "Hello,\n", "Hi,\n", "Dear team,\n", "Good morning,\n"
  };

  private final Catalog catalog;
  private final Wording[] all;
  private final Map<String, Wording[]> byTopicAndTone = new HashMap<>();

  Complaints(Catalog catalog) {
    this.catalog = catalog;
    List<Wording> wordings = new ArrayList<>();
    Map<String, List<Wording>> grouped = new HashMap<>();
    for (String[] f : Words.list("tickets", 4)) {
      Wording wording = new Wording(f[0], f[1], f[2], f[3]);
      grouped.computeIfAbsent(f[0] + " " + f[1], key -> new ArrayList<>()).add(wording);
      if (!f[0].equals("delivery")) {
        wordings.add(wording);
      }
    }
    all = wordings.toArray(new Wording[0]);
    grouped.forEach((key, list) -> byTopicAndTone.put(key, list.toArray(new Wording[0])));
  }

  /// A ticket about this order, or nothing to say.
  @Nullable Ticket about(Person person, Order order, int number, Dice dice, long today) {
    int late = order.late();
    if (late > 0 ? !dice.chance(0.42) : !dice.chance(0.105)) {
      return null;
    }
    Wording wording;
    Order.Parcel parcel = order.parcel;
    long opened;
    if (late > 0 && parcel != null) {
      wording = dice.pick(wordings("delivery bad"));
      opened = parcel.promised() + dice.between(10, 24 * Math.max(1, late)) * Times.HOUR;
    } else if (order.online() && dice.chance(0.16)) {
      wording = dice.pick(wordings(dice.chance(0.7) ? "delivery neutral" : "delivery good"));
      opened = order.at + dice.between(5, 70) * Times.HOUR;
    } else {
      wording = dice.pick(all);
      opened = order.at + dice.between(20, 500) * Times.HOUR;
    }
    if (opened % Times.DAY < 8 * Times.HOUR) {
      opened += 9 * Times.HOUR;
    }
    if (opened > today && order.at <= today) {
      return null;
    }
    long closed = opened + dice.between(2, wording.tone().equals("bad") ? 130 : 50) * Times.HOUR;
    int rating = rating(wording.tone(), dice);
    Order.Line line = order.lines.getFirst();
    String body =
        dice.pick(OPENINGS)
            + wording
                .body()
                .replace("{order}", order.id)
                .replace("{days}", Integer.toString(Math.max(2, late)))
                .replace("{product}", line.product().name())
                .replace("{store}", catalog.stores[person.city.store()].city())
                .replace("{card}", person.card.isEmpty() ? "of mine" : person.card)
            + dice.pick(CLOSINGS);
    return new Ticket(
        "T-" + (30_000 + person.index * 40L + number),
        opened,
        closed > today ? 0 : closed,
        dice.pick(CHANNELS),
        wording.topic(),
        wording.subject(),
        body,
        closed > today ? 0 : rating,
        wording.tone(),
        order.id);
  }

  private Wording[] wordings(String key) {
    Wording[] found = byTopicAndTone.get(key);
    if (found == null) {
      throw new IllegalStateException("No wording for " + key + ".");
    }
    return found;
  }

  private static int rating(String tone, Dice dice) {
    if (dice.chance(0.4)) {
      return 0;
    }
    return switch (tone) {
      case "bad" -> dice.chance(0.5) ? 2 : dice.chance(0.6) ? 1 : 3;
      case "good" -> dice.chance(0.8) ? 5 : 4;
      default -> dice.between(3, 5);
    };
  }
}
