package io.customer360.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.SampleWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class ControlsTest extends FxTestBase {
  @Test
  void whatReadsTheSameIsCalledTheSame() {
    assertThat(onFx(() -> ConfidenceBadge.of(0.7963).getAccessibleText())).contains("High 0.80");
    assertThat(onFx(() -> ConfidenceBadge.of(0.7949).getAccessibleText())).contains("Medium 0.79");
  }

  @Test
  void everyControlHasAName() {
    Scene scene = show(Gallery::build, 1440, 860);
    assertThat(onFx(() -> Accessibility.nameless(scene.getRoot()))).isEmpty();
  }

  @Test
  void theWalkFindsANamelessButton() {
    Scene scene = show(() -> new StackPane(new Button()), 200, 100);
    assertThat(onFx(() -> Accessibility.nameless(scene.getRoot()))).hasSize(1);
  }

  @Test
  void wordsOfATabStripsButtonsGoToTheHoverBeforeTheyAreCut() {
    assertThat(contentDisplay(stripButton(900))).isEqualTo(ContentDisplay.LEFT);
    Button narrow = stripButton(260);
    assertThat(contentDisplay(narrow)).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    assertThat(onFx(() -> narrow.getTooltip().getText())).isEqualTo("Find a customer");
    assertThat(narrow.getAccessibleText()).isEqualTo("Find a customer");
    assertThat(onFx(() -> narrow.getParent().getParent().minWidth(-1))).isZero();
  }

  private static ContentDisplay contentDisplay(Button button) {
    return onFx(() -> button.getContentDisplay());
  }

  private Button stripButton(int width) {
    Button find = onFx(() -> Nodes.button("Find a customer", "fth-search", () -> {}, "flat"));
    show(
        () -> {
          TabStrip strip = new TabStrip("Overview", "Identity", "Orders");
          strip.right(find);
          return strip;
        },
        width,
        60);
    return find;
  }

  @Test
  void aFigureOfAPaneIsLeftOutBeforeItIsCut() {
    PaneHeader header = onFx(() -> new PaneHeader("silver.order_line", "110,294"));
    runFx(() -> header.right(Nodes.button("SQL", () -> {})));
    show(() -> new StackPane(header), 400, 60);
    Node figure = onFx(() -> header.getChildren().get(1));
    assertThat(onFx(figure::isVisible)).isTrue();
    runFx(() -> header.setMaxWidth(200));
    await("no room", () -> !figure.isVisible());
    runFx(() -> header.setMaxWidth(400));
    await("room again", figure::isVisible);
  }

  @Test
  void aDrawerKeepsItsHeightFromTabToTab() {
    QueryDrawer drawer =
        onFx(
            () -> {
              QueryDrawer made = new QueryDrawer();
              Region rows = new Region();
              rows.setMinHeight(120);
              rows.setPrefHeight(120);
              made.rows(rows, "2");
              made.query("select 1\n".repeat(60), "3 ms");
              made.method("Counted. ".repeat(200));
              return made;
            });
    show(() -> new VBox(drawer), 600, 500);
    List<Double> heights = new ArrayList<>();
    for (int tab = 0; tab < 3; tab++) {
      int chosen = tab;
      runFx(() -> drawer.tabs().select(chosen));
      pulses(2);
      heights.add(onFx(drawer::getHeight));
    }
    assertThat(heights).containsOnly(heights.getFirst());
    assertThat(heights.getFirst()).isGreaterThan(120).isLessThan(180);
  }

  @Test
  void sqlIsCopiedByAButtonThatIsSeenAndSaysSo() {
    SqlView sql = onFx(() -> new SqlView("select 1"));
    show(() -> new StackPane(sql), 600, 200);
    Button copy = onFx(() -> (Button) sql.lookup("#copy-sql"));
    assertThat(onFx(() -> copy.getParent().getOpacity())).isEqualTo(1);
    assertThat(contentDisplay(copy)).isEqualTo(ContentDisplay.LEFT);
    runFx(copy::fire);
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("select 1");
    assertThat(onFx(copy::getText)).isEqualTo("Copied");
    runFx(() -> sql.text("select 2"));
    assertThat(onFx(copy::getText)).isEqualTo("Copy");
  }

  @Test
  void aLongReasonOfATraceIsReadInTwoLines() {
    String why = "Ordered every 23 days, and not for 38. 2 deliveries came late in 60 days.";
    Scene scene =
        show(
            () ->
                new TraceStrip(
                    new Label("Trace"),
                    List.of(
                        new TraceStrip.Step("Reason", "31 ms", why, "churn v1", false, () -> {}))),
            460,
            100);
    Label reason =
        onFx(
            () ->
                scene.getRoot().lookupAll(".caption").stream()
                    .map(Label.class::cast)
                    .filter(label -> label.getText().equals(why))
                    .findFirst()
                    .orElseThrow());
    assertThat(onFx(() -> ((Text) reason.lookup(".text")).getText())).doesNotContain("...");
    assertThat(onFx(reason::getHeight)).isGreaterThan(20);
  }

  @Test
  void aWaterfallAddsUpAsPrinted() {
    Scene scene =
        show(
            () ->
                new StackPane(
                    new Waterfall(
                        "Average",
                        0.184,
                        List.of(
                            new Waterfall.Step("a", 0.2749),
                            new Waterfall.Step("b", 0.1649),
                            new Waterfall.Step("c", -0.0551)),
                        "Risk",
                        2,
                        SampleWindow.FORMATS)),
            460,
            160);
    List<String> printed =
        onFx(
            () -> {
              List<String> texts = new ArrayList<>();
              for (Node node : scene.getRoot().lookupAll(".num")) {
                texts.add(((Label) node).getText());
              }
              return texts;
            });
    assertThat(printed).hasSize(5);
    List<Double> values =
        printed.stream().map(text -> Double.parseDouble(text.replace('\u2212', '-'))).toList();
    double sum = values.subList(0, 4).stream().mapToDouble(Double::doubleValue).sum();
    assertThat(Math.round(sum * 100)).isEqualTo(Math.round(values.get(4) * 100));
  }

  @Test
  void aTableIsCopiedAsItIsRead() {
    DataTable<Gallery.Person> table = onFx(Gallery::table);
    String csv = onFx(() -> table.csv(table.rows(), ','));
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv.lines().findFirst()).contains("Customer,Tier,Churn risk,\"At risk, £\"");
    assertThat(csv).contains("Harriet Lindqvist,Gold,0.66,\"1,655\"");
  }

  @Test
  void aTableSortsByValueNotByText() {
    Scene scene = show(() -> new StackPane(Gallery.table()), 560, 200);
    List<String> names =
        onFx(
            () -> {
              @SuppressWarnings("unchecked")
              DataTable<Gallery.Person> table =
                  (DataTable<Gallery.Person>) scene.getRoot().lookup(".data-table");
              table.getSortOrder().add(table.getColumns().get(3));
              return table.getItems().stream().map(Gallery.Person::name).toList();
            });
    assertThat(names).containsExactly("Tomasz Zieliński", "Ngozi Okafor", "Harriet Lindqvist");
  }

  @Test
  void columnWidthsAreRemembered() {
    UiMemory memory = UiMemory.none();
    memory.put("table.people.name", "333");
    double width =
        onFx(
            () -> {
              DataTable<String> table = new DataTable<>("people", "People", memory);
              return table.text("name", "Name", 100, text -> text).getPrefWidth();
            });
    assertThat(width).isEqualTo(333);
  }

  @Test
  void rawRowsKeepTheirWidthAndTheirHeadings() {
    Scene scene =
        show(
            () -> {
              DataTable<String> table = new DataTable<>("raw", "Rows", UiMemory.none());
              table.scrolling();
              for (int i = 0; i < 23; i++) {
                table.text("column_" + i, "column_" + i, 120, text -> text);
              }
              table.items(List.of("value"));
              return new StackPane(table);
            },
            430,
            200);
    List<String> headings =
        onFx(
            () ->
                scene.getRoot().lookupAll(".column-header .label").stream()
                    .filter(node -> node.getLayoutBounds().getWidth() >= 100)
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertThat(headings).contains("column_0", "column_1", "column_2");
    assertThat(
            onFx(
                () ->
                    ((DataTable<?>) scene.getRoot().lookup(".data-table"))
                        .getColumns().stream().mapToDouble(column -> column.getWidth()).min()))
        .hasValue(120);
  }

  @Test
  void aNarrowRowGivesUpKeysBeforeWords() {
    Button button = onFx(() -> Nodes.button("Approve", () -> {}));
    HBox row = onFx(() -> new HBox(button));
    runFx(
        () -> {
          button.setGraphic(new KeyHint("Ctrl Enter"));
          button.setMinWidth(Button.USE_PREF_SIZE);
          new Frugal(row, () -> row.prefWidth(-1), List.of(Frugal.toWords(button)));
        });
    runFx(() -> row.setMaxWidth(80));
    show(() -> new StackPane(row), 400, 60);
    assertThat(onFx(button::getContentDisplay)).isEqualTo(ContentDisplay.TEXT_ONLY);
    runFx(() -> row.setMaxWidth(300));
    await("room again", () -> button.getContentDisplay() == ContentDisplay.RIGHT);
  }

  @Test
  void axisTicksAreRound() {
    assertThat(Axis.ticks(0, 214, 3)).containsExactly(0.0, 100.0, 200.0);
    assertThat(Axis.ticks(0, 0, 3)).hasSizeGreaterThan(1);
    assertThat(Axis.ticks(-12, 30, 3).getFirst()).isLessThanOrEqualTo(-12);
    assertThat(Axis.ticks(0, 0.93, 3)).hasSizeBetween(2, 4);
  }

  @Test
  void lineageLightsThePathUpAndDown() {
    Scene scene = show(() -> new StackPane(Gallery.lineage()), 1200, 260);
    List<String> lit =
        onFx(
            () ->
                scene.getRoot().lookupAll(".lineage-node").stream()
                    .filter(
                        node ->
                            node.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("path")))
                    .map(Node::getAccessibleText)
                    .toList());
    assertThat(lit).hasSize(5);
    assertThat(lit).anyMatch(text -> text.startsWith("Point of sale"));
    assertThat(lit).anyMatch(text -> text.startsWith("churn v14"));
    assertThat(lit).noneMatch(text -> text.startsWith("CRM"));
  }

  @Test
  void aLineageThatIsShrunkToItsHeightStillFillsTheWidth() {
    Scene scene = show(() -> new StackPane(Gallery.lineage()), 1200, 150);
    double right =
        onFx(
            () ->
                scene.getRoot().lookupAll(".lineage-node").stream()
                    .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMaxX())
                    .max()
                    .orElseThrow());
    assertThat(right).isGreaterThan(1100).isLessThan(1200);
  }

  @Test
  void theBrushIsMovedByKeys() {
    WeekStrip strip =
        onFx(
            () -> {
              List<WeekStrip.Week> weeks = new ArrayList<>();
              for (int i = 0; i < 52; i++) {
                weeks.add(new WeekStrip.Week(i % 5, false));
              }
              return new WeekStrip(weeks, List.of("a", "b"));
            });
    AtomicInteger first = new AtomicInteger(-1);
    runFx(
        () -> {
          strip.onChoose((from, to) -> first.set(from));
          strip.choose(10, 20);
          strip.fireEvent(
              new javafx.scene.input.KeyEvent(
                  javafx.scene.input.KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  javafx.scene.input.KeyCode.LEFT,
                  false,
                  false,
                  false,
                  false));
        });
    assertThat(first).hasValue(9);
    assertThat(onFx(strip::chosen)).containsExactly(9, 19);
  }

  @Test
  void digitsOfFiguresAreAllOfOneWidth() {
    Scene scene =
        show(() -> new StackPane(Nodes.label("1111", "num"), Nodes.label("8888", "num")), 200, 100);
    List<Double> widths =
        onFx(
            () ->
                scene.getRoot().lookupAll(".num").stream()
                    .map(node -> ((Region) node).prefWidth(-1))
                    .toList());
    assertThat(widths.get(0)).isEqualTo(widths.get(1));
  }
}
