package io.customer360.ui.control;

import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A table as a card of two lines: name and state, rows and freshness. A family of tables opens
/// into a line for each.
final class LineageNode extends VBox {
  static final double CLOSED = 42;
  private static final double HEAD = 26;
  private static final double LINE = 22;
  private static final double FOOT = 4;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PATH = PseudoClass.getPseudoClass("path");

  private final LineageFolds.Fold fold;
  private final Label chevron = new Label();
  private final Node facts;
  private final VBox lines = new VBox();
  private final Map<String, Region> members = new LinkedHashMap<>();
  private boolean open;

  /// @param family how the tables are called together
  /// @param press told which table was pressed; of a closed family its first
  LineageNode(LineageFolds.Fold fold, String family, Consumer<String> press) {
    this.fold = fold;
    LineageGraph.Item first = fold.members().getFirst();
    Tone tone =
        fold.members().stream()
            .map(LineageGraph.Item::tone)
            .filter(LineageNode::alarm)
            .findFirst()
            .orElse(first.tone());
    String name = fold.family() ? family : first.name();
    String left =
        fold.family()
            ? Messages.text("control.lineage.tables", fold.members().size())
            : first.left();
    String right = fold.family() ? freshness() : first.right();
    Label title = Nodes.label(name, "caption", "medium");
    title.setMinWidth(0);
    if (fold.family()) {
      chevron.setGraphic(Icons.of("fth-chevron-right", 12));
    }
    WholeText.onHover(title);
    HBox head = Nodes.row(4, title, chevron, Nodes.spacer());
    if (tone != Tone.NORMAL && tone != Tone.MUTED) {
      head.getChildren().add(state(tone));
    }
    Nodes.visible(chevron, fold.family());
    Label fact = Nodes.label(left, "footnote", "muted", "num");
    Label fresh = Nodes.label(right, "footnote", "muted", "num");
    fresh.setMinWidth(0);
    facts = Nodes.row(6, fact, Nodes.spacer(), fresh);
    setPadding(new Insets(3, 8, 3, 8));
    getChildren().addAll(head, facts, lines);
    Nodes.visible(lines, false);
    for (LineageGraph.Item item : fold.family() ? fold.members() : List.<LineageGraph.Item>of()) {
      Region line = line(item, press);
      members.put(item.id(), line);
      lines.getChildren().add(line);
    }
    setManaged(false);
    getStyleClass().add("lineage-node");
    Nodes.named(
        this,
        AccessibleRole.BUTTON,
        name + ", " + left + ", " + right + (alarm(tone) ? ", needs a look" : ""));
    setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            press.accept(first.id());
          }
        });
  }

  private static Region line(LineageGraph.Item item, Consumer<String> press) {
    Label name = Nodes.label(item.name(), "footnote");
    name.setMinWidth(0);
    WholeText.onHover(name);
    Label rows = Nodes.label(item.left(), "footnote", "muted", "num");
    rows.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = Nodes.row(6, name, Nodes.spacer(), rows);
    if (alarm(item.tone())) {
      line.getChildren().add(state(item.tone()));
    }
    line.getStyleClass().add("lineage-member");
    line.setMinHeight(LINE);
    line.setMaxHeight(LINE);
    Nodes.named(
        line, AccessibleRole.BUTTON, item.name() + ", " + item.left() + ", " + item.right());
    line.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            press.accept(item.id());
          }
          event.consume();
        });
    return line;
  }

  private static Node state(Tone tone) {
    if (alarm(tone)) {
      return Icons.of("fth-alert-triangle", 12, tone.styleClass());
    }
    Region dot = new Region();
    dot.getStyleClass().add("lineage-good");
    dot.setMinSize(8, 8);
    dot.setMaxSize(8, 8);
    return dot;
  }

  private static boolean alarm(Tone tone) {
    return tone == Tone.WARN || tone == Tone.BAD;
  }

  /// What all members say, or nothing.
  private String freshness() {
    List<String> said = fold.members().stream().map(LineageGraph.Item::right).distinct().toList();
    return said.size() == 1 ? said.getFirst() : "";
  }

  LineageFolds.Fold fold() {
    return fold;
  }

  boolean isOpen() {
    return open;
  }

  void open(boolean now) {
    if (!fold.family()) {
      return;
    }
    open = now;
    chevron.setGraphic(Icons.of(now ? "fth-chevron-down" : "fth-chevron-right", 12));
    Nodes.visible(facts, !now);
    Nodes.visible(lines, now);
  }

  double wantedHeight() {
    return open ? HEAD + LINE * members.size() + FOOT : CLOSED;
  }

  /// Where a link to this table ends, from the top of the node.
  double anchor(String id) {
    int at = List.copyOf(members.keySet()).indexOf(id);
    return open && at >= 0 ? HEAD + LINE * (at + 0.5) : getHeight() / 2;
  }

  void mark(String selected, boolean path) {
    boolean own = fold.members().stream().anyMatch(item -> item.id().equals(selected));
    pseudoClassStateChanged(SELECTED, own);
    pseudoClassStateChanged(PATH, path);
    members.forEach((id, line) -> line.pseudoClassStateChanged(SELECTED, id.equals(selected)));
  }
}
