package io.customer360.ui.shell;

import atlantafx.base.controls.Popover;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/// Chooses the day the screens look at, in a sheet below the button.
final class DayPicker {
  private record Step(String key, LocalDate day) {}

  private final DayModel model;
  private final Formats formats;
  private final DayDoor door;

  DayPicker(DayModel model, Formats formats, DayDoor door) {
    this.model = model;
    this.formats = formats;
    this.door = door;
  }

  void show(Node beside) {
    LocalDate today = model.today();
    VBox box = new VBox(2);
    box.getStyleClass().add("day-sheet");
    Popover popover = new Popover(box);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    for (Step step :
        List.of(
            new Step("shell.day.today", today),
            new Step("shell.day.week", today.minusWeeks(1)),
            new Step("shell.day.month", today.minusMonths(1)),
            new Step("shell.day.quarter", today.minusMonths(3)),
            new Step("shell.day.year", today.minusYears(1)))) {
      Button button = new Button();
      button.setGraphic(
          Nodes.row(
              16,
              Nodes.label(Messages.text(step.key())),
              Nodes.spacer(),
              Nodes.label(formats.dateLong(step.day()), "muted", "num")));
      button.getStyleClass().addAll("flat", "day-step");
      button.setAccessibleText(Messages.text(step.key()) + ", " + formats.dateLong(step.day()));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(
          event -> {
            popover.hide();
            model.look(step.day());
          });
      box.getChildren().add(button);
    }
    box.getChildren().add(other(popover));
    door.open()
        .ifPresent(
            open ->
                model
                    .past()
                    .ifPresent(day -> box.getChildren().add(everything(popover, day, open))));
    popover.show(beside);
  }

  /// Only customers follow the day chosen here; a window of its own shows every screen as of it.
  private Node everything(Popover popover, LocalDate day, Consumer<LocalDate> open) {
    Button button = new Button(Messages.text("shell.day.everything", formats.dateLong(day)));
    button.setId("everything-as-of");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        event -> {
          popover.hide();
          open.accept(day);
        });
    VBox row = new VBox(6, button, Nodes.label(Messages.text("shell.day.everything.how"), "muted"));
    row.getStyleClass().add("day-other");
    return row;
  }

  private Node other(Popover popover) {
    DatePicker picker = new DatePicker(model.past().orElse(model.today()));
    Nodes.named(picker, AccessibleRole.DATE_PICKER, Messages.text("shell.day.other"));
    picker.setPrefWidth(150);
    picker.setConverter(
        new LocalDateStringConverter(
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH), null));
    picker.setDayCellFactory(
        ignored ->
            new DateCell() {
              @Override
              public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day == null || day.isAfter(model.today()));
              }
            });
    picker.setOnAction(
        event -> {
          LocalDate day = picker.getValue();
          if (day != null) {
            popover.hide();
            model.look(day);
          }
        });
    var row = Nodes.row(16, Nodes.label(Messages.text("shell.day.other")), Nodes.spacer(), picker);
    row.getStyleClass().add("day-other");
    return row;
  }
}
