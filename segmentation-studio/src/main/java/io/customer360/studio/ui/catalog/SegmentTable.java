package io.customer360.studio.ui.catalog;

import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Tone;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The segments as a table: owner, size and how it goes, version, where used, what is unusual.
final class SegmentTable {
  private final Formats formats;
  private final DataTable<SegmentOverview.Row> table;

  SegmentTable(UiContext context) {
    this.formats = context.formats();
    table = new DataTable<>("studio.segments", Messages.text("studio.segments"), context.memory());
    table.text(
        "title", Messages.text("studio.col.segment"), 220, row -> row.segment().title(), "medium");
    table.text("owner", Messages.text("studio.col.owner"), 104, SegmentTable::owner, "muted");
    table.figure(
        "size",
        Messages.text("studio.col.size"),
        90,
        row ->
            row.segment().retired()
                ? ""
                : row.customers() < 0 ? "\u2013" : formats.count(row.customers()),
        SegmentOverview.Row::customers,
        "strong");
    table.figure(
        "share",
        Messages.text("studio.col.share"),
        66,
        row -> row.segment().retired() || row.customers() < 0 ? "" : formats.share(row.share()),
        SegmentOverview.Row::share,
        "muted");
    table.graphic(
        "trend",
        Messages.text("studio.col.trend"),
        112,
        this::trend,
        row -> row.trend().toString());
    table.text("change", Messages.text("studio.col.change"), 104, this::change, "num", "muted");
    table.figure(
        "version",
        Messages.text("studio.col.version"),
        66,
        row -> Integer.toString(row.segment().version()),
        row -> row.segment().version(),
        "muted");
    table.graphic(
        "state", Messages.text("studio.col.state"), 116, SegmentTable::state, SegmentTable::words);
    table.text(
        "used",
        Messages.text("studio.col.used"),
        110,
        row -> String.join(", ", row.usedBy()),
        "muted");
    table.column("share").setMinWidth(72);
    table.rows().subscribe(this::onlyWhatSaysSomething);
    table.empty(Messages.text("studio.col.none"));
  }

  /// A column that is empty, or the same in every row, is not shown.
  private void onlyWhatSaysSomething() {
    List<SegmentOverview.Row> rows = table.rows();
    table.column("trend").setVisible(rows.stream().anyMatch(row -> row.trend().size() > 1));
    table.column("change").setVisible(rows.stream().anyMatch(row -> !change(row).isEmpty()));
    table.column("used").setVisible(rows.stream().anyMatch(row -> !row.usedBy().isEmpty()));
    table.column("state").setVisible(rows.stream().map(SegmentTable::words).distinct().count() > 1);
  }

  DataTable<SegmentOverview.Row> node() {
    return table;
  }

  private static String owner(SegmentOverview.Row row) {
    String author = row.segment().author();
    return author.isEmpty() ? Messages.text("studio.owner.none") : author;
  }

  private Node trend(SegmentOverview.Row row) {
    return new TrendLine(
        row.trend(),
        Messages.text(
            "studio.col.trend.words", row.segment().title(), Integer.toString(row.trend().size())),
        22);
  }

  private String change(SegmentOverview.Row row) {
    if (row.entered() == 0 && row.left() == 0) {
      return row.trend().size() < 2 ? "" : Messages.text("studio.col.same");
    }
    return "+" + formats.count(row.entered()) + "  \u2212" + formats.count(row.left());
  }

  static String words(SegmentOverview.Row row) {
    SegmentDefinition segment = row.segment();
    if (segment.retired()) {
      return Messages.text("studio.is.retired");
    }
    if (!row.written()) {
      return Messages.text(row.customers() < 0 ? "studio.is.uncounted" : "studio.is.unwritten");
    }
    if (row.alarm().isPresent()) {
      return Messages.text("studio.is.unusual");
    }
    return Messages.text(
        segment.source() instanceof SegmentSource.StaticList ? "studio.is.list" : "studio.is.used");
  }

  private static Node state(SegmentOverview.Row row) {
    boolean unusual = row.alarm().isPresent();
    HBox box =
        new HBox(
            Chip.badge(
                unusual ? "fth-alert-triangle" : "", words(row), unusual ? Tone.WARN : Tone.MUTED));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return box;
  }
}
