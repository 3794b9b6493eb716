package io.customer360.assistant;

import org.jspecify.annotations.Nullable;

/// The money behind the headline.
///
/// @param change how much it moved, null when there is nothing real to compare with
/// @param changeWords `up £25,100 since 21 Sep`; empty without a change
public record Stake(MoneyFigure money, @Nullable MoneyFigure change, String changeWords) {}
