package io.customer360.ui.command;

import io.customer360.job.Progress;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One field for everything: customers, decisions, questions, commands. `>` narrows to commands,
/// `?` to questions, further prefixes as the providers say. Arrows move, Enter opens, Esc closes.
///
/// An overlay of the window's root; it owns the keys while it is open and gives the focus back.
public final class CommandPalette extends StackPane {
  private static final int EACH = 6;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Supplier<List<PaletteProvider>> providers;
  private final TextField field = new TextField();
  private final VBox results = new VBox();
  private final ScrollPane scroll = new ScrollPane(results);
  private final Label count = Nodes.label("", "caption", "muted", "num");
  private final Latest<Found> search;
  private final List<Row> rows = new ArrayList<>();
  private int selected;
  private @org.jspecify.annotations.Nullable Node before;

  private record Section(String title, List<PaletteItem> items) {}

  private record Found(List<Section> sections, long millis) {}

  public CommandPalette(FxJobs jobs, Supplier<List<PaletteProvider>> providers) {
    this.providers = providers;
    this.search =
        jobs.latest(Duration.ofMillis(60), this::show, fault -> count.setText(fault.plain()));
    getStyleClass().add("scrim");
    VBox box = new VBox(head(), scroll, foot());
    box.getStyleClass().addAll("popup-card", "palette");
    box.setMaxSize(600, Region.USE_PREF_SIZE);
    box.setMinWidth(0);
    Nodes.named(box, AccessibleRole.DIALOG, Messages.text("command.palette"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(420);
    scroll.setFocusTraversable(false);
    results.getStyleClass().add("palette-results");
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(box);
    Nodes.visible(this, false);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.textProperty().subscribe(text -> find());
  }

  private Node head() {
    field.setPromptText(Messages.text("command.palette.prompt"));
    field.setAccessibleText(Messages.text("command.palette.prompt"));
    field.getStyleClass().add("palette-field");
    HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    HBox head = Nodes.row(12, Icons.of("fth-search", 16), field);
    head.getStyleClass().add("palette-head");
    return head;
  }

  private Node foot() {
    HBox foot =
        Nodes.row(
            6,
            new KeyHint("\u2191"),
            new KeyHint("\u2193"),
            Nodes.label(Messages.text("command.palette.move"), "caption", "muted"),
            new KeyHint("Enter"),
            Nodes.label(Messages.text("command.palette.open"), "caption", "muted"),
            new KeyHint(">"),
            Nodes.label(Messages.text("command.palette.commands-only"), "caption", "muted"),
            new KeyHint("?"),
            Nodes.label(Messages.text("command.palette.ask-only"), "caption", "muted"),
            new KeyHint("#"),
            Nodes.label(Messages.text("command.palette.segments-only"), "caption", "muted"),
            Nodes.spacer(),
            count);
    foot.getStyleClass().add("palette-foot");
    return foot;
  }

  public void open() {
    if (isVisible()) {
      return;
    }
    before = getScene() == null ? null : getScene().getFocusOwner();
    Nodes.visible(this, true);
    toFront();
    field.clear();
    field.requestFocus();
    find();
  }

  public void open(String text) {
    open();
    field.setText(text);
    field.end();
  }

  public void close() {
    search.cancel();
    Nodes.visible(this, false);
    if (before != null) {
      before.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case DOWN -> select(selected + 1);
      case UP -> select(selected - 1);
      case PAGE_DOWN -> select(Math.min(rows.size() - 1, selected + 8));
      case PAGE_UP -> select(Math.max(0, selected - 8));
      case ENTER -> openSelected();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void find() {
    if (!isVisible()) {
      return;
    }
    String text = field.getText().strip();
    List<PaletteProvider> all = providers.get();
    Optional<PaletteProvider> only =
        all.stream()
            .filter(one -> !one.prefix().isEmpty() && text.startsWith(one.prefix()))
            .findFirst();
    List<PaletteProvider> asked = only.map(List::of).orElse(all);
    String wanted = only.map(one -> text.substring(one.prefix().length()).strip()).orElse(text);
    int limit = only.isPresent() ? EACH * 4 : EACH;
    search.submit(progress -> find(asked, wanted, limit, progress));
  }

  private static Found find(
      List<PaletteProvider> asked, String text, int limit, Progress progress) {
    long start = System.nanoTime();
    List<Section> sections = new ArrayList<>();
    for (PaletteProvider provider : asked) {
      progress.checkCancelled();
      List<PaletteItem> items = provider.find(text, limit, progress);
      if (!items.isEmpty()) {
        sections.add(new Section(provider.section(), items));
      }
    }
    return new Found(sections, (System.nanoTime() - start) / 1_000_000);
  }

  private void show(Found found) {
    rows.clear();
    results.getChildren().clear();
    for (Section section : found.sections()) {
      Label title = Nodes.label(section.title(), "caption", "muted", "medium");
      title.getStyleClass().add("palette-section");
      results.getChildren().add(title);
      for (PaletteItem item : section.items()) {
        Row row = new Row(item, rows.size());
        rows.add(row);
        results.getChildren().add(row);
      }
    }
    if (rows.isEmpty()) {
      Label none = Nodes.label(Messages.text("command.palette.none"), "muted");
      none.getStyleClass().add("palette-none");
      results.getChildren().add(none);
    }
    count.setText(
        rows.isEmpty()
            ? ""
            : Messages.text("command.palette.count", rows.size(), Math.max(1, found.millis())));
    scroll.setVvalue(0);
    selected = 0;
    select(0);
  }

  private void select(int next) {
    if (rows.isEmpty()) {
      return;
    }
    rows.get(Math.min(selected, rows.size() - 1)).pseudoClassStateChanged(SELECTED, false);
    selected = Math.floorMod(next, rows.size());
    Row row = rows.get(selected);
    row.pseudoClassStateChanged(SELECTED, true);
    reveal(row);
  }

  private void reveal(Row row) {
    double content = results.getHeight();
    double view = scroll.getViewportBounds().getHeight();
    if (content <= view || view == 0) {
      return;
    }
    double top = row.getBoundsInParent().getMinY();
    double bottom = row.getBoundsInParent().getMaxY();
    double from = scroll.getVvalue() * (content - view);
    if (top < from) {
      scroll.setVvalue(Math.max(0, top - 28) / (content - view));
    } else if (bottom > from + view) {
      scroll.setVvalue((bottom - view + 4) / (content - view));
    }
  }

  private void openSelected() {
    if (selected < rows.size()) {
      PaletteItem item = rows.get(selected).item;
      close();
      item.open().run();
    }
  }

  private final class Row extends HBox {
    final PaletteItem item;
    private final KeyHint enter = new KeyHint("Enter");

    Row(PaletteItem item, int index) {
      super(12);
      this.item = item;
      getStyleClass().add("palette-row");
      setAlignment(Pos.CENTER_LEFT);
      Label fact = Nodes.label(item.fact(), "caption", "muted");
      TextFlow title = title(item);
      if (item.personal()) {
        Personal.mark(title);
      }
      getChildren().addAll(Icons.small(item.icon()), title, fact, Nodes.spacer());
      if (item.keys().isEmpty()) {
        enter.getStyleClass().add("palette-enter");
        getChildren().add(enter);
      } else {
        getChildren().add(new KeyHint(item.keys()));
      }
      Nodes.named(this, AccessibleRole.LIST_ITEM, item.title() + ", " + item.fact());
      setOnMouseMoved(event -> select(index));
      setOnMouseClicked(event -> openSelected());
    }

    private static TextFlow title(PaletteItem item) {
      TextFlow flow = new TextFlow();
      int at = 0;
      for (PaletteItem.Span span : item.matches()) {
        flow.getChildren().add(new Text(item.title().substring(at, span.start())));
        Text match = new Text(item.title().substring(span.start(), span.end()));
        match.getStyleClass().addAll("strong", "accent");
        flow.getChildren().add(match);
        at = span.end();
      }
      flow.getChildren().add(new Text(item.title().substring(at)));
      flow.setMinWidth(Region.USE_PREF_SIZE);
      flow.setMaxHeight(Region.USE_PREF_SIZE);
      return flow;
    }
  }
}
