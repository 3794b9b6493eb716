package io.customer360.identity.review;

import java.util.List;

/// @param waiting how many pairs wait in all: of each customer only the likeliest partner
/// @param judged how many judgements of pairs are in force
/// @param untellable pairs that are not asked: hardly more than a name is known, and it agrees
/// @param tasks the first of them, those first whose answer puts most right
/// @param contradictions judgements in force that cannot all be true
public record ReviewQueue(
    long waiting,
    long judged,
    long untellable,
    List<Task> tasks,
    List<Contradiction> contradictions) {
  public ReviewQueue {
    tasks = List.copyOf(tasks);
    contradictions = List.copyOf(contradictions);
  }

  /// A queue that leaves nothing out.
  public ReviewQueue(long waiting, long judged, List<Task> tasks) {
    this(waiting, judged, 0, tasks, List.of());
  }

  /// A pair in the queue.
  ///
  /// @param left a record id, `source:key`; smaller than `right`
  /// @param probability that both are one person, 0 to 1
  /// @param reason why it is not clear, two or three words: `initial only`
  /// @param gain expected number of records that find their customer by the answer
  public record Task(
      String left,
      String right,
      String leftName,
      String rightName,
      double probability,
      String reason,
      double gain) {
    /// A task whose gain is that of one record.
    public Task(
        String left,
        String right,
        String leftName,
        String rightName,
        double probability,
        String reason) {
      this(left, right, leftName, rightName, probability, reason, probability);
    }
  }
}
