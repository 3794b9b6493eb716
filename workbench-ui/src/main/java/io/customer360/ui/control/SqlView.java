package io.customer360.ui.control;

import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// SQL to read: mono, coloured, scrolling, with a copy button in its corner.
public final class SqlView extends StackPane {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*.*?\\*/)|(?<string>'(?:[^']|'')*')"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)|(?<word>[A-Za-z_][A-Za-z_0-9]*)",
          Pattern.DOTALL);
  private static final Set<String> KEYWORDS =
      Set.of(
          ("select from where and or not in is null as on using join left right inner outer full"
                  + " cross group by order having limit offset with union all distinct case when"
                  + " then else end between like ilike exists cast over partition rows range"
                  + " preceding following current row asc desc nulls first last values lateral"
                  + " qualify filter interval date timestamp true false create table view insert"
                  + " into update delete set exclude replace asof any at time zone")
              .split(" "));

  private static final double ROOMY = 520;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final TextFlow flow = new TextFlow();
  private final Button copy =
      Nodes.button(Messages.text("control.sql.copy"), "fth-copy", this::copy, "small");
  private final HBox corner = Nodes.row(8);
  private String sql = "";

  public SqlView(String sql) {
    getStyleClass().add("sql-view");
    flow.getStyleClass().add("sql-text");
    ScrollPane scroll = new ScrollPane(flow);
    scroll.setFitToWidth(false);
    scroll.setAccessibleText(Messages.text("control.sql"));
    copy.setId("copy-sql");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(Messages.text("control.sql.copy"));
    // Where there is little room it would stand over the text, and comes when it is pointed at.
    widthProperty()
        .subscribe(
            width -> {
              boolean narrow = width.doubleValue() < ROOMY;
              copy.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
              corner.pseudoClassStateChanged(NARROW, narrow);
            });
    copy.setTooltip(new Tooltip(Messages.text("control.sql.copy")));
    // Said until the pointer or the keys have left: no clock decides how long a person may read it.
    copy.hoverProperty().subscribe(over -> again(over || copy.isFocused()));
    copy.focusedProperty().subscribe(focused -> again(focused || copy.isHover()));
    corner.getChildren().add(copy);
    corner.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    corner.getStyleClass().add("sql-corner");
    StackPane.setAlignment(corner, Pos.TOP_RIGHT);
    getChildren().addAll(scroll, corner);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    KeyCombination keys = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    setOnKeyPressed(
        event -> {
          if (keys.match(event)) {
            copy();
            event.consume();
          }
        });
    text(sql);
  }

  public void text(String next) {
    again(false);
    sql = next;
    flow.getChildren().clear();
    Matcher token = TOKEN.matcher(next);
    int at = 0;
    while (token.find()) {
      add(next.substring(at, token.start()), "");
      add(token.group(), kind(token));
      at = token.end();
    }
    add(next.substring(at), "");
    setAccessibleText(next);
  }

  private static String kind(Matcher token) {
    if (token.group("comment") != null) {
      return "sql-comment";
    }
    if (token.group("string") != null) {
      return "sql-string";
    }
    if (token.group("number") != null) {
      return "sql-number";
    }
    return KEYWORDS.contains(token.group().toLowerCase(Locale.ROOT)) ? "sql-keyword" : "";
  }

  private void add(String part, String kind) {
    if (part.isEmpty()) {
      return;
    }
    Text text = new Text(part);
    text.getStyleClass().add("sql");
    if (!kind.isEmpty()) {
      text.getStyleClass().add(kind);
    }
    flow.getChildren().add(text);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(sql);
    Clipboard.getSystemClipboard().setContent(content);
    copy.setText(Messages.text("control.sql.copied"));
    copy.setGraphic(Icons.small("fth-check"));
  }

  private void again(boolean near) {
    if (!near) {
      copy.setText(Messages.text("control.sql.copy"));
      copy.setGraphic(Icons.small("fth-copy"));
    }
  }
}
