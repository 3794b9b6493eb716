package io.customer360.studio.ui.list;

import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// People by name: paste customer numbers, e-mails, phones or loyalty numbers or read them from a
/// file, add them to a list or take them off, and see whom nobody was found for.
public final class ListPane {
  private static final int MOST_SHOWN = 200;

  private final UiContext context;
  private final Formats formats;
  private final ListModel model;
  private final Consumer<SegmentDefinition> open;
  private final HBox which = Nodes.row(8);
  private final TextField title = new TextField();
  private final TextArea text = new TextArea();
  private final Label entries = Nodes.label("", "caption", "muted", "num");
  private final Button add;
  private final Button remove;
  private final VBox outcome = new VBox(8);
  private final Node root;
  private String chosen = "";

  /// @param file asks for a file to read
  /// @param open takes the list after a change
  public ListPane(
      UiContext context,
      ListModel model,
      Supplier<Optional<Path>> file,
      Consumer<SegmentDefinition> open) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.open = open;
    title.setPromptText(Messages.text("studio.list.title"));
    title.setAccessibleText(Messages.text("studio.list.title"));
    HBox.setHgrow(title, Priority.ALWAYS);
    text.setPromptText(Messages.text("studio.list.prompt"));
    text.setAccessibleText(Messages.text("studio.list.people"));
    text.setPrefRowCount(10);
    text.getStyleClass().addAll("mono", "list-text");
    add = Nodes.button("", "fth-user-plus", this::add, "accent");
    remove = Nodes.button(Messages.text("studio.list.remove"), "fth-user-minus", this::remove);
    Button read =
        Nodes.button(
            Messages.text("studio.list.file"),
            "fth-upload",
            () ->
                file.get()
                    .ifPresent(
                        from ->
                            model.read(
                                from,
                                found -> text.setText(String.join("\n", found)),
                                context.notifier()::failed)));
    VBox box =
        new VBox(
            12,
            Nodes.wrapped(Messages.text("studio.list.words"), "muted"),
            which,
            text,
            Nodes.row(8, entries, Nodes.spacer(), read),
            Nodes.row(8, add, remove),
            outcome);
    box.getStyleClass().add("list-pane");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Messages.text("studio.list"));
    root = scroll;
    text.textProperty().subscribe(now -> buttons());
    title.textProperty().subscribe(now -> buttons());
    model.known().subscribe(known -> which());
    model.changed().subscribe(this::outcome);
  }

  public Node root() {
    return root;
  }

  /// Works on this list when it comes on screen; on a new one when empty.
  public void show(String list) {
    chosen = list;
    model.reload();
    which();
  }

  private void which() {
    List<Chip.Choice> choices = new ArrayList<>();
    choices.add(new Chip.Choice("", Messages.text("studio.list.new")));
    String named = Messages.text("studio.list.new");
    for (SegmentDefinition list : model.known().get()) {
      choices.add(new Chip.Choice(list.id(), list.title()));
      if (list.id().equals(chosen)) {
        named = list.title();
      }
    }
    if (choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      chosen = "";
    }
    Chip chip =
        Chip.editable(
            Messages.text("studio.list"),
            named,
            chosen,
            choices,
            id -> {
              chosen = id;
              which();
            });
    which.getChildren().setAll(chip);
    if (chosen.isEmpty()) {
      which.getChildren().add(title);
    }
    buttons();
  }

  private void buttons() {
    int count = StaticLists.entries(text.getText()).size();
    boolean unnamed = chosen.isEmpty() && title.getText().isBlank();
    // why the button below is not to be pressed yet
    entries.setText(
        count == 0
            ? ""
            : Messages.text(
                    count == 1 ? "studio.list.entries.one" : "studio.list.entries",
                    formats.count(count))
                + (unnamed ? ". " + Messages.text("studio.list.unnamed") : ""));
    add.setText(Messages.text(chosen.isEmpty() ? "studio.list.make" : "studio.list.add"));
    add.setDisable(count == 0 || unnamed);
    remove.setDisable(count == 0);
    Nodes.visible(remove, !chosen.isEmpty());
  }

  private void add() {
    model.add(chosen, title.getText().strip(), text.getText(), this::done);
  }

  private void remove() {
    model.remove(chosen, text.getText(), this::done);
  }

  private void done(StaticLists.Changed changed) {
    chosen = changed.list().id();
    title.clear();
    text.setText(String.join("\n", changed.matched().unmatched()));
    which();
    open.accept(changed.list());
  }

  private void outcome(Load<StaticLists.Changed> load) {
    outcome.getChildren().clear();
    if (load instanceof Load.Failed<StaticLists.Changed>(var fault)) {
      outcome
          .getChildren()
          .add(
              Nodes.row(
                  8,
                  Icons.of("fth-alert-circle", 14, "danger"),
                  Nodes.wrapped(fault.plain(), "danger")));
      return;
    }
    StaticLists.Changed now = load.value();
    if (now == null) {
      return;
    }
    int missed = now.matched().unmatched().size();
    outcome
        .getChildren()
        .add(
            Nodes.row(
                8,
                now.matched().customers() > 0
                    ? Icons.of("fth-check", 14, "success")
                    : Icons.of("fth-minus", 14, "muted"),
                Nodes.wrapped(
                    Messages.text(
                        "studio.list.found",
                        formats.count(now.matched().customers()),
                        formats.count(now.matched().given()),
                        now.list().title(),
                        formats.count(now.members())))));
    if (missed > 0) {
      Button copy =
          Nodes.iconButton(
              "fth-copy",
              Messages.text("studio.list.copy"),
              () -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(String.join("\n", now.matched().unmatched()));
                Clipboard.getSystemClipboard().setContent(content);
                context.notifier().done(Messages.text("studio.list.copied"));
              });
      outcome
          .getChildren()
          .add(
              Nodes.row(
                  8,
                  Icons.of("fth-alert-triangle", 14, "warning"),
                  Nodes.wrapped(
                      Messages.text(
                          missed == 1 ? "studio.list.missed.one" : "studio.list.missed",
                          formats.count(missed)),
                      "warning"),
                  Nodes.spacer(),
                  copy));
      List<String> shown = now.matched().unmatched().subList(0, Math.min(MOST_SHOWN, missed));
      outcome
          .getChildren()
          .add(Personal.mark(Nodes.wrapped(String.join("\n", shown), "mono", "caption", "muted")));
    }
  }
}
