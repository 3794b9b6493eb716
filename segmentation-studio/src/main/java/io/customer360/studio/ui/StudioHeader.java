package io.customer360.studio.ui;

import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Frugal;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Stat;
import io.customer360.ui.control.Tone;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// The strip over the studio: the segment's name, how many people it is and what they are worth,
/// and what can be done with it.
final class StudioHeader {
  private final UiContext context;
  private final DraftModel model;
  private final ScreenHeader header = new ScreenHeader("");
  private final Stat customers = new Stat(Messages.text("studio.stat.customers")).numberFirst();
  private final Stat share = new Stat(Messages.text("studio.stat.share")).numberFirst();
  private final Stat margin = new Stat(Messages.text("studio.stat.margin")).numberFirst();
  private final Stat took = new Stat(Messages.text("studio.stat.took")).numberFirst();
  private final Button rename;
  private final Button save;
  private final Frugal frugal;

  /// @param list shows every segment
  StudioHeader(UiContext context, DraftModel model, StudioDeeds deeds, Runnable list) {
    this.context = context;
    this.model = model;
    rename = Nodes.iconButton("fth-edit-2", Messages.text("studio.rename"), this::rename);
    save = Nodes.button(Messages.text("studio.save.button"), deeds::save, "large");
    save.setGraphic(new KeyHint("Ctrl S"));
    save.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    Button more = Nodes.iconButton("fth-more-horizontal", Messages.text("studio.more"), () -> {});
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .setAll(
            item("studio.materialise", deeds::materialise),
            item("studio.export", deeds::export),
            item("studio.copy", deeds::copy),
            item("studio.new.button", deeds::begin));
    more.setOnAction(event -> menu.show(more, Side.BOTTOM, 0, 4));
    Button use =
        Nodes.button(
            Messages.text("studio.activate.button"),
            "fth-send",
            deeds::activate,
            "accent",
            "large");
    Button all =
        Nodes.button(
            Messages.text("studio.catalog.all"), "fth-layers", list, "large", "all-segments");
    Region rule = Nodes.rule(32);
    HBox.setMargin(rule, new Insets(0, 8, 0, 0));
    header.right(customers, share, margin, took, rule, all, save, use, more);
    frugal =
        new Frugal(
            header,
            header::needs,
            List.of(
                roomy -> Nodes.visible(took, roomy),
                roomy -> Nodes.visible(share, roomy),
                Frugal.toIcon(all),
                Frugal.toWords(save),
                roomy -> Nodes.visible(margin, roomy)));
    header.getStyleClass().add("studio-header");
    model.head().subscribe(head -> name());
    model.changed().subscribe(changed -> name());
    model.counted().subscribe(this::count);
  }

  private static MenuItem item(String key, Runnable run) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setOnAction(event -> run.run());
    return item;
  }

  Node root() {
    return header;
  }

  private void name() {
    DraftModel.Head head = model.head().get();
    SegmentDefinition saved = head.saved();
    header.title(head.title());
    String state;
    Tone tone = Tone.MUTED;
    if (saved == null) {
      state = Messages.text("studio.state.new");
    } else if (model.changed().get()) {
      state = Messages.text("studio.state.draft", Integer.toString(saved.version() + 1));
    } else {
      state = Messages.text("studio.state.saved", Integer.toString(saved.version()));
    }
    header.besideTitle(rename, Chip.badge("", state, tone));
    save.setDisable(saved != null && !model.changed().get());
    Instant at = saved == null ? null : saved.updated();
    String by =
        at == null || saved == null
            ? ""
            : Messages.text("studio.by-at", saved.author(), context.formats().dateTime(at));
    frugal.fit();
    header.fact(
        !by.isEmpty()
            ? by
            : head.description().isEmpty() ? Messages.text("studio.unsaved") : head.description());
  }

  private void count(Load<DraftModel.Counted> load) {
    boolean stale = !(load instanceof Load.Ready<?>);
    List.of(customers, share, margin, took).forEach(stat -> stat.loading(stale));
    DraftModel.Counted now = load.value();
    if (now == null) {
      List.of(customers, share, margin, took).forEach(stat -> stat.value("\u2013"));
      return;
    }
    Formats formats = context.formats();
    SegmentCount count = now.count();
    customers.value(formats.count(count.customers()));
    share.value(formats.share(count.share()));
    margin.value(formats.money(count.margin12m()));
    took.value(formats.number(count.millis(), count.millis() < 10 ? 1 : 0) + "\u202fms");
    frugal.fit();
  }

  /// Asks for another name, under the title.
  void rename() {
    rename(Messages.text("studio.rename"), () -> {});
  }

  /// @param button what taking the name is called
  /// @param then what to do once there is a name
  void rename(String button, Runnable then) {
    if (rename.getScene() == null) {
      return;
    }
    DraftModel.Head head = model.head().get();
    TextField title = new TextField(head.title());
    title.setAccessibleText(Messages.text("studio.name"));
    title.setPrefColumnCount(28);
    TextField words = new TextField(head.description());
    words.setPromptText(Messages.text("studio.description"));
    words.setAccessibleText(Messages.text("studio.description"));
    Label wrong = Nodes.label(Messages.text("studio.name.wrong"), "caption", "danger");
    Nodes.visible(wrong, false);
    title.textProperty().subscribe(text -> Nodes.visible(wrong, text.isBlank()));
    Popup popup = new Popup();
    Runnable take =
        () -> {
          if (title.getText().isBlank()) {
            Nodes.visible(wrong, true);
            title.requestFocus();
            return;
          }
          model.rename(title.getText().strip(), words.getText().strip());
          popup.hide();
          then.run();
        };
    VBox box =
        new VBox(8, title, wrong, words, Nodes.row(8, Nodes.spacer(), Nodes.button(button, take)));
    box.getStyleClass().add("pick-list");
    for (TextField field : List.of(title, words)) {
      field.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              take.run();
              event.consume();
            }
          });
    }
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    var at = rename.localToScreen(rename.getBoundsInLocal());
    popup.show(rename.getScene().getWindow(), at.getMinX() - 200, at.getMaxY() + 4);
    title.requestFocus();
    title.selectAll();
  }
}
