package io.customer360.ui.job;

import org.jspecify.annotations.Nullable;

/// Where a piece of content stands. While loading, the old value stays visible.
public sealed interface Load<T> {
  /// Nothing was asked for yet.
  record Idle<T>() implements Load<T> {}

  record Loading<T>(@Nullable T old) implements Load<T> {}

  record Ready<T>(T value) implements Load<T> {}

  record Failed<T>(Fault fault) implements Load<T> {}

  static <T> Load<T> idle() {
    return new Idle<>();
  }

  /// Loading, keeping what this holds.
  default Load<T> reload() {
    return new Loading<>(value());
  }

  /// The newest value there is, also while loading.
  default @Nullable T value() {
    return switch (this) {
      case Ready<T>(T value) -> value;
      case Loading<T>(T old) -> old;
      case Idle<T> idle -> null;
      case Failed<T> failed -> null;
    };
  }
}
