package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Purpose by channel: Yes, No or Not asked, each with icon and word. A cell opens its ledger.
public final class ConsentMatrix extends GridPane {
  /// What a cell says.
  public enum State {
    YES("Yes", "fth-check", "success"),
    NO("No", "fth-x", "danger"),
    NOT_ASKED("Not asked", "", "muted");

    private final String words;
    private final String icon;
    private final String tone;

    State(String words, String icon, String tone) {
      this.words = words;
      this.icon = icon;
      this.tone = tone;
    }

    public String words() {
      return words;
    }
  }

  /// A purpose.
  ///
  /// @param states one per channel, in order
  public record Row(String purpose, List<State> states) {
    public Row {
      states = List.copyOf(states);
    }
  }

  /// @param open called with row and channel index
  public ConsentMatrix(
      String corner, List<String> channels, List<Row> rows, BiConsumer<Integer, Integer> open) {
    getStyleClass().add("consent-matrix");
    ColumnConstraints first = new ColumnConstraints();
    first.setPercentWidth(27);
    getColumnConstraints().add(first);
    for (int i = 0; i < channels.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(73.0 / channels.size());
      getColumnConstraints().add(column);
    }
    Region head = new Region();
    head.getStyleClass().add("grid-head");
    add(head, 0, 0, channels.size() + 1, 1);
    add(header(corner, true), 0, 0);
    for (int i = 0; i < channels.size(); i++) {
      add(header(channels.get(i), false), i + 1, 0);
    }
    for (int y = 0; y < rows.size(); y++) {
      Region line = new Region();
      line.getStyleClass().add("grid-line");
      add(line, 0, y + 1, channels.size() + 1, 1);
      Label purpose = Nodes.label(rows.get(y).purpose());
      purpose.getStyleClass().add("grid-first");
      add(purpose, 0, y + 1);
      for (int x = 0; x < rows.get(y).states().size(); x++) {
        add(cell(rows.get(y), channels.get(x), y, x, open), x + 1, y + 1);
      }
    }
  }

  private static Label header(String text, boolean first) {
    Label label = Nodes.label(text, "caption", "muted", "medium", "grid-header");
    if (first) {
      label.getStyleClass().add("grid-first");
    }
    return label;
  }

  private static Node cell(
      Row row, String channel, int y, int x, BiConsumer<Integer, Integer> open) {
    State state = row.states().get(x);
    Label word = Nodes.label(state.words());
    if (state == State.NOT_ASKED) {
      word.getStyleClass().add("muted");
    }
    HBox content = Nodes.row(5, word);
    word.setMinWidth(USE_PREF_SIZE);
    if (!state.icon.isEmpty()) {
      content.getChildren().addFirst(Icons.of(state.icon, 13, state.tone));
    }
    Button button = new Button();
    button.setGraphic(content);
    button.getStyleClass().addAll("flat", "grid-cell");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    Nodes.named(
        button, AccessibleRole.BUTTON, row.purpose() + ", " + channel + ": " + state.words());
    button.setOnAction(event -> open.accept(y, x));
    return button;
  }
}
