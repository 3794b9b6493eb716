package io.customer360.ui.shell;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/// How a window gets to other days.
///
/// @param past whether this window shows a past day itself: there is no today in it
/// @param open opens every screen as of a past day, in a window of its own; empty where that cannot
///     be done. Called on the FX thread, must return at once
public record DayDoor(boolean past, Optional<Consumer<LocalDate>> open) {
  /// A window that shows today and can open no other.
  public static final DayDoor NONE = new DayDoor(false, Optional.empty());

  /// A window that shows a past day.
  public static final DayDoor PAST = new DayDoor(true, Optional.empty());
}
