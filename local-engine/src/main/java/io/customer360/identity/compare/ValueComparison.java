package io.customer360.identity.compare;

import java.util.List;

/// Grades two values of one column by their codes. Pure and symmetric; safe to call from any
/// thread.
public interface ValueComparison {
  /// The levels, strongest first. Level number `k` is `levels().get(k - 1)`; number 0 means that a
  /// value is missing. The first is equality, the last ordered one is that the values differ.
  List<Level> levels();

  /// The level of two different values, 2 to the last.
  int level(int a, int b);

  /// Whether grading two values costs more than looking up a remembered grade.
  default boolean isCostly() {
    return true;
  }
}
