package io.customer360.studio.ui.catalog;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.Schedule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The catalog: every segment in a table, the life of the chosen one beside it. Enter opens it,
/// Esc goes back to the editor. The number in the header is the number of rows, always.
public final class SegmentsView {
  private final UiContext context;
  private final SegmentsModel model;
  private final Runnable back;
  private final Consumer<SegmentDefinition> open;
  private final ScreenHeader header = new ScreenHeader(Messages.text("studio.segments"));
  private final Segmented which =
      new Segmented(
          Messages.text("studio.segments"),
          Messages.text("studio.catalog.used"),
          Messages.text("studio.catalog.retired"));
  private final DataTable<SegmentOverview.Row> table;
  private final StackPane list = new StackPane();
  private final PaneHeader lifeHeader = new PaneHeader("");
  private final Label description = Nodes.wrapped("", "muted");
  private final Button edit;
  private final Button retire;
  private final HBox schedule = Nodes.row(0);
  private final BorderPane root = new BorderPane();
  private @Nullable String wanted;

  /// @param make begins a segment with a title and a tree
  /// @param begin begins a new segment
  /// @param open takes the segment to edit
  /// @param back goes to the editor as it was
  public SegmentsView(
      UiContext context,
      SegmentsModel model,
      BiConsumer<String, Rule> make,
      Runnable begin,
      Consumer<SegmentDefinition> open,
      Runnable back) {
    this.context = context;
    this.model = model;
    this.open = open;
    this.back = back;
    table = new SegmentTable(context).node();
    edit =
        Nodes.button(
            Messages.text("studio.catalog.open"), "fth-edit-2", this::openChosen, "accent");
    retire = Nodes.button(Messages.text("studio.retire.button"), "fth-archive", this::retire);
    header.right(
        which,
        Nodes.rule(32),
        Nodes.button(Messages.text("studio.catalog.back"), "fth-arrow-left", back, "large"),
        Nodes.button(Messages.text("studio.new.button"), "fth-plus", begin, "accent", "large"));
    header.getStyleClass().add("studio-header");
    LifePane life = new LifePane(context, model, this::restore).withRules();
    VBox foot = new VBox(10, schedule, Nodes.row(8, edit, Nodes.spacer(), retire));
    foot.getStyleClass().add("catalog-foot");
    description.getStyleClass().add("life-description");
    VBox body = new VBox(description, life.root());
    VBox.setVgrow(life.root(), Priority.ALWAYS);
    Pane beside = new Pane(lifeHeader, body).foot(foot);
    list.getStyleClass().add("pane");
    root.setTop(header);
    root.setCenter(
        Panes.across(
            context.memory(),
            "studio.catalog",
            new double[] {0.69},
            Panes.down(
                context.memory(),
                "studio.catalog.left",
                new double[] {0.5},
                list,
                new OverlapPane(context.formats(), model, make).root()),
            beside));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            back.run();
            event.consume();
          }
        });
    table.onOpen(row -> open.accept(row.segment()));
    table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
    which.selectedProperty().addListener((o, before, now) -> show(model.rows().get()));
    model.rows().subscribe(this::show);
    chosen(null);
  }

  public Node root() {
    return root;
  }

  /// Reads the list anew and, when it is there, chooses this segment.
  public void show(String segment) {
    wanted = segment.isEmpty() ? wanted : segment;
    model.reload();
    table.requestFocus();
  }

  private void show(Load<List<SegmentOverview.Row>> load) {
    if (load instanceof Load.Failed<List<SegmentOverview.Row>>(var fault)) {
      list.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    List<SegmentOverview.Row> rows = load.value();
    if (rows == null) {
      Skeleton skeleton = new Skeleton(12, 16, -1, -1, -1, -1, -1, -1);
      skeleton.setPadding(new Insets(24));
      list.getChildren().setAll(skeleton);
      return;
    }
    boolean retired = which.selected() == 1;
    List<SegmentOverview.Row> shown =
        rows.stream().filter(row -> row.segment().retired() == retired).toList();
    Formats formats = context.formats();
    header.fact(
        retired
            ? Messages.text("studio.catalog.fact.retired", formats.count(shown.size()))
            : Messages.text(
                "studio.catalog.fact",
                formats.count(shown.size()),
                formats.count(shown.stream().filter(row -> row.alarm().isPresent()).count())));
    String keep = wanted;
    SegmentOverview.Row before = table.getSelectionModel().getSelectedItem();
    String id = keep != null ? keep : before == null ? "" : before.segment().id();
    table.items(shown);
    list.getChildren()
        .setAll(
            shown.isEmpty() && retired
                ? new EmptyState("fth-archive", Messages.text("studio.catalog.no-retired"), "")
                : table);
    SegmentOverview.Row again =
        shown.stream()
            .filter(row -> row.segment().id().equals(id))
            .findFirst()
            .orElse(shown.isEmpty() ? null : shown.getFirst());
    if (again == null) {
      chosen(null);
    } else {
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().select(again);
    }
    if (load instanceof Load.Ready<?>) {
      wanted = null;
    }
  }

  private void chosen(SegmentOverview.@Nullable Row row) {
    edit.setDisable(row == null);
    retire.setDisable(row == null);
    schedule.getChildren().clear();
    if (row == null) {
      lifeHeader.title(Messages.text("studio.catalog.none"));
      Nodes.visible(description, false);
      model.lookAway();
      return;
    }
    SegmentDefinition segment = row.segment();
    lifeHeader.title(segment.title());
    description.setText(segment.description());
    Nodes.visible(description, !segment.description().isBlank());
    if (!segment.retired()) {
      schedule.getChildren().add(schedule(segment));
    }
    retire.setText(
        Messages.text(segment.retired() ? "studio.catalog.revive" : "studio.retire.button"));
    model.look(segment);
  }

  private Chip schedule(SegmentDefinition segment) {
    return Chip.editable(
        Messages.text("studio.schedule.chip"),
        Messages.text("studio.schedule." + segment.schedule().key()),
        segment.schedule().key(),
        Arrays.stream(Schedule.values())
            .map(one -> new Chip.Choice(one.key(), Messages.text("studio.schedule." + one.key())))
            .toList(),
        key ->
            model.schedule(
                segment,
                Schedule.of(key, segment.id()),
                saved ->
                    context
                        .notifier()
                        .done(
                            Messages.text(
                                "studio.scheduled",
                                saved.title(),
                                Messages.text("studio.schedule." + saved.schedule().key()))),
                context.notifier()::failed));
  }

  private SegmentOverview.@Nullable Row row() {
    return table.getSelectionModel().getSelectedItem();
  }

  private void openChosen() {
    SegmentOverview.Row row = row();
    if (row != null) {
      open.accept(row.segment());
    }
  }

  private void retire() {
    SegmentOverview.Row row = row();
    if (row == null) {
      return;
    }
    SegmentDefinition segment = row.segment();
    if (segment.retired()) {
      restore(segment.version());
      return;
    }
    model.retire(
        segment.id(),
        retired ->
            context
                .notifier()
                .undoable(
                    Messages.text("studio.retired", retired.title()),
                    Messages.text("studio.undo"),
                    () ->
                        model.restore(
                            retired.id(),
                            retired.version(),
                            again -> {},
                            context.notifier()::failed)),
        context.notifier()::failed);
  }

  private void restore(int version) {
    SegmentOverview.Row row = row();
    if (row != null) {
      model.restore(
          row.segment().id(),
          version,
          restored ->
              context
                  .notifier()
                  .done(
                      Messages.text(
                          "studio.restored",
                          restored.title(),
                          Integer.toString(version),
                          Integer.toString(restored.version()))),
          context.notifier()::failed);
    }
  }
}
