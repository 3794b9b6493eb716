package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Navigator;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
    GridPane grid = grid();
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
      row(grid, at, ROW);
      if (!last) {
        underline(grid, at);
      }
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

  /// What is known beyond the comparison; what is known of neither is left out.
  static Node history(ReviewPair pair, Navigator navigator) {
    GridPane grid = grid();
    List<ReviewPair.Fact> left = pair.left().history();
    List<ReviewPair.Fact> right = pair.right().history();
    int at = 0;
    line(
        grid,
        at++,
        Messages.text("identity.history.customer"),
        customer(pair.left(), pair.right(), navigator),
        customer(pair.right(), pair.left(), navigator));
    line(
        grid,
        at++,
        Messages.text("identity.history.source"),
        cell(value(Words.source(pair.left().source()))),
        cell(value(Words.source(pair.right().source()))));
    for (int i = 0; i < left.size(); i++) {
      String own = left.get(i).value();
      String other = i < right.size() ? right.get(i).value() : null;
      if (known(own) || known(other)) {
        line(grid, at++, left.get(i).label(), cell(value(own)), cell(value(other)));
      }
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

  /// A link to the profile by the name, or by the id that tells namesakes apart.
  private static Node customer(ReviewPair.Side side, ReviewPair.Side other, Navigator navigator) {
    Destination there = new Destination.Customer(side.customerId());
    boolean namesakes = side.customerName().equals(other.customerName());
    String text = namesakes ? side.customerId() : side.customerName();
    Labeled name =
        navigator.knows(there) ? Nodes.link(text, () -> navigator.go(there)) : Nodes.label(text);
    name.setAccessibleText(
        Messages.text("identity.history.open", side.customerName(), side.customerId()));
    return cell((Node) (namesakes ? name : Personal.mark(name)));
  }

  private static void line(GridPane grid, int at, String label, Node left, Node right) {
    if (at > 0) {
      row(grid, at - 1, ROW);
      underline(grid, at - 1);
    }
    row(grid, at, ROW);
    grid.add(cell(Nodes.label(label, "muted")), 0, at);
    grid.add(left, 1, at);
    grid.add(right, 2, at, 2, 1);
  }

  private static boolean known(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static Label value(@Nullable String value) {
    return known(value) && value != null
        ? Personal.markIfFound(Nodes.wrapped(value), value)
        : Nodes.label(Messages.text("identity.empty-value"), "muted");
  }

  private static void underline(GridPane grid, int at) {
    Region line = new Region();
    line.getStyleClass().add("pair-line");
    grid.add(line, 0, at, 4, 1);
    GridPane.setValignment(line, VPos.BOTTOM);
  }

  private static void row(GridPane grid, int at, double height) {
    RowConstraints row = new RowConstraints(height, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
    row.setValignment(VPos.CENTER);
    while (grid.getRowConstraints().size() <= at) {
      grid.getRowConstraints().add(row);
    }
  }

  private static <T extends Region> T cell(T node) {
    GridPane.setMargin(node, new Insets(4, 12, 4, 0));
    node.setMaxWidth(Double.MAX_VALUE);
    return node;
  }

  private static Node cell(Node node) {
    GridPane.setMargin(node, new Insets(4, 12, 4, 0));
    GridPane.setHalignment(node, HPos.LEFT);
    GridPane.setFillHeight(node, false);
    if (node.getStyleClass().contains("differs")) {
      GridPane.setFillWidth(node, false);
    }
    return node;
  }

  /// Both tables have the same columns, so that a person reads down them: label, left, right, how
  /// they compare.
  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("pair-grid");
    ColumnConstraints label = new ColumnConstraints(96, 126, 126);
    ColumnConstraints left = new ColumnConstraints(158, 158, Double.MAX_VALUE);
    left.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints(158, 158, Double.MAX_VALUE);
    right.setHgrow(Priority.ALWAYS);
    ColumnConstraints compared = new ColumnConstraints(108, 160, 180);
    grid.getColumnConstraints().addAll(label, left, right, compared);
    return grid;
  }
}
