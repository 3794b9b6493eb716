package io.customer360.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One purchase of one person, with what became of the parcel.
final class Order {
  /// A line of it.
  ///
  /// @param reduction pence off the line
  record Line(Catalog.Product product, String batch, int quantity, int reduction, String promo) {
    int paid() {
      return product.price() * quantity - reduction;
    }
  }

  final String id;

  /// Seconds.
  final long at;

  /// `web`, `app` or `store`.
  final String channel;

  /// Index of the store; -1 online.
  final int store;

  final List<Line> lines = new ArrayList<>(3);

  /// The shop cannot say whose it was: no card shown, no account.
  boolean anonymous;

  /// Brought back in this moment; 0 if kept. Only store purchases.
  long returnedAt;

  @Nullable Parcel parcel;

  Order(String id, long at, String channel, int store) {
    this.id = id;
    this.at = at;
    this.channel = channel;
    this.store = store;
  }

  /// The way of the goods to the door. Times in seconds.
  ///
  /// @param late whole days after the promised day, 0 if in time
  record Parcel(String carrier, long shipped, long promised, long delivered, int late) {}

  boolean online() {
    return store < 0;
  }

  int paid() {
    int sum = 0;
    for (Line line : lines) {
      sum += line.paid();
    }
    return sum;
  }

  int late() {
    Parcel way = parcel;
    return way == null ? 0 : way.late();
  }
}
