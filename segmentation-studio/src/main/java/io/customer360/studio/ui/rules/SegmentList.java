package io.customer360.studio.ui.rules;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentCatalog;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every segment with its size at the last refresh and since when it is as it is. Enter opens one.
final class SegmentList {
  private final UiContext context;
  private final DraftModel model;
  private final CatalogModel catalog;
  private final Runnable opened;
  private final ListView<SegmentCatalog.Size> list = new ListView<>();
  private final BorderPane root = new BorderPane();

  SegmentList(UiContext context, DraftModel model, CatalogModel catalog, Runnable opened) {
    this.context = context;
    this.model = model;
    this.catalog = catalog;
    this.opened = opened;
    list.setAccessibleText(Messages.text("studio.segments"));
    list.setFixedCellSize(52);
    list.setCellFactory(view -> new Cell());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
    HBox bar =
        Nodes.row(8, Nodes.button(Messages.text("studio.new.button"), "fth-plus", this::begin));
    bar.getStyleClass().add("list-bar");
    root.setTop(bar);
    catalog.rows().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void begin() {
    model.begin(Messages.text("studio.new"), Rule.EVERYONE);
    opened.run();
  }

  private void open(SegmentCatalog.@Nullable Size row) {
    if (row != null) {
      model.open(row.segment());
      opened.run();
    }
  }

  private void show(Load<List<SegmentCatalog.Size>> load) {
    if (load instanceof Load.Failed<List<SegmentCatalog.Size>>(var fault)) {
      root.setCenter(ErrorState.retry(fault, catalog::reload));
      return;
    }
    List<SegmentCatalog.Size> rows = load.value();
    if (rows == null) {
      Skeleton skeleton = new Skeleton(20, 30, -1, -1, -1, -1);
      skeleton.setPadding(new Insets(16));
      root.setCenter(skeleton);
      return;
    }
    list.getItems().setAll(rows);
    root.setCenter(list);
  }

  private final class Cell extends ListCell<SegmentCatalog.Size> {
    Cell() {
      setOnMouseClicked(event -> open(getItem()));
    }

    @Override
    protected void updateItem(SegmentCatalog.@Nullable Size row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(row == null || empty ? null : content(row));
    }

    private HBox content(SegmentCatalog.Size row) {
      Formats formats = context.formats();
      SegmentDefinition segment = row.segment();
      Instant updated = segment.updated();
      String since =
          updated == null
              ? segment.description()
              : Messages.text(
                  "studio.since",
                  Integer.toString(segment.version()),
                  segment.author(),
                  formats.dateTime(updated));
      Label fact = Nodes.label(since, "caption", "muted");
      VBox words = new VBox(2, Nodes.label(segment.title(), "medium"), fact);
      words.setMinWidth(0);
      Label size = Nodes.label(formats.count(row.customers()), "num", "strong");
      Label share = Nodes.label(formats.share(row.share()), "caption", "num", "muted");
      VBox figures = new VBox(2, size, share);
      figures.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
      figures.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      HBox line = Nodes.row(12, words, Nodes.spacer(), figures);
      line.getStyleClass().add("segment-row");
      line.setMaxWidth(list.getWidth() - 12);
      return line;
    }
  }
}
