package io.customer360.sample;

/// How one source system knows a person: the same facts, each time written a little differently,
/// now and then wrong. Most records share an exact key with the person's other records (card,
/// e-mail, phone with name); some only resemble them.
final class Trace {
  /// Share of records that no exact key leads to.
  private static final double ONLY_ALIKE = 0.052;

  String first;
  String last;
  String email;
  String phone;
  String street;
  String postcode;
  String city;
  String card;
  long born;

  /// Only resembles the person's other records.
  final boolean alike;

  Trace(Person person, Dice dice, boolean mayBeAlike) {
    first = person.first;
    last = person.last;
    email = person.email;
    phone = person.phone.isEmpty() ? person.landline : person.phone;
    street = person.street;
    postcode = person.postcode;
    city = person.city.name();
    card = person.card;
    born = person.born;
    boolean clean = person.scripted() || person.recall();
    alike = mayBeAlike && !clean && dice.chance(ONLY_ALIKE);
    if (clean) {
      return;
    }
    if (alike) {
      resemble(person, dice);
    } else {
      vary(person, dice);
    }
  }

  private void resemble(Person person, Dice dice) {
    card = "";
    email = dice.chance(0.35) ? "" : mistyped(person.otherEmail, dice);
    phone = phone.isEmpty() || dice.chance(0.4) ? "" : swapDigits(phone, dice);
    first =
        switch (dice.below(4)) {
          case 0 -> person.familiar;
          case 1 -> person.first.substring(0, 1);
          case 2 -> typo(person.first, dice);
          default -> person.first;
        };
    if (dice.chance(0.3)) {
      last = typo(last, dice);
    }
    if (dice.chance(0.25)) {
      street = typo(street, dice);
    }
    if (dice.chance(0.12)) {
      born = (born + dice.between(1, 27));
    }
  }

  private void vary(Person person, Dice dice) {
    double way = dice.unit();
    if (way < 0.06 && !phone.isEmpty() && phone.equals(person.phone)) {
      email = person.otherEmail;
    } else if (way < 0.1 && !card.isEmpty()) {
      email = "";
    } else if (!email.isEmpty()) {
      if (dice.chance(0.08)) {
        first = dice.chance(0.7) ? person.familiar : typo(first, dice);
      }
      if (dice.chance(0.03)) {
        last = typo(last, dice);
      }
      if (dice.chance(0.2)) {
        phone = "";
      }
      if (dice.chance(0.3)) {
        card = "";
      }
    }
    if (dice.chance(0.05)) {
      street = typo(street, dice);
    } else if (dice.chance(0.04)) {
      street = "";
    }
    if (dice.chance(0.06)) {
      postcode = postcode.replace(" ", "");
    }
  }

  String fullName() {
    return first + " " + last;
  }

  /// E-mail as somebody typed it: same address, other letters.
  String typedEmail(Dice dice) {
    if (email.isEmpty()) {
      return email;
    }
    double way = dice.unit();
    return way < 0.05
        ? Character.toUpperCase(email.charAt(0)) + email.substring(1)
        : way < 0.07 ? email + " " : email;
  }

  /// A number in the manner of the source: 0 national, 1 with +44, 2 spaced, 3 bare, 4 brackets.
  static String phone(String digits, int manner) {
    if (digits.length() < 9) {
      return digits;
    }
    return switch (manner) {
      case 0 -> "0" + digits.substring(0, 4) + " " + digits.substring(4);
      case 1 -> "+44" + digits;
      case 2 -> "+44 " + digits.substring(0, 4) + " " + digits.substring(4);
      case 3 -> "44" + digits;
      default -> "(0" + digits.substring(0, 4) + ") " + digits.substring(4);
    };
  }

  /// An address with a slip before the `@`, so that it still is an address.
  private static String mistyped(String email, Dice dice) {
    int at = email.indexOf('@');
    return at < 0 ? email : typo(email.substring(0, at), dice) + email.substring(at);
  }

  /// One slip of the finger: a letter left out, doubled or swapped.
  static String typo(String text, Dice dice) {
    if (text.length() < 4) {
      return text;
    }
    int at = dice.between(1, text.length() - 3);
    String head = text.substring(0, at);
    return switch (dice.below(3)) {
      case 0 -> head + text.substring(at + 1);
      case 1 -> head + text.charAt(at) + text.substring(at);
      default -> head + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    };
  }

  private static String swapDigits(String digits, Dice dice) {
    int at = dice.between(4, digits.length() - 2);
    char wrong = (char) ('0' + (digits.charAt(at) - '0' + dice.between(1, 9)) % 10);
    return digits.substring(0, at) + wrong + digits.substring(at + 1);
  }
}
