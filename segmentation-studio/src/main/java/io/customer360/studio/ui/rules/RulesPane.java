package io.customer360.studio.ui.rules;

import io.customer360.studio.desk.FieldValues;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The left of the studio: the tree over its SQL twin, or the list of segments.
public final class RulesPane {
  private final TabStrip tabs;
  private final RuleTreePane tree;
  private final SqlPane sql;
  private final SegmentList list;
  private final BorderPane root = new BorderPane();

  /// @param above what stands over the tree, such as a field for words; may be an empty pane
  public RulesPane(
      UiContext context,
      DraftModel model,
      CatalogModel catalog,
      Supplier<FieldValues> values,
      Node above) {
    tabs = new TabStrip(Messages.text("studio.rules"), Messages.text("studio.segments"));
    tree = new RuleTreePane(context, model, values, this::editSql);
    sql = new SqlPane(context, model, tree::focus);
    list = new SegmentList(context, model, catalog, () -> tabs.select(0));
    BorderPane upper = new BorderPane(tree.root());
    upper.setTop(above);
    upper.setMinHeight(160);
    SplitPane rules =
        Panes.down(context.memory(), "studio.rules", new double[] {0.74}, upper, sql.root());
    StackPane body = new StackPane(rules);
    Button undo = Nodes.iconButton("fth-corner-up-left", Messages.text("studio.undo"), model::undo);
    Button redo =
        Nodes.iconButton("fth-corner-up-right", Messages.text("studio.redo"), model::redo);
    undo.disableProperty().bind(model.undoable().not());
    redo.disableProperty().bind(model.redoable().not());
    tabs.right(undo, redo);
    tabs.selectedProperty()
        .subscribe(
            tab -> {
              body.getChildren().setAll(tab.intValue() == 0 ? rules : list.root());
              if (tab.intValue() == 1) {
                catalog.reload();
              }
            });
    catalog
        .rows()
        .subscribe(
            load -> {
              var rows = load.value();
              tabs.count(1, rows == null ? "" : context.formats().count(rows.size()));
            });
    catalog
        .vocabulary()
        .subscribe(
            load -> {
              Vocabulary words = load.value();
              if (words != null) {
                tree.vocabulary(words);
              }
            });
    root.getStyleClass().add("pane");
    root.setTop(tabs);
    root.setCenter(body);
    root.setMinWidth(320);
  }

  public Node root() {
    return root;
  }

  /// Where keys go first.
  public void focus() {
    if (tabs.selected() == 0) {
      tree.focus();
    }
  }

  /// Does something to the selected rule.
  public void group() {
    new TreeKeys(tree, model()).run(TreeKeys.Deed.GROUP);
  }

  public void move(int by) {
    new TreeKeys(tree, model()).run(by < 0 ? TreeKeys.Deed.UP : TreeKeys.Deed.DOWN);
  }

  public void add() {
    tabs.select(0);
    new TreeKeys(tree, model()).run(TreeKeys.Deed.ADD);
  }

  private DraftModel model() {
    return tree.model();
  }

  private void editSql() {
    sql.toggle();
  }

  /// Rules or SQL.
  public void twin() {
    tabs.select(0);
    sql.toggle();
  }

  public void segments() {
    tabs.select(1);
  }

  public void rules() {
    tabs.select(0);
  }
}
