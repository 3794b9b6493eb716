package io.customer360.connector;

import java.time.Duration;
import java.util.Optional;

/// How one attempt ended. Expected failures are values, not exceptions.
public sealed interface Attempt {
  /// What to write beside the intent: status and the first words of the reply.
  String reply();

  /// The target took it.
  record Delivered(String reply) implements Attempt {}

  /// The target took it and said that it cannot reach the person: never again for this intent.
  record Bounced(String reply) implements Attempt {}

  /// Not now.
  ///
  /// @param after how long the target asked to be left alone, if it did
  record TryLater(String reply, Optional<Duration> after) implements Attempt {
    /// The longest rest a target is granted, whatever it asks for: the longest wait of the retries.
    public static final Duration LONGEST_REST = Duration.ofHours(24);
  }

  /// The call was cut off after it was sent: whether it was processed is not known.
  record Unclear(String reply) implements Attempt {}

  /// The target refuses this intent for good.
  record Refused(String reply) implements Attempt {}

  /// The target wants nothing more from us at all (`410 Gone`).
  record Closed(String reply) implements Attempt {}
}
