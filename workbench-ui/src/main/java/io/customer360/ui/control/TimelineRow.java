package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One event of a customer, 42 high or higher: channel icon, title in full, fact, date, money. The
/// node to put into a list cell that asks for its height at the width of the list; reuse it with
/// [#show].
public final class TimelineRow extends HBox {
  /// One event, ready to print.
  ///
  /// @param badge a word in a pill behind the title; may be empty
  /// @param date `20 Nov`; `time` `09:40` is muted; `amount` may be empty
  public record Entry(
      String icon,
      Tone tone,
      String title,
      String badge,
      String detail,
      String date,
      String time,
      String amount) {}

  private final HBox icon = new HBox();
  private final Label title = Nodes.label("", "medium");
  private final HBox titleLine = Nodes.row(8, title);
  private final Label detail = Nodes.label("", "caption", "muted");
  private final Label date = Nodes.label("", "caption", "num");
  private final Label time = Nodes.label("", "caption", "num", "muted");
  private final Label amount = Nodes.label("", "num", "strong");

  public TimelineRow() {
    super(10);
    getStyleClass().add("timeline-row");
    icon.getStyleClass().add("timeline-icon");
    VBox words = new VBox(1, titleLine, detail);
    words.setMinWidth(0);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox.setHgrow(words, Priority.ALWAYS);
    date.setMinWidth(USE_PREF_SIZE);
    time.setMinWidth(USE_PREF_SIZE);
    HBox when = Nodes.row(4, date, time);
    when.setAlignment(Pos.CENTER_RIGHT);
    VBox right = new VBox(1, when, amount);
    right.setAlignment(Pos.TOP_RIGHT);
    right.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(icon, words, right);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  public TimelineRow show(Entry entry) {
    icon.getChildren().setAll(Icons.small(entry.icon(), entry.tone().styleClass()));
    title.setText(entry.title());
    titleLine.getChildren().setAll(title);
    if (!entry.badge().isEmpty()) {
      titleLine.getChildren().add(Chip.badge("", entry.badge(), Tone.WARN));
    }
    detail.setText(entry.detail());
    date.setText(entry.date());
    time.setText(entry.time());
    amount.setText(entry.amount());
    Nodes.visible(amount, !entry.amount().isEmpty());
    setAccessibleText(
        String.join(
            ", ", entry.title(), entry.detail(), entry.date(), entry.time(), entry.amount()));
    return this;
  }
}
