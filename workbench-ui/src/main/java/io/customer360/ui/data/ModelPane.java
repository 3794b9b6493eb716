package io.customer360.ui.data;

import io.customer360.lakehouse.ColumnInfo;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.QueryResult;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.control.SqlView;
import io.customer360.ui.control.TextWidth;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The selected table: its SQL, its first rows, its columns.
final class ModelPane {
  private static final int SQL = 0;
  private static final int ROWS = 1;
  private static final int MEASURED = 40;
  private static final double NARROWEST = 64;
  private static final double WIDEST = 240;

  private final UiContext context;
  private final Formats formats;
  private final DataViewModel model;
  private final PaneHeader header = new PaneHeader("");
  private final Segmented way =
      new Segmented(
          Messages.text("data.model.way"),
          Messages.text("data.model.sql"),
          Messages.text("data.model.rows"),
          Messages.text("data.model.columns"));
  private final SqlView sql = new SqlView("");
  private final TextWidth letters = new TextWidth("Inter", 13);
  private final StackPane content = new StackPane();
  private final DataTable<ColumnInfo> columns;
  private final BorderPane root = new BorderPane();

  ModelPane(UiContext context, DataViewModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    columns =
        new DataTable<>("model.columns", Messages.text("data.model.columns"), context.memory());
    columns.text("name", Messages.text("data.column.name"), 220, ColumnInfo::name, "mono");
    columns.text(
        "type", Messages.text("data.column.type"), 140, ColumnInfo::type, "mono", "muted-text");
    columns.graphic(
        "from",
        Messages.text("data.column.comes-from"),
        150,
        this::origin,
        info -> Messages.text("data.trace.open"));
    columns.onOpen(info -> trace(columns, info));
    header.right(way);
    root.getStyleClass().add("pane");
    root.setTop(header);
    root.setCenter(content);
    root.setMinWidth(300);
    way.selectedProperty().subscribe(this::arrange);
    model.selected().subscribe(node -> node.ifPresent(this::show));
    model.rows().subscribe(load -> arrangeRows());
  }

  Node root() {
    return root;
  }

  private Node origin(ColumnInfo info) {
    Hyperlink link = Nodes.link(Messages.text("data.trace.open"), () -> {});
    link.setAccessibleText(Messages.text("data.trace.of", info.name()));
    link.setOnAction(event -> trace(link, info));
    return link;
  }

  private void trace(Node beside, ColumnInfo info) {
    String table = model.selected().get().map(ModelNode::name).orElse("");
    model.trace(
        info.name(),
        origin -> new OriginPopup(context).show(beside, table + "." + info.name(), origin),
        context.notifier()::failed);
  }

  private void show(ModelNode node) {
    header.title(node.name());
    header.fact(node.columns().isEmpty() ? "" : formats.count(node.rows()));
    sql.text(node.sql());
    columns.items(node.columns());
    arrange();
  }

  private void arrange() {
    ModelNode node = model.selected().get().orElse(null);
    if (node == null) {
      return;
    }
    switch (way.selected()) {
      case SQL -> content.getChildren().setAll(node.sql().isEmpty() ? words(node) : sql);
      case ROWS -> {
        if (model.rows().get() instanceof Load.Idle) {
          model.readRows();
        }
        arrangeRows();
      }
      default -> content.getChildren().setAll(columns);
    }
  }

  /// A node without a statement says what it is instead.
  private static Node words(ModelNode node) {
    VBox box =
        new VBox(
            8,
            Nodes.label(node.grain(), "strong"),
            Nodes.wrapped(node.meaning()),
            Nodes.wrapped(node.note(), "caption", "muted"));
    box.getStyleClass().add("pane-body");
    return box;
  }

  private void arrangeRows() {
    if (way.selected() != ROWS) {
      return;
    }
    Load<QueryResult> load = model.rows().get();
    if (load instanceof Load.Failed<QueryResult>(var fault)) {
      content.getChildren().setAll(ErrorState.retry(fault, model::readRows));
      return;
    }
    QueryResult result = load.value();
    if (result == null) {
      content.getChildren().clear();
      return;
    }
    DataTable<List<@Nullable Object>> table =
        new DataTable<>("model.values", Messages.text("data.model.rows"), context.memory());
    table.scrolling();
    for (int c = 0; c < result.columns().size(); c++) {
      int column = c;
      ColumnInfo info = result.columns().get(c);
      boolean figure =
          info.type().matches("(?i)(big|small|tiny|huge)?int(eger)?|double|float|decimal.*");
      if (figure) {
        table.figure(
            info.name(),
            info.name(),
            width(info.name(), result.rows(), column),
            row -> text(row.get(column)),
            row -> row.get(column) instanceof Number number ? number : null);
      } else {
        table.text(
            info.name(),
            info.name(),
            width(info.name(), result.rows(), column),
            row -> text(row.get(column)),
            Personal.column(info.name()) ? Personal.CLASS : "plain");
      }
    }
    table.items(result.rows());
    content.getChildren().setAll(table);
  }

  /// As wide as the heading and the values ask for, within reason.
  private double width(String name, List<List<@Nullable Object>> rows, int column) {
    double widest = letters.of(name);
    for (List<@Nullable Object> row : rows.subList(0, Math.min(rows.size(), MEASURED))) {
      widest = Math.max(widest, letters.of(text(row.get(column))));
    }
    return Math.clamp(widest + 32, NARROWEST, WIDEST);
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant at -> formats.dateTime(at);
      case BigDecimal amount -> amount.toPlainString();
      default -> value.toString();
    };
  }
}
