package io.customer360.studio.ui.rules;

import io.customer360.studio.desk.FieldValues;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The left of the studio: a sentence, the tree made of it and its SQL twin; or what else there is
/// to know of the segment.
public final class RulesPane {
  private final TabStrip tabs;
  private final RuleTreePane tree;
  private final SqlPane sql;
  private final WordsField words;
  private final BorderPane root = new BorderPane();

  /// @param heard reads sentences into rules
  /// @param others further tabs, in order
  public RulesPane(
      UiContext context,
      DraftModel model,
      CatalogModel catalog,
      Supplier<FieldValues> values,
      WordsModel heard,
      List<SideTab> others) {
    tabs =
        new TabStrip(
            Stream.concat(
                    Stream.of(Messages.text("studio.rules")), others.stream().map(SideTab::title))
                .toArray(String[]::new));
    tree = new RuleTreePane(context, model, values, this::editSql);
    sql = new SqlPane(context, model, tree::focus);
    words = new WordsField(context, heard, model, tree::focus);
    BorderPane upper = new BorderPane(tree.root());
    upper.setTop(words.root());
    upper.setMinHeight(220);
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
              int index = tab.intValue();
              body.getChildren().setAll(index == 0 ? rules : others.get(index - 1).content());
              if (index > 0) {
                others.get(index - 1).shown().run();
              }
            });
    model
        .head()
        .subscribe(
            head -> {
              for (int i = 0; i < others.size(); i++) {
                tabs.count(i + 1, others.get(i).count().apply(head.saved()));
                if (tabs.selected() == i + 1) {
                  others.get(i).shown().run();
                }
              }
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

  /// Goes to the field for a sentence.
  public void words() {
    tabs.select(0);
    words.focus();
  }

  public void rules() {
    tabs.select(0);
  }
}
