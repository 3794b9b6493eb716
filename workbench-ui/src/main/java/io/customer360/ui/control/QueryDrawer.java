package io.customer360.ui.control;

import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// How a number came about, in three tabs of one height: rows, query, method.
public final class QueryDrawer extends BorderPane {
  private final TabStrip tabs =
      new TabStrip(
          Messages.text("control.drawer.rows"),
          Messages.text("control.drawer.query"),
          Messages.text("control.drawer.method"));
  private final StackPane place = new StackPane();
  private final SqlView sql = new SqlView("");
  private final ScrollPane method = new ScrollPane();
  private Node rows = new Region();

  public QueryDrawer() {
    getStyleClass().add("query-drawer");
    setTop(tabs);
    setCenter(place);
    // The rows alone say how high the drawer is: it does not jump when another tab is chosen.
    sql.setMinHeight(0);
    sql.setPrefHeight(0);
    method.setMinHeight(0);
    method.setPrefHeight(0);
    method.setFitToWidth(true);
    tabs.selectedProperty().subscribe(tab -> show());
  }

  public TabStrip tabs() {
    return tabs;
  }

  /// The first tab.
  ///
  /// @param count ready to print; empty for none
  public void rows(Node table, String count) {
    rows = table;
    place.getChildren().setAll(rows);
    tabs.count(0, count);
    show();
  }

  /// The second tab.
  ///
  /// @param time ready to print: `41 ms`
  public void query(String text, String time) {
    sql.text(text);
    tabs.count(1, time);
  }

  public void method(String words) {
    Region text = Nodes.wrapped(words);
    text.setPadding(new Insets(16));
    method.setContent(text);
  }

  /// The rows stay below the tab in front, for their height; the others come when they are asked
  /// for.
  private void show() {
    Node front = List.of(rows, sql, method).get(tabs.selected());
    if (!place.getChildren().contains(front)) {
      place.getChildren().add(front);
    }
    place.getChildren().forEach(one -> one.setVisible(one == front));
  }
}
