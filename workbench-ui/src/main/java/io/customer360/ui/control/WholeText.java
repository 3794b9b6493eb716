package io.customer360.ui.control;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// Shows the whole text of a label as its tooltip, only while the label has to cut it.
final class WholeText {
  private WholeText() {}

  static void onHover(Labeled label) {
    label.setOnMouseEntered(
        event -> {
          String whole = label.getText();
          boolean cut = whole != null && !whole.isEmpty() && cut(label, whole);
          if (!cut) {
            label.setTooltip(null);
          } else if (label.getTooltip() == null || !whole.equals(label.getTooltip().getText())) {
            Tooltip tooltip = new Tooltip(whole);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(420);
            label.setTooltip(tooltip);
          }
        });
  }

  private static boolean cut(Labeled label, String whole) {
    Text text = new Text(whole);
    text.setFont(label.getFont());
    double room = label.getWidth() - label.snappedLeftInset() - label.snappedRightInset();
    return text.getLayoutBounds().getWidth() > room + 0.5;
  }
}
