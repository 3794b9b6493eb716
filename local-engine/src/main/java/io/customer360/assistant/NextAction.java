package io.customer360.assistant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What to do about it: a proposal, never an effect.
///
/// @param kept expected margin kept, null when nothing allows to estimate it
/// @param cost what it would cost, null when unknown
/// @param count how many customers or proposals it is about
/// @param button names the count: `Review 89 proposals`
public record NextAction(
    String title,
    String words,
    @Nullable Interval kept,
    @Nullable MoneyFigure cost,
    @Nullable MoneyFigure net,
    long count,
    Confidence confidence,
    String button,
    ActionTarget target) {
  /// An estimated amount with its 95 % interval.
  ///
  /// @param text `£5,690`; `range` `95 %: 3,600 to 7,800`
  public record Interval(
      BigDecimal amount, BigDecimal low, BigDecimal high, String text, String range) {}
}
