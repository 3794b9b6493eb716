package io.customer360.ui.paper;

import java.io.IOException;
import java.util.List;

/// Rows under column titles. A page that runs out goes on with the titles again.
///
/// @param columns from left to right; their widths add up to at most the room there is
public record PaperTable(List<Column> columns, List<List<String>> rows) {
  private static final double ROW = 15;
  private static final double SIZE = 8.5;

  /// One column.
  ///
  /// @param right whether its cells end at the right, as figures do
  /// @param strong whether its cells are set in the heavier weight
  public record Column(String title, double width, boolean right, boolean strong) {
    public static Column text(String title, double width) {
      return new Column(title, width, false, false);
    }

    public static Column strong(String title, double width) {
      return new Column(title, width, false, true);
    }

    public static Column figure(String title, double width) {
      return new Column(title, width, true, false);
    }
  }

  public void write(Paper paper, double x) throws IOException {
    double width = columns.stream().mapToDouble(Column::width).sum();
    paper.need(2 * ROW);
    head(paper, x, width);
    for (List<String> row : rows) {
      double before = paper.here();
      paper.need(ROW);
      if (paper.here() > before) {
        head(paper, x, width);
      }
      double at = x;
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        cell(paper, row.get(c), column, at, column.strong(), Ink.TEXT);
        at += column.width();
      }
      paper.rule(x, ROW - 0.5, width, Ink.FAINT);
      paper.down(ROW);
    }
  }

  private void head(Paper paper, double x, double width) throws IOException {
    paper.box(x, 0, width, ROW, Ink.WASH);
    double at = x;
    for (Column column : columns) {
      cell(paper, column.title(), column, at, false, Ink.MUTED);
      at += column.width();
    }
    paper.down(ROW);
  }

  private static void cell(
      Paper paper, String text, Column column, double at, boolean strong, Ink ink)
      throws IOException {
    double room = column.width() - 8;
    if (column.right() && paper.width(text, SIZE, strong) <= room) {
      paper.putRight(text, at + column.width() - 4, 10.5, SIZE, strong, ink);
    } else {
      paper.putFitted(text, at + 4, 10.5, room, SIZE, strong, ink);
    }
  }
}
