package io.customer360.sample;

/// Writes the person records of all seven sources.
final class RecordWriter {
  private final SampleSpec spec;
  private final Stage stage;
  private final long today;

  RecordWriter(SampleSpec spec, Stage stage) {
    this.spec = spec;
    this.stage = stage;
    this.today = spec.today().getEpochSecond();
  }

  void write(Person person, Life life, Block block) {
    Dice dice = Dice.of(spec.seed(), person.index, 30);
    if (person.inCrm) {
      Trace trace = new Trace(person, dice, false);
      crm(person, person.crmKey(), trace, person.joined, dice, block);
    }
    if (person.crmTwice) {
      Trace trace = new Trace(person, dice, true);
      crm(person, "CRM-" + (9_000_000 + person.index), trace, later(person, dice), dice, block);
    }
    if (stage.is(person, Stage.NGOZI)) {
      Trace trace = new Trace(person, dice, false);
      trace.email = "n.okafor@";
      crm(person, "CRM-" + (9_000_000 + person.index), trace, person.joined, dice, block);
      block.plant(SourceFile.CRM_CUSTOMERS.ordinal(), "broken e-mail", trace.email);
    }
    if (person.webAccount) {
      web(person, person.webKey(), new Trace(person, dice, true), dice, block);
    }
    if (person.secondWebAccount) {
      web(person, secondWebKey(person), new Trace(person, dice, true), dice, block);
    }
    if (person.posCustomer) {
      pos(person, dice, block);
    }
    if (person.appUser) {
      app(person, person.appKey(), dice, block);
      if (stage.secondAppUser(person)) {
        app(person, person.appKey() + "t", dice, block);
      }
    }
    if (person.member()) {
      loyalty(person, dice, block);
    }
    if (writes(life)) {
      desk(person, life, dice, block);
    }
    if (person.contact || person.smsContact) {
      messaging(person, dice, block);
    }
  }

  static String secondWebKey(Person person) {
    return "W" + (300_001 + person.index * 3L);
  }

  private boolean writes(Life life) {
    for (Ticket ticket : life.tickets) {
      if (ticket.opened() <= today) {
        return true;
      }
    }
    return false;
  }

  private long later(Person person, Dice dice) {
    return Math.min(today - Times.DAY, person.joined + dice.between(30, 1_200) * Times.DAY);
  }

  private void crm(Person person, String key, Trace trace, long created, Dice dice, Block block) {
    Text text = block.at(SourceFile.CRM_CUSTOMERS);
    int mark = text.mark();
    boolean broken = !person.scripted() && !person.recall() && dice.chance(0.0012);
    String email = trace.typedEmail(dice);
    if (broken && email.indexOf('@') > 0) {
      email = email.substring(0, email.indexOf('@') + 1);
    }
    text.add(key).add(';').csv(trace.first, ';').add(';').csv(trace.last, ';').add(';');
    text.csv(email, ';').add(';');
    text.add(dice.chance(0.88) ? Trace.phone(trace.phone, dice.below(5)) : "").add(';');
    if (dice.chance(0.7)) {
      Times.britishDate(text, trace.born * Times.DAY);
    }
    text.add(';').csv(trace.street, ';').add(';').csv(trace.city, ';').add(';');
    text.add(trace.postcode).add(';').add(dice.chance(0.8) ? "United Kingdom" : "UK").add(';');
    text.add(trace.card).add(';');
    Times.britishDate(text, created).add(';');
    Times.britishDate(text, Math.max(created, today - dice.between(2, 700) * Times.DAY)).end();
    block.belongs("crm", key, person);
    if (broken && email.endsWith("@")) {
      block.plant(SourceFile.CRM_CUSTOMERS.ordinal(), "broken e-mail", email);
    } else if (dice.chance(0.002)) {
      text.repeat(mark);
      block.plant(SourceFile.CRM_CUSTOMERS.ordinal(), "row sent twice", key);
    }
  }

  private void web(Person person, String key, Trace trace, Dice dice, Block block) {
    Text text = block.at(SourceFile.WEB_ACCOUNTS);
    boolean second = !key.equals(person.webKey());
    String email = trace.typedEmail(dice);
    if (email.isEmpty()) {
      email = trace.alike ? person.otherEmail : person.email;
    }
    if (second && !person.otherEmail.isEmpty() && person.scripted()) {
      email = person.otherEmail;
    }
    text.add(key).add(',').csv(email, ',').add(',').csv(trace.fullName(), ',').add(',');
    text.add(Trace.phone(trace.phone, 1)).add(',').csv(trace.street, ',').add(',');
    text.csv(trace.city, ',').add(',').add(trace.postcode).add(",GB,").add(trace.card).add(',');
    long registered =
        Math.min(today - 3 * Times.HOUR, person.joined + dice.between(0, 200) * Times.DAY);
    Times.offset(text, Math.max(person.joined, registered)).add(',');
    Times.offset(text, Math.max(person.joined, today - dice.between(1, 400) * Times.DAY)).end();
    block.belongs("webshop", key, person);
  }

