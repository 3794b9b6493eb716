package io.customer360.ui.data;

import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.quarantine.FixPreview;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Rows held back with their mend; quality checks; landings; contracts.
final class HeldPane {
  private static final int HELD = 0;
  private static final int QUALITY = 1;
  private static final int LANDINGS = 2;

  private final UiContext context;
  private final Formats formats;
  private final DataViewModel model;
  private final TabStrip tabs =
      new TabStrip(
          Messages.text("data.tab.held"),
          Messages.text("data.tab.quality"),
          Messages.text("data.tab.landings"),
          Messages.text("data.tab.contracts"));
  private final DataTable<QuarantineRow> held;
  private final QualityTables quality;
  private final DataTable<Landing> landings;
  private final StackPane content = new StackPane();
  private final TextField expression = new TextField();
  private final Label chosen = Nodes.label("", "badge");
  private final Label effect = Nodes.label("", "caption", "muted");
  private final VBox sample = new VBox(2);
  private final Button apply;
  private final Button discard;
  private final VBox bar;
  private final BorderPane root = new BorderPane();

  HeldPane(UiContext context, DataViewModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    held = heldTable();
    quality = new QualityTables(context, this::rowsOf);
    landings = landingTable();
    apply =
        Nodes.button(Messages.text("data.fix"), "fth-corner-up-left", this::fix, "accent", "large");
    discard = Nodes.button(Messages.text("data.discard"), this::discard, "large");
    bar = fixBar();
    root.getStyleClass().add("pane");
    root.setTop(tabs);
    root.setCenter(content);
    tabs.selectedProperty().subscribe(this::arrange);
    model.contents().subscribe(load -> Optional.ofNullable(load.value()).ifPresent(this::show));
    model.fix().subscribe(this::showFix);
    held.getSelectionModel()
        .getSelectedItems()
        .addListener(
            (javafx.collections.ListChangeListener<QuarantineRow>) change -> chosenChanged());
    expression.textProperty().subscribe(text -> model.previewFix(ids(), text));
    arrange();
  }

  Node root() {
    return root;
  }

  private DataTable<QuarantineRow> heldTable() {
    DataTable<QuarantineRow> table =
        new DataTable<>("held", Messages.text("data.tab.held"), context.memory());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.pick();
    table.text(
        "field",
        Messages.text("data.column.field"),
        164,
        r -> r.dataset() + "." + r.field(),
        "mono");
    table.text(
        "rule", Messages.text("data.column.rule"), 152, r -> RuleWords.shown(formats, r.rule()));
    table.text(
        "value",
        Messages.text("data.column.value"),
        184,
        QuarantineRow::value,
        "mono",
        "danger-text",
        Personal.CLASS);
    table.text("file", Messages.text("data.column.file"), 146, QuarantineRow::file);
    table.figure(
        "line",
        Messages.text("data.column.line"),
        54,
        r -> formats.count(r.line()),
        QuarantineRow::line);
    table.text("hint", Messages.text("data.column.hint"), 232, QuarantineRow::hint);
    return table;
  }

  private DataTable<Landing> landingTable() {
    DataTable<Landing> table =
        new DataTable<>("landings", Messages.text("data.tab.landings"), context.memory());
    table.text("file", Messages.text("data.column.file"), 200, Landing::file);
    table.text("dataset", Messages.text("data.column.dataset"), 120, Landing::dataset, "mono");
    table.text("source", Messages.text("data.column.source"), 100, l -> Sources.words(l.source()));
    table.figure(
        "rows", Messages.text("data.column.rows"), 90, l -> formats.count(l.rows()), Landing::rows);
    table.figure(
        "good",
        Messages.text("data.column.good"),
        90,
        l -> formats.count(l.accepted()),
        Landing::accepted);
    table.figure(
        "held",
        Messages.text("data.column.held"),
        80,
        l -> formats.count(l.quarantined()),
        Landing::quarantined);
    table.figure(
        "dup",
        Messages.text("data.column.duplicates"),
        90,
        l -> formats.count(l.duplicates()),
        Landing::duplicates);
    table.text(
        "at", Messages.text("data.column.received"), 120, l -> formats.dateTime(l.receivedAt()));
    return table;
  }

  private VBox fixBar() {
    expression.setPromptText(Messages.text("data.fix.prompt"));
    expression.getStyleClass().add("mono");
    expression.setPrefWidth(300);
    expression.setOnAction(event -> fix());
    Label set = Nodes.label(Messages.text("data.fix.set"), "muted");
    set.setLabelFor(expression);
    Nodes.named(expression, AccessibleRole.TEXT_FIELD, Messages.text("data.fix.name"));
    chosen.getStyleClass().add("accent-badge");
    HBox row = Nodes.row(8, chosen, set, expression, effect, Nodes.spacer(), discard, apply);
    VBox all = new VBox(8, sample, row);
    all.getStyleClass().add("action-bar");
    Nodes.visible(sample, false);
    return all;
  }

