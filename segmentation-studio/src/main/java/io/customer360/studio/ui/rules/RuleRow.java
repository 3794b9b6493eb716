package io.customer360.studio.ui.rules;

import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of the tree: a handle, words and chips, a bar and the number left.
final class RuleRow extends HBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass EMPTIES = PseudoClass.getPseudoClass("empties");

  private final Meter meter = new Meter(36, 6);
  private final Label number = Nodes.label("", "num");
  private final FlowPane parts = new FlowPane(4, 4);
  private final String words;
  private final boolean counts;

  private RuleRow(String words, boolean counts) {
    super(6);
    this.words = words;
    this.counts = counts;
    getStyleClass().add("rule-row");
    setAlignment(Pos.CENTER_LEFT);
    parts.setAlignment(Pos.CENTER_LEFT);
    // The height of a flow is asked for before its width is known.
    parts.setPrefWrapLength(220);
    parts
        .widthProperty()
        .subscribe(
            width -> {
              if (width.doubleValue() > 0) {
                parts.setPrefWrapLength(width.doubleValue());
              }
            });
    parts.setMinWidth(0);
    HBox.setHgrow(parts, Priority.ALWAYS);
    meter.setMinWidth(36);
    meter.setMaxWidth(36);
    number.setMinWidth(46);
    number.setAlignment(Pos.CENTER_RIGHT);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
    setAccessibleText(words);
  }

  static RuleRow everyone() {
    RuleRow row = new RuleRow(Messages.text("studio.everyone"), true);
    row.getStyleClass().add("rule-everyone");
    row.parts.getChildren().add(Nodes.label(row.words, "muted"));
    row.getChildren().addAll(row.parts, row.meter, row.number);
    return row;
  }

  static RuleRow group(RuleTreePane tree, DraftModel model, String place, Combination combination) {
    RuleRow row = new RuleRow(words(combination), false);
    row.getStyleClass().add("rule-group-head");
    row.setFocusTraversable(true);
    Button how =
        RuleParts.menu(
            words(combination),
            List.of(Combination.values()),
            RuleRow::words,
            next -> {
              if (RuleTree.at(model.rule().get(), place) instanceof Rule.Group group) {
                tree.replace(place, new Rule.Group(next, group.rules()));
              }
            },
            "rule-word",
            "rule-how");
    how.setGraphic(Icons.of("fth-chevron-down", 13));
    Button add =
        Nodes.iconButton("fth-plus", Messages.text("studio.add"), () -> tree.add(place, row));
    add.getStyleClass().addAll("small", "rule-plus");
    row.parts.getChildren().addAll(how);
    row.getChildren().add(row.parts);
    if (!place.isEmpty()) {
      row.getChildren().addAll(add, row.handle(tree, model, place, true));
    }
    row.select(model, place);
    return row;
  }

  private static String words(Combination combination) {
    return Messages.text("studio.group." + combination.name().toLowerCase(Locale.ROOT));
  }

  static RuleRow rule(RuleTreePane tree, DraftModel model, String place, Rule rule) {
    boolean off = rule instanceof Rule.Off;
    RuleRow row = new RuleRow(tree.vocabulary().words(rule), !off);
    row.setFocusTraversable(true);
    row.getChildren().add(row.handle(tree, model, place, false));
    row.parts.getChildren().addAll(new RuleParts(tree, place).of(rule));
    row.getChildren().add(row.parts);
    if (off) {
      row.getStyleClass().add("rule-off");
      row.number.setText(Messages.text("studio.off"));
      row.getChildren().add(row.number);
    } else {
      row.getChildren().addAll(row.meter, row.number);
    }
    row.select(model, place);
    return row;
  }

  private void select(DraftModel model, String place) {
    setOnMousePressed(event -> requestFocus());
    focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                model.select(place);
              }
            });
  }

  private Button handle(RuleTreePane tree, DraftModel model, String place, boolean group) {
    Button handle =
        Nodes.iconButton("fth-more-vertical", Messages.text("studio.rule.menu", words), () -> {});
    handle.getStyleClass().addAll("small", "rule-handle");
    handle.setFocusTraversable(false);
    TreeKeys keys = new TreeKeys(tree, model);
    ContextMenu menu = new ContextMenu();
    for (TreeKeys.Deed deed : TreeKeys.Deed.values()) {
      if (deed != TreeKeys.Deed.UNGROUP || group) {
        MenuItem item = new MenuItem(Messages.text("studio.deed." + deed.key()));
        item.setAccelerator(deed.keys());
        item.setOnAction(
            event -> {
              model.select(place);
              keys.run(deed);
            });
        menu.getItems().add(item);
      }
    }
    handle.setOnAction(event -> menu.show(handle, Side.BOTTOM, 0, 4));
    return handle;
  }

  /// Opens what a new rule needs first: its value.
  void openValue() {
    for (Node part : parts.getChildren()) {
      if (part.getProperties().get(ComparisonParts.BEGIN) instanceof Runnable begin) {
        begin.run();
        return;
      }
    }
  }

  /// Shows how many are left.
  ///
  /// @param known false where nothing was counted yet
  /// @param empties whether nobody is left after this rule and somebody was before
  void left(
      int left, int everyone, boolean stale, boolean known, boolean empties, Formats formats) {
    if (!counts) {
      return;
    }
    number.setText(known ? formats.count(left) : "");
    meter.valueProperty().set(known && everyone > 0 ? (double) left / everyone : -1);
    pseudoClassStateChanged(STALE, stale);
    pseudoClassStateChanged(EMPTIES, empties);
    number.setTooltip(empties ? new Tooltip(Messages.text("studio.empties")) : null);
    setAccessibleText(known ? Messages.text("studio.row", words, formats.count(left)) : words);
  }
}
