package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small factories that keep views short. Style classes are those of `base.css`: type `hero title
/// section strong medium caption footnote num mono`, colour `muted accent success warning danger`.
public final class Nodes {
  private Nodes() {}

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label that breaks into lines.
  public static Label wrapped(String text, String... styleClasses) {
    // A thin space would let a line end between a figure and its unit.
    Label label = label(text.replace('\u2009', '\u202f'), styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Left to right, centred on one line.
  public static HBox row(double gap, Node... children) {
    HBox row = new HBox(gap, children);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// Left to right, on one base line.
  public static HBox line(double gap, Node... children) {
    HBox row = new HBox(gap, children);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  public static VBox column(double gap, Node... children) {
    return new VBox(gap, children);
  }

  /// Takes what room is left in a row or column.
  public static Region spacer() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    VBox.setVgrow(region, Priority.ALWAYS);
    return region;
  }

  /// A vertical hairline of this height.
  public static Region rule(double height) {
    Region region = new Region();
    region.getStyleClass().add("rule");
    region.setMinSize(1, height);
    region.setMaxSize(1, height);
    return region;
  }

  public static <T extends Node> T classes(T node, String... styleClasses) {
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  public static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Button button(String text, String icon, Runnable action, String... styleClasses) {
    Button button = button(text, action, styleClasses);
    button.setGraphic(Icons.small(icon));
    return button;
  }

  /// A flat button with an icon only; the name is its tooltip and its accessible text.
  public static Button iconButton(String icon, String name, Runnable action) {
    Button button = new Button();
    button.setGraphic(Icons.small(icon));
    button.getStyleClass().addAll("flat", "icon-only");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(event -> action.run());
    return link;
  }

  /// Names a node for those who do not see it.
  public static <T extends Node> T named(T node, AccessibleRole role, String text) {
    node.setAccessibleRole(role);
    node.setAccessibleText(text);
    return node;
  }

  /// Shown and given room, or neither.
  public static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
