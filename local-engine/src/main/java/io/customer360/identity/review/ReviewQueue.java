package io.customer360.identity.review;

import java.util.List;

/// @param waiting how many pairs wait in all
/// @param judged how many judgements of pairs are in force
/// @param tasks the first of them
public record ReviewQueue(long waiting, long judged, List<Task> tasks) {
  public ReviewQueue {
    tasks = List.copyOf(tasks);
  }

  /// A pair in the queue.
  ///
  /// @param left a record id, `source:key`; smaller than `right`
  /// @param probability that both are one person, 0 to 1
  /// @param reason why it is not clear, two or three words: `initial only`
  public record Task(
      String left,
      String right,
      String leftName,
      String rightName,
      double probability,
      String reason) {}
}
