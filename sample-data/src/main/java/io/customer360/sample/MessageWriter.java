package io.customer360.sample;

import java.util.List;

/// Writes what was sent by e-mail and SMS in thirteen months, and who opened, clicked, bounced or
/// left. People who lose interest open less before they stop buying.
final class MessageWriter {
  private static final int WEEKS = 56;
  private static final String[] SMS_CAMPAIGNS = {
    "Weekend walk", "Store weekend", "Gear of the week", "Sunday route"
  };

  private record Campaign(long at, String name, String subject) {}

  private final SampleSpec spec;
  private final Stage stage;
  private final Story story;
  private final Campaign[] campaigns;
  private final long firstSaturday;
  private final long today;

  MessageWriter(SampleSpec spec, Stage stage, Story story) {
    this.spec = spec;
    this.stage = stage;
    this.story = story;
    this.today = spec.today().getEpochSecond();
    List<String[]> lines = Words.list("campaigns", 4);
    campaigns = new Campaign[lines.size()];
    for (int i = 0; i < campaigns.length; i++) {
      String[] f = lines.get(i);
      campaigns[i] = new Campaign(Stage.time(f[1]) + story.shift(), f[2], f[3]);
    }
    long midnight = Math.floorDiv(today, Times.DAY) * Times.DAY;
    long lastSaturday = midnight - ((Times.weekday(midnight) + 2) % 7) * Times.DAY;
    firstSaturday = lastSaturday - (WEEKS - 1) * 7L * Times.DAY;
  }

  void write(Person person, Life life, Block block) {
    Dice dice = Dice.of(spec.seed(), person.index, 60);
    double density = person.scripted() ? 1 : spec.density();
    if (person.contact) {
      boolean subscribed = true;
      for (int i = 0; i < campaigns.length && subscribed; i++) {
        if (campaigns[i].at() > person.joined && dice.chance(0.86 * density) || person.scripted()) {
          subscribed = mail(person, life, i, dice, block);
        }
      }
    }
    if (person.smsContact && !person.phone.isEmpty()) {
      for (int week = 0; week < WEEKS; week++) {
        if (dice.chance(0.62 * density)) {
          text(person, life, week, dice, block);
        }
      }
    }
  }

  /// @return false if the person left the list
  private boolean mail(Person person, Life life, int number, Dice dice, Block block) {
    Campaign campaign = campaigns[number];
    boolean ngozi = stage.is(person, Stage.NGOZI);
    boolean halfTerm = campaign.name().equals("Half-term picks");
    if (ngozi && campaign.name().equals("Early gifts")) {
      return true;
    }
    String id = "e" + number + "-" + person.index;
    row(
        block,
        id + "s",
        person,
        campaign.at(),
        "email",
        "sent",
        campaign.name(),
        campaign.subject(),
        dice);
    if (!person.scripted() && dice.chance(0.004)) {
      row(
          block,
          id + "b",
          person,
          campaign.at() + 40,
          "email",
          "bounced",
          campaign.name(),
          campaign.subject(),
          dice);
      return true;
    }
    boolean opened =
        ngozi && campaign.at() >= story.sendTimeMoved
            ? halfTerm
            : dice.chance(person.opens * life.interest(campaign.at() + Times.DAY / 2));
    if (!opened) {
      return true;
    }
    long at = campaign.at() + (long) Math.min(3 * Times.DAY, 600 + dice.exponential(30_000));
    if (ngozi && halfTerm) {
      at = Stage.time("2026-10-27 07:48") + story.shift();
    }
    if (at > today) {
      return true;
    }
    row(block, id + "o", person, at, "email", "opened", campaign.name(), campaign.subject(), dice);
    if (!(ngozi && halfTerm) && dice.chance(0.23)) {
      row(
          block,
          id + "c",
          person,
          at + dice.between(5, 240),
          "email",
          "clicked",
          campaign.name(),
          campaign.subject(),
          dice);
    }
    if (!person.scripted() && dice.chance(0.0035)) {
      row(
          block,
          id + "u",
          person,
          at + 300,
          "email",
          "unsubscribed",
          campaign.name(),
          campaign.subject(),
          dice);
      return false;
    }
    return true;
  }

  private void text(Person person, Life life, int week, Dice dice, Block block) {
    long day = firstSaturday + week * 7L * Times.DAY + (dice.chance(0.4) ? Times.DAY : 0);
    boolean evening = day >= story.sendTimeMoved;
    long shown = day + (evening ? 19 * Times.HOUR + 1_800 : 10 * Times.HOUR);
    long at = Times.fromLondon(shown) + dice.below(240);
    if (at < person.joined || at > today) {
      return;
    }
    String campaign = SMS_CAMPAIGNS[week % SMS_CAMPAIGNS.length];
    String id = "s" + week + "-" + person.index;
    row(block, id + "s", person, at, "sms", "sent", campaign, "", dice);
    double clicks = (evening ? 0.095 : 0.136) * (0.35 + 0.65 * life.interest(at));
    if (dice.chance(clicks)) {
      long when = at + (long) Math.min(Times.DAY, 60 + dice.exponential(5_000));
      if (when <= today) {
        row(block, id + "c", person, when, "sms", "clicked", campaign, "", dice);
      }
    }
  }

  private static void row(
      Block block,
      String id,
      Person person,
      long at,
      String medium,
      String action,
      String campaign,
      String subject,
      Dice dice) {
    Text text = block.at(SourceFile.MSG_ENGAGEMENT);
    int mark = text.mark();
    text.add(id).add(',').add(person.contactKey()).add(',').add(at).add(',').add(medium);
    text.add(',').add(action).add(',').csv(campaign, ',').add(',').csv(subject, ',').end();
    if (dice.chance(0.003)) {
      text.repeat(mark);
      block.plant(SourceFile.MSG_ENGAGEMENT.ordinal(), "row sent twice", id);
    }
  }
}