  private void show(DataViewModel.Contents now) {
    held.empty(Messages.text("data.held.none"));
    landings.empty(Messages.text("data.landings.none"));
    held.items(AlarmRows.ordered(now.held(), now.quality()));
    quality.show(now);
    landings.items(now.landings());
    long shown = now.held().size();
    tabs.count(
        HELD,
        shown == now.holding()
            ? formats.count(shown)
            : Messages.text("data.held.first", formats.count(shown), formats.count(now.holding())));
    tabs.count(
        QUALITY,
        now.alarms() == 0
            ? ""
            : Messages.text(
                now.alarms() == 1 ? "data.quality.alarms.one" : "data.quality.alarms",
                formats.count(now.alarms())));
    tabs.count(LANDINGS, formats.count(now.landings().size()));
    tabs.count(LANDINGS + 1, formats.count(now.contracts().size()));
    chosenChanged();
  }

  /// Selects the rows an alarm is about, so that its mend can be written at once.
  private void rowsOf(QualityCheck alarm) {
    tabs.select(HELD);
    int[] rows =
        IntStream.range(0, held.getItems().size())
            .filter(i -> AlarmRows.about(alarm, held.getItems().get(i)))
            .toArray();
    held.getSelectionModel().clearSelection();
    if (rows.length > 0) {
      held.getSelectionModel().selectIndices(rows[0], rows);
      held.scrollTo(rows[0]);
      held.requestFocus();
    }
  }

  private void arrange() {
    int tab = tabs.selected();
    content
        .getChildren()
        .setAll(
            switch (tab) {
              case HELD -> held;
              case QUALITY -> quality.checks();
              case LANDINGS -> landings;
              default -> quality.contracts();
            });
    chosenChanged();
  }

  private void chosenChanged() {
    List<Long> ids = ids();
    boolean any = !ids.isEmpty() && tabs.selected() == HELD;
    root.setBottom(any ? bar : null);
    chosen.setText(Messages.text("data.fix.chosen", formats.count(ids.size())));
    if (any) {
      QuarantineRow first = held.getSelectionModel().getSelectedItems().getFirst();
      if (expression.getText().isBlank()) {
        expression.setText(proposal(first));
      }
      model.previewFix(ids, expression.getText());
    } else {
      expression.setText("");
    }
  }

  /// What the hint suggests, for the person to confirm or change.
  private static String proposal(QuarantineRow row) {
    return row.hint().toLowerCase(Locale.ROOT).contains("1,000 times")
        ? row.field() + " = " + row.field() + " / 1000"
        : "";
  }

  private List<Long> ids() {
    return held.getSelectionModel().getSelectedItems().stream()
        .filter(java.util.Objects::nonNull)
        .map(QuarantineRow::id)
        .toList();
  }

  private void showFix(Load<FixPreview> load) {
    FixPreview preview = load.value();
    boolean ready = preview != null && preview.good() > 0;
    apply.setDisable(!ready);
    sample.getChildren().clear();
    if (load instanceof Load.Failed<FixPreview>(var fault)) {
      effect.setText(fault.plain());
    } else if (preview == null) {
      effect.setText(Messages.text("data.fix.where"));
    } else {
      effect.setText(
          Messages.text(
              "data.fix.effect", formats.count(preview.good()), formats.count(preview.bad())));
      for (FixPreview.Row row : preview.rows()) {
        sample
            .getChildren()
            .add(
                Nodes.row(
                    8,
                    Nodes.label(
                        Messages.text("data.fix.line", formats.count(row.line())),
                        "caption",
                        "muted"),
                    Nodes.label(row.before(), "mono", "danger", Personal.CLASS),
                    Nodes.label("→", "muted"),
                    Nodes.label(row.after().isEmpty() ? "—" : row.after(), "mono"),
                    Nodes.label(row.problem(), "caption", "warning")));
      }
    }
    Nodes.visible(sample, !sample.getChildren().isEmpty());
  }

  private void fix() {
    List<Long> ids = ids();
    if (!ids.isEmpty() && !apply.isDisabled()) {
      model.fixAndReplay(
          ids, expression.getText(), context.notifier()::done, context.notifier()::failed);
    }
  }

  private void discard() {
    List<Long> ids = ids();
    if (!ids.isEmpty()) {
      model.discard(
          ids,
          Messages.text("data.discard.reason"),
          () -> context.notifier().done(Messages.text("data.discarded", formats.count(ids.size()))),
          context.notifier()::failed);
    }
  }
}
