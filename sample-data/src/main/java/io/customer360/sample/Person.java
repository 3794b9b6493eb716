package io.customer360.sample;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One real person: who they are, where they leave traces, and what drives them. Made by [People],
/// read by everything that writes.
final class Person {
  final int index;
  Segment segment;
  Role role = Role.NONE;

  String first = "";
  String last = "";

  /// A short form of the first name, or the first name itself.
  String familiar = "";

  Catalog.City city;
  String street = "";
  String postcode = "";

  /// Epoch day.
  long born;

  /// Lower case, or empty.
  String email = "";

  /// An older or second address, or empty.
  String otherEmail = "";

  /// Ten digits after +44, or empty.
  String phone = "";

  /// Ten digits after +44, shared in the household, or empty.
  String landline = "";

  /// Seconds.
  long joined;

  String card = "";
  boolean inCrm;
  boolean crmTwice;
  boolean webAccount;
  boolean secondWebAccount;
  boolean posCustomer;
  boolean appUser;
  boolean contact;
  boolean smsContact;

  /// A receipt record with a key of its own, or empty.
  String givenPosKey = "";

  /// The shared device of the household, if another member uses the same one.
  boolean sharesDevice;

  // what drives them
  double gap;
  double hazard;
  double online;
  double discount;
  double opens;
  double sessions;
  double basket;
  boolean kids;

  Person(int index, Segment segment, Catalog.City city) {
    this.index = index;
    this.segment = segment;
    this.city = city;
  }

  String id() {
    String digits = Integer.toString(index + 1);
    return "P-" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  boolean member() {
    return !card.isEmpty();
  }

  boolean scripted() {
    return role == Role.SCRIPTED;
  }

  boolean recall() {
    return role == Role.RECALL_BUYER
        || role == Role.RECALL_UNREACHABLE
        || role == Role.RECALL_RETURNED;
  }

  String crmKey() {
    return "CRM-" + (16_220 + index);
  }

  String webKey() {
    return "W" + (300_000 + index * 3L);
  }

  String posKey() {
    if (!givenPosKey.isEmpty()) {
      return givenPosKey;
    }
    Text key = new Text(16, false);
    long code = Dice.mix(index + 77L) & 0xFF;
    key.add("POS-").hex(code, 2).add('-').add(1_000 + index);
    return new String(key.bytes(), 0, key.length(), StandardCharsets.US_ASCII)
        .toUpperCase(Locale.ROOT);
  }

  String appKey() {
    return "u_" + Long.toString(0x5A00000L + index * 977L, 36);
  }

  String memberKey() {
    return "M" + (1_000_000 + index);
  }

  String deskKey() {
    return "R-" + (50_000 + index);
  }

  String contactKey() {
    return "c" + (4_000_000 + index * 7L);
  }
}
