package io.customer360.ui.profile;

import io.customer360.profile.ProfileHit;
import io.customer360.profile.search.Span;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Looks for a customer as one types. Before a letter is typed it offers those with most at stake,
/// or the list that was handed over.
final class FindPane {
  private static final double WIDTH = 760;

  private final Formats formats;
  private final ProfileModel model;
  private final TextField field = new TextField();
  private final Label title = Nodes.label("", "strong");
  private final Label count = Nodes.label("", "muted", "num");
  private final ListView<ProfileHit> list = new ListView<>();
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();
  private FoundPeople shown = new FoundPeople("", 0, List.of(), List.of(), java.util.Map.of());

  FindPane(UiContext context, ProfileModel model) {
    this.formats = context.formats();
    this.model = model;
    field.setPromptText(Messages.text("profile.find.prompt"));
    field.getStyleClass().add("find-field");
    field.setAccessibleText(Messages.text("profile.find"));
    field.textProperty().subscribe(text -> model.search(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
    HBox holder = Nodes.row(10, Icons.of("fth-search", 16), field);
    HBox.setHgrow(field, Priority.ALWAYS);
    holder.getStyleClass().add("find-box");
    list.setFixedCellSize(52);
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("find-list");
    list.setOnKeyPressed(this::listKey);
    HBox head = Nodes.line(8, title, count);
    head.getStyleClass().add("find-head");
    VBox top =
        new VBox(12, Nodes.label(Messages.text("profile.find.title"), "title"), holder, head);
    BorderPane column = new BorderPane(body);
    column.setTop(top);
    column.setMaxWidth(WIDTH);
    column.getStyleClass().add("find-column");
    StackPane centred = new StackPane(column);
    centred.setAlignment(Pos.TOP_CENTER);
    root.setCenter(centred);
    root.getStyleClass().add("find-pane");
    model.people().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void focus() {
    field.requestFocus();
  }

  /// Empties the field, for a list that has just been handed over.
  void clear() {
    field.clear();
  }

  private void show(Load<FoundPeople> load) {
    if (load instanceof Load.Failed<FoundPeople>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::find));
      return;
    }
    FoundPeople now = load.value();
    if (now == null) {
      body.getChildren().setAll(new Skeleton(24, 28, 700, 700, 700, 700));
      return;
    }
    if (load instanceof Load.Loading) {
      return;
    }
    shown = now;
    title.setText(now.title());
    count.setText(
        now.total() > now.people().size()
            ? Messages.text(
                "profile.find.first",
                formats.count(now.people().size()),
                formats.count(now.total()))
            : formats.count(now.total()));
    list.setAccessibleText(now.title());
    list.getItems().setAll(now.people());
    list.getSelectionModel().clearSelection();
    boolean nobody = now.people().isEmpty();
    title.setVisible(!nobody);
    count.setVisible(!nobody);
    body.getChildren().setAll(nobody ? nothing() : list);
  }

  private Node nothing() {
    return model.sought().isEmpty()
        ? new EmptyState(
            "fth-users",
            Messages.text("profile.find.start"),
            Messages.text("profile.find.start-words"))
        : new EmptyState(
            "fth-search",
            Messages.text("profile.find.nobody", model.sought()),
            Messages.text("profile.find.nobody-words"));
  }

  private void fieldKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) {
      open(list.getItems().getFirst());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    }
  }

  private void listKey(KeyEvent event) {
    ProfileHit chosen = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && chosen != null) {
      open(chosen);
      event.consume();
    } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
      field.requestFocus();
      event.consume();
    }
  }

  private void open(ProfileHit hit) {
    boolean among = model.sought().isEmpty() && model.listed();
    model.open(hit.customerId(), among ? shown.ids() : List.of());
  }

  /// A text with its matching parts marked.
  static TextFlow marked(String text, List<Span> spans, String... styleClasses) {
    TextFlow flow = new TextFlow();
    int at = 0;
    for (Span span : spans) {
      int start = Math.clamp(span.start(), at, text.length());
      int end = Math.clamp(span.end(), start, text.length());
      piece(flow, text.substring(at, start), styleClasses);
      piece(flow, text.substring(start, end), "found-part");
      at = end;
    }
    piece(flow, text.substring(at), styleClasses);
    return flow;
  }

  private static void piece(TextFlow flow, String text, String... styleClasses) {
    if (!text.isEmpty()) {
      Text part = new Text(text);
      part.getStyleClass().addAll("found-text");
      part.getStyleClass().addAll(styleClasses);
      flow.getChildren().add(part);
    }
  }

  private final class Cell extends ListCell<ProfileHit> {
    Cell() {
      setOnMouseClicked(
          event -> {
            if (getItem() != null) {
              open(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable ProfileHit hit, boolean empty) {
      super.updateItem(hit, empty);
      setText(null);
      if (hit == null || empty) {
        setGraphic(null);
        return;
      }
      Label face = Nodes.label(initials(hit.name()), "avatar", Personal.CLASS);
      face.setMinSize(32, 32);
      face.setMaxSize(32, 32);
      ProfileHit.Highlight name = hit.highlights().getFirst();
      VBox words = new VBox(1, Personal.mark(marked(hit.name(), name.spans(), "found-name")));
      String city = hit.city();
      TextFlow second = marked(hit.customerId() + (city == null ? "" : ", " + city), List.of());
      if (hit.highlights().size() > 1) {
        ProfileHit.Highlight other = hit.highlights().get(1);
        second = marked(other.text(), other.spans());
        if (!other.field().equals("id")) {
          Personal.mark(second);
        }
        if (!other.field().equals("id")) {
          second.getChildren().addFirst(quiet(hit.customerId() + ", "));
        }
      }
      second.getStyleClass().add("found-second");
      words.getChildren().add(second);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox row = Nodes.row(12, face, words, Nodes.spacer());
      String tier = hit.valueTier();
      if (tier != null && tier.equals("high")) {
        row.getChildren()
            .add(
                Chip.badge(
                    "fth-chevrons-up",
                    Messages.text("profile.value-tier.high"),
                    io.customer360.ui.control.Tone.NORMAL));
      }
      String lifecycle = hit.lifecycle();
      if (lifecycle != null) {
        row.getChildren()
            .add(
                Chip.badge(
                    Words.lifecycleIcon(lifecycle),
                    Words.plain(lifecycle),
                    Words.lifecycleTone(lifecycle)));
      }
      String note = shown.notes().getOrDefault(hit.customerId(), "");
      if (!note.isEmpty()) {
        Label money = Nodes.label(note, "num");
        money.setMinWidth(110);
        money.setAlignment(Pos.CENTER_RIGHT);
        row.getChildren().add(money);
      }
      setGraphic(row);
      Nodes.named(
          this, AccessibleRole.LIST_ITEM, hit.name() + ", " + Words.facts(hit) + " " + note);
    }
  }

  private static Text quiet(String text) {
    Text part = new Text(text);
    part.getStyleClass().add("found-text");
    return part;
  }

  static String initials(String name) {
    String[] words = name.strip().split("\\s+");
    StringBuilder letters = new StringBuilder();
    for (int i : words.length > 1 ? new int[] {0, words.length - 1} : new int[] {0}) {
      if (!words[i].isEmpty()) {
        letters.appendCodePoint(Character.toUpperCase(words[i].codePointAt(0)));
      }
    }
    return letters.toString();
  }
}
