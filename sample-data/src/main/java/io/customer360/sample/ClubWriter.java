package io.customer360.sample;

/// Writes loyalty accounts and bookings, and the consents people gave or took back, in three
/// systems that do not always agree.
final class ClubWriter {
  private static final String[] SERVICE_CHANNELS = {"email", "sms", "phone", "post"};
  private static final String[] EVERY_CHANNEL = {"email", "sms", "phone", "post", "app"};

  /// Ngozi Okafor's consents: purpose, then e-mail, SMS, phone, post, app (y, n or not asked).
  private static final String[][] NGOZI = {
    {"service", "y", "y", "y", "y", "y"},
    {"marketing", "y", "n", "n", "y", "y"},
    {"profiling", "y", "y", "y", "", "y"},
    {"sharing", "n", "n", "n", "n", ""},
  };

  private final SampleSpec spec;
  private final Stage stage;
  private final Story story;
  private final long today;

  ClubWriter(SampleSpec spec, Stage stage, Story story) {
    this.spec = spec;
    this.stage = stage;
    this.story = story;
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    if (person.member()) {
      Loyalty loyalty = new Loyalty(person, life, stage, story, today);
      account(person, loyalty, block);
      for (Loyalty.Booking booking : loyalty.bookings) {
        Text text = block.at(SourceFile.LOYALTY_MOVEMENTS);
        text.add(booking.id()).add('\t').add(person.card).add('\t');
        Times.instant(text, booking.at()).add('\t').add(booking.kind()).add('\t');
        text.add(booking.points()).add('\t').add(booking.order()).end();
      }
    }
    consents(person, block);
  }

  private void account(Person person, Loyalty loyalty, Block block) {
    Text text = block.at(SourceFile.LOYALTY_TIERS);
    text.add(person.card).add('\t').add(person.memberKey()).add('\t').add(loyalty.tier);
    text.add('\t').add(loyalty.balance).add('\t');
    Times.isoDate(text, loyalty.tierSince).add('\t');
    Times.isoDate(text, loyalty.expires).add('\t');
    text.add(loyalty.toNext()).add('\t');
    Times.isoDate(text, person.joined).end();
  }

  private void consents(Person person, Block block) {
    Dice dice = Dice.of(spec.seed(), person.index, 50);
    if (stage.is(person, Stage.NGOZI)) {
      for (String[] line : NGOZI) {
        for (int i = 0; i < EVERY_CHANNEL.length; i++) {
          if (!line[i + 1].isEmpty()) {
            crm(person, line[0], EVERY_CHANNEL[i], line[i + 1].equals("y"), person.joined, block);
          }
        }
      }
      return;
    }
    if (person.role == Role.RECALL_UNREACHABLE) {
      for (String channel : EVERY_CHANNEL) {
        long when = Math.min(today - Times.DAY, person.joined + 400 * Times.DAY);
        crm(person, "service", channel, false, when, block);
      }
      return;
    }
    long given = person.joined;
    boolean reachable = person.recall() || person.scripted();
    if (person.inCrm) {
      for (String channel : SERVICE_CHANNELS) {
        if (reachable || dice.chance(0.55)) {
          crm(person, "service", channel, reachable || dice.chance(0.985), given, block);
        }
      }
      if (person.contact || dice.chance(0.4)) {
        crm(person, "marketing", "email", person.contact, given, block);
      }
      if (person.smsContact || dice.chance(0.25)) {
        crm(person, "marketing", "sms", person.smsContact, given, block);
      }
      if (dice.chance(0.3)) {
        crm(person, "marketing", "post", dice.chance(0.7), given, block);
      }
    }
    if (person.webAccount) {
      // some take back in the shop what they once gave on paper
      boolean same = dice.chance(0.93);
      long when = between(dice, given);
      web(person, "marketing", "email", person.contact == same, when, block);
      if (dice.chance(0.5)) {
        web(person, "profiling", "email", dice.chance(0.8), when, block);
      }
    }
    if (person.member()) {
      Text text = block.at(SourceFile.LOYALTY_CONSENTS);
      loyalty(text, person, "sharing", "email", dice.chance(0.3), given);
      if (dice.chance(0.5)) {
        loyalty(text, person, "marketing", "sms", person.smsContact, between(dice, given));
      }
      if (dice.chance(0.35)) {
        loyalty(text, person, "profiling", "app", dice.chance(0.85), given);
      }
    }
  }

  private long between(Dice dice, long given) {
    return given + (long) (dice.unit() * Math.max(0, today - Times.DAY - given));
  }

  private static void crm(
      Person person, String purpose, String channel, boolean yes, long at, Block block) {
    Text text = block.at(SourceFile.CRM_CONSENTS);
    text.add(person.crmKey()).add(';').add(purpose).add(';').add(channel).add(';');
    text.add(yes ? "yes" : "no").add(';');
    Times.britishDate(text, at).add(yes ? ";joining form" : ";letter").end();
  }

  private static void web(
      Person person, String purpose, String channel, boolean yes, long at, Block block) {
    Text text = block.at(SourceFile.WEB_CONSENTS);
    text.add(person.webKey()).add(',').csv(person.email, ',').add(',').add(purpose).add(',');
    text.add(channel).add(',').add(yes ? "yes" : "no").add(',');
    Times.offset(text, at).add(yes ? ",checkout" : ",preference page").end();
  }

  private static void loyalty(
      Text text, Person person, String purpose, String channel, boolean yes, long at) {
    text.add(person.memberKey()).add('\t').add(person.card).add('\t').add(purpose).add('\t');
    text.add(channel).add('\t').add(yes ? "yes" : "no").add('\t');
    Times.isoDate(text, at).add("\tcard application").end();
  }
}
