package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two records side by side: what was compared with how it agrees, and below it what the model does
/// not use.
final class FieldTable {
  private static final double ROW = 32;

  private FieldTable() {}

  /// The compared fields.
  static Node fields(ReviewPair pair) {
    GridPane grid = grid(true);
    grid.getStyleClass().add("pair-fields");
    Region head = new Region();
    head.getStyleClass().add("pair-head");
    grid.add(head, 0, 0, 4, 1);
    row(grid, 0, 29);
    grid.add(record(pair.left()), 1, 0);
    grid.add(record(pair.right()), 2, 0);
    grid.add(cell(Nodes.label(Messages.text("identity.comparison"), "caption", "muted")), 3, 0);
    int at = 1;
    for (ReviewPair.Field field : pair.fields()) {
      boolean last = at == pair.fields().size();
      underline(grid, at, 4, last);
      Label agreement = Nodes.wrapped(Words.sentence(field.words()), "caption");
      agreement.setGraphic(
          Icons.small(Words.icon(field.agreement()), Words.tone(field.agreement()).styleClass()));
      agreement.setGraphicTextGap(8);
      grid.add(cell(Nodes.label(field.label(), "muted")), 0, at);
      grid.add(cell(MarkedText.left(field)), 1, at);
      grid.add(cell(MarkedText.right(field)), 2, at);
      grid.add(cell(agreement), 3, at);
      at++;
    }
    Nodes.named(
        grid,
        AccessibleRole.PARENT,
        Messages.text("identity.fields", pair.left().record(), pair.right().record()));
    VBox card = new VBox(grid);
    card.getStyleClass().add("plain-card");
    return card;
  }

  private static Node record(ReviewPair.Side side) {
    Label label = Nodes.label(Words.key(side.record()), "caption", "medium", "muted");
    label.setGraphic(Icons.small(Words.sourceIcon(side.source())));
    label.setGraphicTextGap(8);
    label.setTooltip(new Tooltip(side.record() + "\n" + Words.source(side.source())));
    return cell(label);
  }

  /// What is known beyond the comparison.
  static Node history(ReviewPair pair) {
    GridPane grid = grid(false);
    int at = 0;
    List<ReviewPair.Fact> left = pair.left().history();
    List<ReviewPair.Fact> right = pair.right().history();
    line(
        grid,
        at++,
        Messages.text("identity.history.customer"),
        pair.left().customerName() + ", " + pair.left().customerId(),
        pair.right().customerName() + ", " + pair.right().customerId(),
        left.isEmpty());
    grid.getChildren().stream()
        .filter(node -> Objects.equals(GridPane.getRowIndex(node), 0))
        .filter(node -> Objects.requireNonNullElse(GridPane.getColumnIndex(node), 0) > 0)
        .forEach(Personal::mark);
    for (int i = 0; i < left.size(); i++) {
      String other = i < right.size() ? right.get(i).value() : null;
      line(grid, at++, left.get(i).label(), left.get(i).value(), other, i == left.size() - 1);
    }
    Node title =
        Nodes.line(
            8,
            Nodes.label(Messages.text("identity.history"), "strong"),
            Nodes.label(Messages.text("identity.history.fact"), "muted"));
    title.getStyleClass().add("pair-title");
    VBox card = new VBox(title, grid);
    card.getStyleClass().add("plain-card");
    return card;
  }

  private static void line(
      GridPane grid,
      int at,
      String label,
      @Nullable String left,
      @Nullable String right,
      boolean last) {
    underline(grid, at, 3, last);
    grid.add(cell(Nodes.label(label, "muted")), 0, at);
    grid.add(cell(value(left)), 1, at);
    grid.add(cell(value(right)), 2, at);
  }

  private static Label value(@Nullable String value) {
    boolean known = value != null && !value.isBlank();
    return known && value != null
        ? Personal.markIfFound(Nodes.wrapped(value), value)
        : Nodes.label(Messages.text("identity.empty-value"), "muted");
  }

  private static void underline(GridPane grid, int at, int columns, boolean last) {
    row(grid, at, ROW);
    if (!last) {
      Region line = new Region();
      line.getStyleClass().add("pair-line");
      grid.add(line, 0, at, columns, 1);
      GridPane.setValignment(line, VPos.BOTTOM);
    }
  }

  private static void row(GridPane grid, int at, double height) {
    RowConstraints row = new RowConstraints(height, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
    row.setValignment(VPos.CENTER);
    while (grid.getRowConstraints().size() <= at) {
      grid.getRowConstraints().add(row);
    }
  }

  private static <T extends Region> T cell(T node) {
    GridPane.setMargin(node, new Insets(4, 8, 4, 0));
    node.setMaxWidth(Double.MAX_VALUE);
    return node;
  }

  private static Node cell(Node node) {
    GridPane.setMargin(node, new Insets(4, 8, 4, 0));
    GridPane.setHalignment(node, HPos.LEFT);
    GridPane.setFillHeight(node, false);
    if (node.getStyleClass().contains("differs")) {
      GridPane.setFillWidth(node, false);
    }
    return node;
  }

  /// With a fourth column for the comparison, or with wide values.
  private static GridPane grid(boolean compared) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("pair-grid");
    ColumnConstraints label =
        new ColumnConstraints(104, compared ? 104 : 124, compared ? 104 : 124);
    ColumnConstraints left = new ColumnConstraints(110, 184, Double.MAX_VALUE);
    left.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints(110, 184, Double.MAX_VALUE);
    right.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(label, left, right);
    if (compared) {
      grid.getColumnConstraints().add(new ColumnConstraints(130, 152, 180));
    }
    return grid;
  }
}
