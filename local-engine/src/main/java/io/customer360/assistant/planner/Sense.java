package io.customer360.assistant.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a phrase can mean.
sealed interface Sense {
  record Steer(Word word) implements Sense {}

  record MeasureSense(String key) implements Sense {}

  record DimensionSense(String key) implements Sense {}

  record AttributeSense(String key) implements Sense {}

  record ActivitySense(String key) implements Sense {}

  record FilterSense(String key) implements Sense {}

  /// Values of a dimension, as stored.
  record ValueSense(String dimension, List<String> values) implements Sense {}

  record ConsentSense(String purpose, @Nullable String channel, String status, boolean negated)
      implements Sense {}

  record HasSense(String field) implements Sense {}

  /// An action of the catalogue.
  record ActionSense(String action) implements Sense {}

  record TimeSense(TimeValue value) implements Sense {}

  record GrainSense(io.customer360.assistant.plan.Grain grain) implements Sense {}

  record NumberSense(double value, String mark) implements Sense {}

  record PersonSense(String customerId, String name) implements Sense {}
}
