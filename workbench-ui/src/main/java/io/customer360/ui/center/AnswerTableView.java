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
import io.customer360.ui.text.Messages;
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

  /// Left and right of a cell, as in the sheet.
  private static final double PADDING = 21;

  private static final TextWidth HEAD = new TextWidth("Inter Medium", 12);
  private static final TextWidth NAME = new TextWidth("Inter Medium", 13);
  private static final TextWidth ID = new TextWidth("Inter Tabular", 12);
  private static final TextWidth WORDS = new TextWidth("Inter", 11);
  private static final TextWidth FIGURE = new TextWidth("Inter Tabular", 13);
  private static final TextWidth STRONG = new TextWidth("Inter Tabular SemiBold", 13);

  private final DataTable<Row> table;

  AnswerTableView(AnswerTable data, Memory memory, Consumer<String> openCustomer) {
    getStyleClass().add("answer-table");
    table = new DataTable<>("answer", Messages.text("center.rows"), memory);
    for (int i = 0; i < data.columns().size(); i++) {
      column(data, i);
    }
    // only what is shown, so that no scroll bar takes room from the last column
    table.items(data.rows().subList(0, Math.min(FEW, data.rows().size())));
    table.empty(Messages.text("center.rows.none"));
    table.onOpen(
        row -> {
          if (row.customerId() != null) {
            openCustomer.accept(row.customerId());
          }
        });
    int carried = data.rows().size();
    height(Math.min(FEW, carried));
    Label caption = Nodes.label(data.caption(), "caption", "muted", "num");
    HBox foot = Nodes.row(8, caption, Nodes.spacer());
    foot.getStyleClass().add("table-foot");
    if (carried > FEW) {
      Hyperlink more = new Hyperlink(Messages.text("center.rows.more"));
      more.setOnAction(
          event -> {
            table.items(data.rows());
            height(Math.min(MANY, carried));
            foot.getChildren().remove(more);
          });
      foot.getChildren().add(more);
    }
    getChildren().addAll(table, foot);
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
      made = table.text(id, title, width, row -> row.texts().get(index), "footnote-cell");
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
