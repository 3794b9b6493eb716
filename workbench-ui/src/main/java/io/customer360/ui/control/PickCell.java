package io.customer360.ui.control;

import io.customer360.ui.text.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A box that chooses its row beside the others already chosen.
final class PickCell<T> extends TableCell<T, T> {
  private final CheckBox box = new CheckBox();

  PickCell() {
    box.setFocusTraversable(false);
    box.setMouseTransparent(true);
    box.setAccessibleText(Messages.text("control.table.pick"));
    getStyleClass().add("pick-cell");
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    tableRowProperty()
        .subscribe(
            row -> {
              if (row != null) {
                row.selectedProperty().subscribe(box::setSelected);
              }
            });
  }

  /// The table would choose this row alone.
  private void press(MouseEvent event) {
    TableView<T> table = getTableView();
    if (event.getButton() != MouseButton.PRIMARY || isEmpty() || table == null) {
      return;
    }
    if (table.getSelectionModel().isSelected(getIndex())) {
      table.getSelectionModel().clearSelection(getIndex());
    } else {
      table.getSelectionModel().select(getIndex());
    }
    table.requestFocus();
    event.consume();
  }

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(item == null || empty ? null : box);
  }
}
