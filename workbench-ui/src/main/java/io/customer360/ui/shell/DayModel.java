package io.customer360.ui.shell;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The day the screens look at: today, or a day before it. FX thread only.
public final class DayModel {
  private final ReadOnlyObjectWrapper<Optional<LocalDate>> past =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final LocalDate today;

  /// @param today the data's today
  public DayModel(LocalDate today) {
    this.today = today;
  }

  /// The day chosen; empty for today.
  public ReadOnlyObjectProperty<Optional<LocalDate>> pastProperty() {
    return past.getReadOnlyProperty();
  }

  public Optional<LocalDate> past() {
    return past.get();
  }

  public LocalDate today() {
    return today;
  }

  /// Looks at this day; today and later days mean today.
  public void look(LocalDate day) {
    past.set(day.isBefore(today) ? Optional.of(day) : Optional.empty());
  }
}
