package io.customer360.sample;

import java.util.ArrayList;
import java.util.List;

/// Points and tiers of one member: two points a pound, Silver and Gold by what was earned in twelve
/// months. The bookings always add up to the balance.
final class Loyalty {
  static final int GOLD_POINTS = 2_000;
  static final int SILVER_POINTS = 400;
  private static final int GOLD_EARNED = 1_150;

  /// A booking. @param kind earn, redeem, expire or adjust
  record Booking(String id, long at, String kind, int points, String order) {}

  final List<Booking> bookings = new ArrayList<>();
  String tier = "Bronze";
  int balance;
  long tierSince;
  long expires;

  /// Reckons the account of a member.
  Loyalty(Person person, Life life, Stage stage, Story story, long today) {
    Dice dice = new Dice(Dice.mix(person.index * 31L + 9));
    long yearAgo = today - 365 * Times.DAY;
    int earned = 0;
    int sum = 0;
    int number = 0;
    for (Order order : life.orders) {
      if (order.at <= yearAgo || order.at > today || order.anonymous) {
        continue;
      }
      int points = order.paid() / 50;
      earned += points;
      if (order.returnedAt > 0) {
        continue;
      }
      sum += points;
      bookings.add(booking(person, number++, order.at + Times.HOUR, "earn", points, order.id));
      if (sum > 900 && dice.chance(0.08)) {
        sum -= 500;
        bookings.add(
            booking(person, number++, order.at + 2 * Times.HOUR, "redeem", -500, order.id));
      }
    }
    expires = expiry(dice, story);
    settle(person, stage, story, dice, earned, sum);
    int opening = balance - sum;
    if (opening != 0) {
      bookings.addFirst(booking(person, 255, yearAgo, "adjust", opening, ""));
    }
    tierSince =
        stage.is(person, Stage.NGOZI)
            ? Times.at(2026, 9, 2) + story.shift()
            : Math.floorDiv(
                    Math.max(person.joined, yearAgo + dice.below(340) * Times.DAY), Times.DAY)
                * Times.DAY;
  }

  private static long expiry(Dice dice, Story story) {
    int quarter = dice.below(4);
    long date =
        switch (quarter) {
          case 0 -> Times.at(2026, 12, 31);
          case 1 -> Times.at(2027, 3, 31);
          case 2 -> Times.at(2027, 6, 30);
          default -> Times.at(2027, 9, 30);
        };
    return date + story.shift();
  }

  private void settle(Person person, Stage stage, Story story, Dice dice, int earned, int sum) {
    if (person.scripted()) {
      tier = stage.tier(person.index).isEmpty() ? "Bronze" : stage.tier(person.index);
      balance = stage.points(person.index);
    } else if (person.role == Role.NEAR_GOLD) {
      tier = "Silver";
      balance = dice.between(GOLD_POINTS - 149, GOLD_POINTS - 4);
    } else if (earned >= GOLD_EARNED) {
      tier = "Gold";
      balance = Math.max(sum, GOLD_POINTS + dice.below(120));
    } else if (earned >= SILVER_POINTS) {
      tier = "Silver";
      balance = Math.clamp(sum, SILVER_POINTS, GOLD_POINTS - 151 - dice.below(90));
    } else {
      balance = Math.clamp(sum, 0, SILVER_POINTS - 1);
    }
    if (tier.equals("Silver") && GOLD_POINTS - balance < 150) {
      expires = Times.at(2026, 11, 30) + story.shift();
    }
  }

  int toNext() {
    return switch (tier) {
      case "Gold" -> 0;
      case "Silver" -> GOLD_POINTS - balance;
      default -> SILVER_POINTS - balance;
    };
  }

  private static Booking booking(
      Person person, int number, long at, String kind, int points, String order) {
    return new Booking("B" + (10_000_000 + person.index * 256L + number), at, kind, points, order);
  }
}
