package io.customer360.ui.data;

import io.customer360.ingest.ImportReport;
import io.customer360.ingest.mapping.ColumnMapping;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.suggest.ColumnSuggestion;
import io.customer360.ingest.suggest.DatasetSuggestion;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.ui.control.ConfidenceBadge;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Fault;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows what each file's columns are taken to mean, one file after the other, and imports what the
/// person confirms.
final class ImportDialog {
  private record Line(String column, String from, double sure, String reason) {}

  private final UiContext context;
  private final Formats formats;
  private final DataViewModel model;
  private final Queue<FilePreview> waiting;
  private final VBox card = new VBox(12);
  private final Sheet sheet = new Sheet(card);

  ImportDialog(UiContext context, DataViewModel model, List<FilePreview> previews) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.waiting = new ArrayDeque<>(previews);
    card.getStyleClass().add("import-card");
    card.setPadding(new Insets(24));
    card.setMaxSize(760, Region.USE_PREF_SIZE);
    card.setPrefWidth(760);
  }

  /// Opens over the window.
  void show(Scene scene) {
    next();
    sheet.show(scene);
  }

  private void next() {
    FilePreview preview = waiting.poll();
    if (preview == null) {
      sheet.hide();
      return;
    }
    show(preview, preview.suggested());
  }

  private void show(FilePreview preview, Mapping mapping) {
    Label title = Nodes.label(String.valueOf(preview.file().getFileName()), "title");
    Label fact =
        Nodes.label(
            Messages.text(
                "data.import.fact",
                preview.format().value().words(),
                preview.encoding().value(),
                formats.bytes(preview.bytes())),
            "caption",
            "muted");
    ComboBox<String> dataset = new ComboBox<>();
    preview.datasets().forEach(fit -> dataset.getItems().add(fit.dataset()));
    dataset.setValue(mapping.dataset());
    Nodes.named(dataset, AccessibleRole.COMBO_BOX, Messages.text("data.import.dataset"));
    dataset
        .valueProperty()
        .addListener((property, old, chosen) -> show(preview, model.suggest(preview, chosen)));
    Optional<DatasetSuggestion> fit =
        preview.datasets().stream()
            .filter(one -> one.dataset().equals(mapping.dataset()))
            .findFirst();
    Node sure = fit.<Node>map(one -> ConfidenceBadge.of(one.confidence())).orElseGet(Nodes::spacer);
    Label remarks = Nodes.wrapped(String.join(" ", preview.remarks(mapping)), "caption", "muted");
    Nodes.visible(remarks, !preview.remarks(mapping).isEmpty());
    card.getChildren()
        .setAll(
            title,
            fact,
            Nodes.row(8, Nodes.label(Messages.text("data.import.taken"), "muted"), dataset, sure),
            table(mapping, fit),
            remarks,
            Nodes.row(
                8,
                Nodes.spacer(),
                Nodes.button(Messages.text("data.import.skip"), this::next, "large"),
                Nodes.button(
                    Messages.text("data.import.confirm"),
                    () -> load(preview, mapping),
                    "accent",
                    "large")));
  }

  private Node table(Mapping mapping, Optional<DatasetSuggestion> fit) {
    DataTable<Line> table =
        new DataTable<>("import", Messages.text("data.import.columns"), context.memory());
    table.text("column", Messages.text("data.column.column"), 130, Line::column, "mono");
    table.text("from", Messages.text("data.column.from"), 190, Line::from, "mono");
    table.figure(
        "sure", Messages.text("data.column.sure"), 60, l -> formats.score(l.sure()), Line::sure);
    table.text("why", Messages.text("data.column.because"), 300, Line::reason);
    table.items(mapping.columns().entrySet().stream().map(entry -> line(entry, fit)).toList());
    double height = Math.min(360, 28 * (mapping.columns().size() + 1) + 6);
    table.setPrefHeight(height);
    table.setMinHeight(height);
    return table;
  }

  private static Line line(
      Map.Entry<String, ColumnMapping> entry, Optional<DatasetSuggestion> fit) {
    Optional<ColumnSuggestion> reason =
        fit.stream()
            .flatMap(one -> one.columns().stream())
            .filter(one -> one.target().equals(entry.getKey()))
            .findFirst();
    ColumnMapping column = entry.getValue();
    String from =
        column.from() != null
            ? column.from() + (column.format() == null ? "" : "  " + column.format())
            : column.constant() != null ? column.constant() : String.valueOf(column.transform());
    return new Line(
        entry.getKey(),
        from,
        reason.map(ColumnSuggestion::confidence).orElse(1.0),
        reason.map(ColumnSuggestion::reason).orElse(""));
  }

  private void load(FilePreview preview, Mapping mapping) {
    card.getChildren()
        .setAll(
            Nodes.label(String.valueOf(preview.file().getFileName()), "title"),
            Nodes.label(Messages.text("data.import.running"), "muted"));
    model.load(preview.file(), mapping, this::loaded, this::failed);
  }

  private void loaded(ImportReport report) {
    context
        .notifier()
        .done(
            Messages.text(
                report.unchanged() ? "data.import.unchanged" : "data.import.done",
                report.file(),
                formats.count(report.accepted()),
                formats.count(report.quarantined()),
                formats.count(report.duplicates())));
    next();
  }

  private void failed(Fault fault) {
    card.getChildren()
        .setAll(
            new ErrorState(
                Messages.text("data.import.failed"),
                fault,
                Nodes.button(Messages.text("data.import.skip"), this::next)));
  }
}
