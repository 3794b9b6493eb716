package io.customer360.ui.center;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Column;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.AnswerTable.Row;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Memory;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.TextWidth;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The rows behind an answer: six at first, more on request, figures right-aligned by their kind.
final class AnswerTableView extends VBox {
  private static final int FEW = 6;
  private static final int MANY = 16;

  /// Not worth a link of their own.
  private static final int BARELY_MORE = 2;

  /// Left and right of a cell, as in the sheet.
  private static final double PADDING = 17;

  private static final TextWidth HEAD = new TextWidth("Inter Medium", 12);
  private static final TextWidth NAME = new TextWidth("Inter Medium", 13);
  private static final TextWidth ID = new TextWidth("Inter Tabular", 12);
  private static final TextWidth WORDS = new TextWidth("Inter", 12);
  private static final TextWidth FIGURE = new TextWidth("Inter Tabular", 13);
  private static final TextWidth STRONG = new TextWidth("Inter Tabular SemiBold", 13);

  private final Formats formats;
  private final DataTable<Row> table;

  AnswerTableView(AnswerTable data, Memory memory, Formats formats, Consumer<String> openCustomer) {
    this.formats = formats;
    getStyleClass().add("answer-table");
    table = new DataTable<>("answer", Messages.text("center.rows"), memory);
    for (int i = 0; i < data.columns().size(); i++) {
      column(data, i);
    }
    // only what is shown, so that no scroll bar takes room from the last column
    int carried = data.rows().size();
    int first = carried <= FEW + BARELY_MORE ? carried : FEW;
    table.items(data.rows().subList(0, first));
    table.empty(Messages.text("center.rows.none"));
    table.onOpen(
        row -> {
          if (row.customerId() != null) {
            openCustomer.accept(row.customerId());
          }
        });
    height(first);
    Label caption = Nodes.label("", "caption", "muted", "num");
    Runnable told = () -> caption.setText(caption(data));
    told.run();
    HBox foot = Nodes.row(8, caption, Nodes.spacer());
    foot.getStyleClass().add("table-foot");
    if (carried > first) {
      Hyperlink more = new Hyperlink(Messages.text("center.rows.more"));
      more.setOnAction(
          event -> {
            table.items(data.rows());
            height(Math.min(MANY, carried));
            told.run();
            foot.getChildren().remove(more);
          });
      foot.getChildren().add(more);
    }
    Nodes.visible(foot, carried > first || !caption.getText().isEmpty());
    getChildren().addAll(table, foot);
  }

  /// `6 of 238 shown. Highest margin at risk first. Enter opens the profile.`
  private String caption(AnswerTable data) {
    List<String> words = new ArrayList<>();
    int shown = table.rows().size();
    if (shown < data.total()) {
      words.add(
          Messages.text("center.rows.shown", formats.count(shown), formats.count(data.total())));
    }
    if (!data.caption().isEmpty()) {
      words.add(data.caption());
    }
    if (table.rows().stream().anyMatch(row -> row.customerId() != null)) {
      words.add(Messages.text("center.rows.open"));
    }
    return String.join(" ", words);
  }

  DataTable<Row> table() {
    return table;
  }

  private void height(int rows) {
    double height = 29 + 28.0 * Math.max(2, rows);
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private void column(AnswerTable data, int index) {
    Column column = data.columns().get(index);
    double width = width(data, index);
    String title = title(column);
    String id = index + "-" + column.key();
    TableColumn<Row, Row> made;
    if (column.kind() == Kind.CUSTOMER) {
      made =
          table.graphic(
              id, title, width, row -> customer(row, index), row -> row.texts().get(index));
    } else if (column.rightAligned()) {
      made =
          table.figure(
              id,
              title,
              width,
              row -> row.texts().get(index),
              row -> number(row.values().get(index)),
              column.sorted() ? "strong" : "plain");
    } else {
      made = table.text(id, title, width, row -> row.texts().get(index), "caption");
    }
    if (column.rightAligned() && index == data.columns().size() - 1) {
      made.getStyleClass().add("last-figure");
    }
    made.setMinWidth(column.kind() == Kind.TEXT ? 56 : width);
  }

  /// From the widest text of the first rows as it is drawn: the last column takes what is left.
  private static double width(AnswerTable data, int index) {
    Column column = data.columns().get(index);
    double widest = HEAD.of(title(column)) + (column.sorted() ? 14 : 0);
    for (Row row : data.rows().subList(0, Math.min(30, data.rows().size()))) {
      String text = row.texts().get(index);
      double wide =
          switch (column.kind()) {
            case CUSTOMER ->
                NAME.of(text) + (row.customerId() == null ? 0 : 6 + ID.of(row.customerId()));
            case TEXT -> WORDS.of(text);
            case COUNT, NUMBER, SCORE, SHARE, MONEY, DATE, TIME ->
                (column.sorted() ? STRONG : FIGURE).of(text);
          };
      widest = Math.max(widest, wide);
    }
    return Math.clamp(widest + PADDING, 56, column.kind() == Kind.TEXT ? 260 : 240);
  }

  private static String title(Column column) {
    return column.unit().isEmpty() ? column.title() : column.title() + ", " + column.unit();
  }

  private static @Nullable Number number(@Nullable Object value) {
    return value instanceof Number number ? number : null;
  }

  private static HBox customer(Row row, int index) {
    HBox box = Nodes.row(6, Nodes.label(row.texts().get(index), "medium", Personal.CLASS));
    if (row.customerId() != null && !row.customerId().equals(row.texts().get(index))) {
      box.getChildren().add(Nodes.label(row.customerId(), "caption", "muted", "num"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
