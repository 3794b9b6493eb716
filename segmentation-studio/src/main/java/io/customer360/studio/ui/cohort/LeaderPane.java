package io.customer360.studio.ui.cohort;

import io.customer360.studio.desk.Leaders;
import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.field.Field;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Who leads: the values of a field with several measures, each a column to sort by. A row is
/// chosen like a cell of the grids.
final class LeaderPane {
  private final UiContext context;
  private final CohortModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("studio.leaders"));
  private final DataTable<Leaders.Line> table;
  private final TableColumn<Leaders.Line, Leaders.Line> value;
  private final StackPane body = new StackPane();
  private final Pane root;
  private int everyone;

  /// @param choose takes a chosen row as a cell, under its title
  LeaderPane(
      UiContext context,
      CohortModel model,
      Consumer<CohortModel.Chosen> choose,
      java.util.function.Function<PurchaseGrids.Cell, String> fact,
      Runnable open) {
    this.context = context;
    this.model = model;
    Formats formats = context.formats();
    table = new DataTable<>("studio.leaders", Messages.text("studio.leaders"), context.memory());
    value =
        table.text(
            "value", Messages.text("studio.leaders.value"), 140, Leaders.Line::value, "medium");
    table.figure(
        "people",
        Messages.text("studio.col.size"),
        74,
        line -> formats.count(line.customers()),
        Leaders.Line::customers);
    table.figure(
        "margin",
        Messages.text("studio.leaders.margin", formats.currencySymbol()),
        96,
        line -> formats.number(line.margin12m(), 0),
        Leaders.Line::margin12m,
        "strong");
    table.figure(
        "each",
        Messages.text("studio.leaders.each", formats.currencySymbol()),
        84,
        line -> formats.number(line.each(), 0),
        Leaders.Line::each);
    table.figure(
        "again",
        Messages.text("studio.leaders.again"),
        122,
        line -> formats.number(line.again() * 100, 1),
        Leaders.Line::again,
        "muted");
    table.figure(
        "active",
        Messages.text("studio.leaders.active"),
        148,
        line -> formats.number(line.active() * 100, 1),
        Leaders.Line::active,
        "muted");
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, line) -> {
              if (line != null) {
                choose.accept(chosen(line, fact));
              }
            });
    // their titles say what is counted; the first column has room to give
    table.column("again").setMinWidth(118);
    table.column("active").setMinWidth(146);
    table.onOpen(line -> open.run());
    root = new Pane(header, body);
    root.setMinHeight(140);
    model.board().subscribe(this::show);
    model.dimensions().subscribe(fields -> by());
  }

  Node root() {
    return root;
  }

  void deselect() {
    table.getSelectionModel().clearSelection();
  }

  private CohortModel.Chosen chosen(
      Leaders.Line line, java.util.function.Function<PurchaseGrids.Cell, String> fact) {
    PurchaseGrids.Cell cell =
        new PurchaseGrids.Cell(line.rule(), line.customers(), everyone, line.margin12m());
    Leaders.Board board = model.board().get().value();
    String field = board == null ? "" : board.field().title();
    return new CohortModel.Chosen(field + " " + line.value(), fact.apply(cell), cell);
  }

  private void by() {
    Leaders.Board board = model.board().get().value();
    @Nullable Field now = board == null ? null : board.field();
    if (now != null) {
      header.right(
          Chip.editable(
              Messages.text("studio.leaders.by"),
              now.title(),
              now.name(),
              model.dimensions().get().stream()
                  .map(field -> new Chip.Choice(field.name(), field.title()))
                  .toList(),
              model::leadBy));
    }
  }

  private void show(Load<Leaders.Board> load) {
    if (load instanceof Load.Failed<Leaders.Board>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::reloadLeaders));
      return;
    }
    Leaders.Board board = load.value();
    table.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    if (board == null) {
      Skeleton skeleton = new Skeleton(8, 18, -1, -1, -1);
      skeleton.setPadding(new Insets(16));
      body.getChildren().setAll(skeleton);
      return;
    }
    if (load instanceof Load.Ready<?>) {
      everyone = board.everyone();
      value.setText(board.field().title());
      table.items(board.lines());
      body.getChildren().setAll(table);
      header.fact(
          Messages.text("studio.leaders.fact", context.formats().count(board.lines().size())));
      by();
    }
  }
}
