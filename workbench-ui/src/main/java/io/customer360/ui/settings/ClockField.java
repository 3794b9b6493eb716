package io.customer360.ui.settings;

import io.customer360.fault.WorkbenchException;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.text.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.converter.LocalDateStringConverter;

/// What today is for a workspace: this computer's clock, the latest record, or a moment that stands
/// still. A person reads and writes the moment as day and time of the workspace's zone, never as
/// the text it is stored as.
final class ClockField extends HBox {
  private static final String FIXED = "fixed:";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// In the order they are offered; the last is the fixed moment.
  private enum Kind {
    SYSTEM,
    DATA,
    FIXED
  }

  private final String stored;
  private final ZoneId zone;
  private final Segmented kind;
  private final DatePicker day = new DatePicker();
  private final TextField time = new TextField();

  /// @param stored as the settings keep it: `system`, `data` or `fixed:` and an instant
  /// @param today the day offered where none is fixed yet
  ClockField(String stored, Optional<LocalDateTime> fixed, ZoneId zone, LocalDate today) {
    super(8);
    this.stored = stored;
    this.zone = zone;
    setAlignment(Pos.CENTER_LEFT);
    kind =
        new Segmented(
            Messages.text("settings.clock"),
            Messages.text("settings.clock.system"),
            Messages.text("settings.clock.data"),
            Messages.text("settings.clock.fixed"));
    day.setConverter(new LocalDateStringConverter(DAY, null));
    day.setPrefWidth(140);
    day.setValue(fixed.map(LocalDateTime::toLocalDate).orElse(today));
    time.setText(SHOWN.format(fixed.map(LocalDateTime::toLocalTime).orElse(LocalTime.of(9, 0))));
    time.setPrefColumnCount(4);
    time.getStyleClass().add("num");
    Nodes.named(day, AccessibleRole.DATE_PICKER, Messages.text("settings.clock.day"));
    Nodes.named(day.getEditor(), AccessibleRole.TEXT_FIELD, Messages.text("settings.clock.day"));
    Nodes.named(time, AccessibleRole.TEXT_FIELD, Messages.text("settings.clock.time"));
    kind.select(kindOf(stored).ordinal());
    getChildren().setAll(kind, day, time);
    kind.selectedProperty()
        .subscribe(
            chosen -> {
              boolean moment = chosen.intValue() == Kind.FIXED.ordinal();
              Nodes.visible(day, moment);
              Nodes.visible(time, moment);
            });
  }

  /// Runs after every change.
  void onChange(Runnable changed) {
    kind.selectedProperty().subscribe(changed);
    day.valueProperty().subscribe(changed);
    time.textProperty().subscribe(changed);
  }

  private static Kind kindOf(String stored) {
    return stored.startsWith(FIXED) ? Kind.FIXED : stored.equals("data") ? Kind.DATA : Kind.SYSTEM;
  }

  /// As the settings keep it. What was not touched is kept to the second.
  ///
  /// @throws WorkbenchException a user error when day or time cannot be read
  String value() {
    return switch (Kind.values()[kind.selected()]) {
      case SYSTEM -> "system";
      case DATA -> "data";
      case FIXED -> fixed();
    };
  }

  private String fixed() {
    LocalDateTime chosen = chosen();
    if (stored.startsWith(FIXED)) {
      java.time.Instant before = java.time.Instant.parse(stored.substring(FIXED.length()));
      if (before.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).equals(chosen)) {
        return stored;
      }
    }
    return FIXED + chosen.atZone(zone).toInstant();
  }

  private LocalDateTime chosen() {
    LocalDate date = day.getValue();
    if (date == null) {
      throw WorkbenchException.user("C360-UI-002", Messages.text("settings.clock.no-day"));
    }
    String text = time.getText().strip();
    try {
      return date.atTime(LocalTime.parse(text, TYPED));
    } catch (DateTimeParseException wrong) {
      throw WorkbenchException.user("C360-UI-003", Messages.text("settings.clock.no-time", text));
    }
  }
}
