package io.customer360.ui.control;

import atlantafx.base.controls.Popover;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A number that can be followed: accent, dotted underline. A click or Enter opens rows, query and
/// source in a popover.
public final class EvidenceLink extends Hyperlink {
  /// Reads the content, off the FX thread if it takes time, and hands it back on the FX thread.
  @FunctionalInterface
  public interface Loader {
    void load(Consumer<EvidenceContent> show);
  }

  public EvidenceLink(String text, Loader loader) {
    super(text);
    getStyleClass().addAll("evidence-link", "num");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(Messages.text("control.evidence.name", text));
    setOnAction(event -> loader.load(this::open));
  }

  private void open(EvidenceContent content) {
    if (getScene() == null) {
      return;
    }
    TabStrip tabs =
        new TabStrip(
            Messages.text("control.evidence.rows"),
            Messages.text("control.evidence.query"),
            Messages.text("control.evidence.source"));
    tabs.count(0, Integer.toString(content.rows().size()));
    StackPane place = new StackPane();
    place.setPrefSize(560, 236);
    ScrollPane rows = scrolled(rows(content));
    rows.setFitToWidth(false);
    Node query = new SqlView(content.query());
    Node source = scrolled(Nodes.wrapped(content.source()));
    tabs.selectedProperty()
        .subscribe(
            tab -> place.getChildren().setAll(List.of(rows, query, source).get(tab.intValue())));
    VBox box = new VBox(8, Nodes.label(content.title(), "strong"), tabs, place);
    box.getStyleClass().add("evidence-box");
    Popover popover = new Popover(box);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setHeaderAlwaysVisible(false);
    popover.show(this);
  }

  private static ScrollPane scrolled(Node node) {
    ScrollPane pane = new ScrollPane(node);
    pane.setFitToWidth(true);
    return pane;
  }

  private static boolean figures(EvidenceContent content, int column) {
    return !content.rows().isEmpty()
        && content.rows().stream()
            .filter(row -> column < row.size())
            .map(row -> row.get(column))
            .allMatch(text -> text.matches("[\\p{Sc}\\d.,%+\u2212\u202f ]*"));
  }

  private static Node rows(EvidenceContent content) {
    GridPane grid = new GridPane(16, 6);
    grid.setPadding(new Insets(4, 0, 4, 0));
    for (int i = 0; i < content.columns().size(); i++) {
      Label head = Nodes.label(content.columns().get(i), "caption", "muted", "medium");
      head.setMinWidth(USE_PREF_SIZE);
      grid.add(head, i, 0);
      boolean figures = figures(content, i);
      if (figures) {
        GridPane.setHalignment(head, HPos.RIGHT);
      }
      for (int row = 0; row < content.rows().size(); row++) {
        List<String> values = content.rows().get(row);
        if (i < values.size()) {
          Label value = Nodes.label(values.get(i), "caption", "num");
          value.setMinWidth(USE_PREF_SIZE);
          if (Personal.column(content.columns().get(i))) {
            Personal.mark(value);
          }
          grid.add(value, i, row + 1);
          if (figures) {
            GridPane.setHalignment(value, HPos.RIGHT);
          }
        }
      }
    }
    return grid;
  }
}
