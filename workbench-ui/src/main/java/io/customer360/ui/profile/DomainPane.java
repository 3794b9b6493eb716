package io.customer360.ui.profile;

import io.customer360.profile.Domain;
import io.customer360.profile.DomainView;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Stat;
import io.customer360.ui.control.TextWidth;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One domain: its facts, and its newest rows.
final class DomainPane {
  private static final double CELL = 24;
  private static final double LEAST = 110;
  private static final double MOST = 380;

  private final TextWidth measure = new TextWidth("Inter", 13);
  private final UiContext context;
  private final Formats formats;

  DomainPane(UiContext context) {
    this.context = context;
    this.formats = context.formats();
  }

  Node of(DomainView view) {
    if (view.total() == 0 && view.rows().isEmpty()) {
      return new EmptyState(
          "fth-inbox",
          Messages.text("profile.domain.empty." + key(view.domain())),
          Messages.text("profile.domain.empty-words"));
    }
    FlowPane facts = new FlowPane(36, 12);
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().add("domain-facts");
    for (DomainView.Fact fact : view.facts()) {
      String text = Words.fact(formats, fact);
      Stat stat = new Stat(fact.label(), text.isEmpty() ? Messages.text("profile.unknown") : text);
      facts.getChildren().add(Personal.column(fact.label()) ? stat.personal() : stat);
    }
    DataTable<DomainView.Row> table =
        new DataTable<>("profile." + key(view.domain()), view.domain().words(), context.memory());
    for (int i = 0; i < view.columns().size(); i++) {
      column(table, view, i);
    }
    table.items(view.rows());
    BorderPane pane = new BorderPane(table);
    VBox top = new VBox();
    if (!facts.getChildren().isEmpty()) {
      top.getChildren().add(facts);
    }
    pane.setTop(top);
    if (view.rows().size() < view.total()) {
      var note =
          Nodes.label(
              Messages.text(
                  "profile.domain.newest",
                  formats.count(view.rows().size()),
                  formats.count(view.total())),
              "caption",
              "muted");
      note.getStyleClass().add("domain-note");
      pane.setBottom(note);
    }
    pane.getStyleClass().addAll("pane", "domain-pane");
    return pane;
  }

  private void column(DataTable<DomainView.Row> table, DomainView view, int at) {
    DomainView.Column column = view.columns().get(at);
    String id = "c" + at;
    double width =
        switch (column.kind()) {
          case TEXT -> wide(view, at);
          case TIME -> 140;
          case DATE -> 110;
          case COUNT, NUMBER, SHARE -> 90;
          case MONEY -> 110;
        };
    switch (column.kind()) {
      case COUNT, NUMBER, SHARE, MONEY ->
          table.figure(
              id,
              column.label(),
              width,
              row -> Words.value(formats, row.cells().get(at), column.kind()),
              row -> (Number) row.cells().get(at));
      case TEXT ->
          table.text(
              id,
              column.label(),
              width,
              row -> Words.cell(formats, column, row.cells().get(at)),
              Personal.column(column.label()) ? Personal.CLASS : "plain");
      case DATE, TIME -> {
        TableColumn<DomainView.Row, DomainView.Row> dates =
            table.text(
                id,
                column.label(),
                width,
                row -> Words.cell(formats, column, row.cells().get(at)),
                "num");
        dates.setComparator(java.util.Comparator.comparingLong(row -> moment(row.cells().get(at))));
      }
    }
  }

  /// As wide as the longest text of the column, within reason.
  private double wide(DomainView view, int at) {
    double longest =
        view.rows().stream()
            .map(row -> Words.cell(formats, view.columns().get(at), row.cells().get(at)))
            .distinct()
            .mapToDouble(measure::of)
            .max()
            .orElse(0);
    return Math.clamp(longest + CELL, LEAST, MOST);
  }

  private static long moment(@Nullable Object value) {
    return switch (value) {
      case Instant at -> at.getEpochSecond();
      case LocalDate day -> day.toEpochDay() * 86_400;
      case null, default -> Long.MIN_VALUE;
    };
  }

  private static String key(Domain domain) {
    return domain.name().toLowerCase(Locale.ROOT);
  }
}