  private void pos(Person person, Dice dice, Block block) {
    Trace trace = new Trace(person, dice, true);
    if (!person.givenPosKey.isEmpty()) {
      // the receipt that might be Chidi's or Ngozi's: only an initial, a shared landline
      trace.first = "C";
      trace.email = "c.okafor@example.org";
      trace.phone = person.landline;
      trace.street = "14 Becket Row";
      trace.card = "";
    }
    Text text = block.at(SourceFile.POS_CUSTOMERS);
    text.add(person.posKey()).add(',').csv(trace.fullName(), ',').add(',');
    text.csv(dice.chance(0.93) ? trace.typedEmail(dice) : "", ',').add(',');
    text.add(Trace.phone(trace.phone, 0)).add(',').csv(trace.street, ',').add(',');
    text.add(trace.postcode).add(',').csv(trace.city, ',').add(',');
    text.add(trace.card).add(',');
    Times.local(text, Math.min(today - Times.DAY, person.joined + dice.below(90) * Times.DAY))
        .end();
    block.belongs("pos", person.posKey(), person);
  }

  private void app(Person person, String key, Dice dice, Block block) {
    Trace trace = new Trace(person, dice, true);
    Text text = block.at(SourceFile.APP_USERS);
    String email = trace.email.isEmpty() && !trace.alike ? person.email : trace.email;
    text.add(key).add(',').csv(email, ',').add(',').csv(trace.first, ',').add(',');
    text.csv(trace.last, ',').add(',').add(Trace.phone(trace.phone, 2)).add(',');
    text.add(trace.card).add(',');
    Times.instant(text, installed(person)).end();
    block.belongs("app", key, person);
  }

  /// The app exists since May 2022.
  long installed(Person person) {
    long first = Times.at(2022, 5, 2) + (Dice.mix(person.index) >>> 40) % (600 * Times.DAY);
    return Math.min(today - 2 * Times.HOUR, Math.max(first, person.joined + 2 * Times.HOUR));
  }

  private void loyalty(Person person, Dice dice, Block block) {
    Trace trace = new Trace(person, dice, false);
    Text text = block.at(SourceFile.LOYALTY_MEMBERS);
    text.add(person.memberKey()).add('\t').add(person.card).add('\t').add(trace.first);
    text.add('\t').add(trace.last).add('\t').add(trace.email).add('\t');
    text.add(Trace.phone(person.phone, 0).replace(" ", "")).add('\t');
    if (person.scripted() || dice.chance(0.75)) {
      Times.isoDate(text, trace.born * Times.DAY);
    }
    text.add('\t').add(trace.postcode).add('\t');
    Times.isoDate(text, person.joined).end();
    block.belongs("loyalty", person.memberKey(), person);
  }

  private void desk(Person person, Life life, Dice dice, Block block) {
    Trace trace = new Trace(person, dice, true);
    Text text = block.at(SourceFile.DESK_REQUESTERS);
    String email = trace.email;
    text.add(person.deskKey()).add(',').csv(trace.fullName(), ',').add(',').csv(email, ',');
    text.add(',').add(Trace.phone(trace.phone, 4)).add(',').add(trace.card).add(',');
    Times.instant(text, life.tickets.getFirst().opened()).end();
    block.belongs("servicedesk", person.deskKey(), person);
  }

  private void messaging(Person person, Dice dice, Block block) {
    Trace trace = new Trace(person, dice, true);
    Text text = block.at(SourceFile.MSG_CONTACTS);
    String email = person.contact && trace.email.isEmpty() ? person.email : trace.email;
    text.add(person.contactKey()).add(',').csv(email, ',').add(',');
    text.add(person.smsContact || !trace.phone.isEmpty() ? Trace.phone(trace.phone, 3) : "");
    text.add(',').csv(trace.first, ',').add(',').csv(trace.last, ',').add(',');
    text.add(Math.max(person.joined, today - 1_500 * Times.DAY)).end();
    block.belongs("messaging", person.contactKey(), person);
  }
}
