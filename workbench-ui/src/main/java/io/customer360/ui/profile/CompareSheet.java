package io.customer360.ui.profile;

import io.customer360.profile.ProfileHit;
import io.customer360.profile.compare.Comparison;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two customers side by side over the window: first whom to set beside him, then line by line what
/// is alike and what is not.
final class CompareSheet implements AutoCloseable {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 660;

  private final UiContext context;
  private final Formats formats;
  private final CompareModel compare;
  private final ProfileModel model;
  private final TextField field = new TextField();
  private final CheckBox different = new CheckBox(Messages.text("profile.compare.only"));
  private final StackPane body = new StackPane();
  private final VBox people = new VBox(2);
  private final Label fact = Nodes.label("", "muted", "num");
  private final HBox foot = Nodes.row(8);
  private final VBox card = new VBox(14);
  private final Sheet sheet = new Sheet(card);

  CompareSheet(UiContext context, CompareModel compare, ProfileModel model) {
    this.context = context;
    this.formats = context.formats();
    this.compare = compare;
    this.model = model;
    card.getStyleClass().add("compare-card");
    card.setMaxSize(WIDTH, HEIGHT);
    card.setPrefSize(WIDTH, HEIGHT);
    Nodes.named(card, AccessibleRole.DIALOG, Messages.text("profile.compare"));
    field.setPromptText(Messages.text("profile.find.prompt"));
    field.setAccessibleText(Messages.text("profile.compare.with"));
    field.textProperty().subscribe(compare::search);
    field.setOnAction(event -> chooseFirst());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN && !people.getChildren().isEmpty()) {
            people.getChildren().getFirst().requestFocus();
            event.consume();
          }
        });
    different.setSelected(false);
    different.selectedProperty().subscribe(on -> show(compare.comparison().get()));
    VBox.setVgrow(body, Priority.ALWAYS);
    compare.people().subscribe(people -> show(compare.comparison().get()));
    compare.comparison().subscribe(load -> show(load));
    card.getChildren()
        .setAll(
            Nodes.line(8, Nodes.label(Messages.text("profile.compare"), "title"), fact),
            body,
            foot);
  }

  void show(Scene scene, ProfileModel.Opened opened) {
    field.clear();
    compare.start(opened);
    sheet.show(scene);
    field.requestFocus();
  }

  private void show(Load<Optional<Comparison>> load) {
    switch (load) {
      case Load.Idle<Optional<Comparison>> idle -> looking();
      case Load.Failed<Optional<Comparison>>(var fault) ->
          body.getChildren().setAll(ErrorState.retry(fault, compare::again));
      default -> {
        Optional<Comparison> value = load.value();
        if (value == null) {
          body.getChildren().setAll(new Skeleton(16, 20, 760, 760, 760, 760));
        } else {
          value.ifPresentOrElse(this::compared, this::looking);
        }
      }
    }
  }

  private void looking() {
    people.getChildren().clear();
    VBox list = new VBox(2);
    FoundPeople found = compare.people().get().value();
    if (found != null) {
      list.getChildren().setAll(Nodes.label(found.title(), "caption", "muted"), people);
      for (ProfileHit hit : found.people()) {
        people.getChildren().add(person(hit, found.notes().getOrDefault(hit.customerId(), "")));
      }
      if (found.people().isEmpty()) {
        list.getChildren()
            .setAll(
                Nodes.label(
                    Messages.text("profile.find.nobody", field.getText().strip()), "muted"));
      }
    }
    String name = model.current().map(opened -> opened.profile().header().name()).orElse("");
    fact.setText("");
    VBox page =
        new VBox(
            14,
            Nodes.line(
                6,
                Nodes.label(Messages.text("profile.compare.whom"), "muted"),
                Personal.mark(Nodes.label(name, "medium"))),
            field,
            list);
    page.setAlignment(Pos.TOP_LEFT);
    boolean typed = field.isFocused();
    body.getChildren().setAll(page);
    if (typed) {
      field.requestFocus();
      field.end();
    }
    foot.getChildren()
        .setAll(
            Nodes.spacer(),
            Nodes.button(Messages.text("profile.compare.close-sheet"), sheet::hide, "large"));
  }

  /// Enter in the field takes the first of those found.
  private void chooseFirst() {
    FoundPeople found = compare.people().get().value();
    if (found != null && !found.people().isEmpty()) {
      compare.choose(found.people().getFirst().customerId());
    }
  }

  private Node person(ProfileHit hit, String note) {
    Label name = Personal.mark(Nodes.label(hit.name(), "medium"));
    HBox row =
        Nodes.row(
            10,
            name,
            Nodes.label(Words.facts(hit), "caption", "muted"),
            Nodes.spacer(),
            Nodes.label(note, "caption", "muted"));
    Button button = new Button();
    button.setGraphic(row);
    row.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll("flat", "compare-person");
    Nodes.named(button, AccessibleRole.BUTTON, hit.name() + ", " + Words.facts(hit));
    button.setOnAction(event -> compare.choose(hit.customerId()));
    return button;
  }

  private void compared(Comparison two) {
    long lines = two.sections().stream().mapToLong(section -> section.rows().size()).sum();
    fact.setText(
        Messages.text(
            "profile.compare.fact", formats.count(two.differences()), formats.count(lines)));
    VBox lists = new VBox();
    lists.getChildren().add(heads(two));
    for (String tie : two.ties()) {
      Label line = Nodes.wrapped(tie, "caption");
      line.setGraphic(Icons.small("fth-home"));
      line.setGraphicTextGap(6);
      line.getStyleClass().add("compare-tie");
      lists.getChildren().add(Personal.mark(line));
    }
    for (Comparison.Section section : two.sections()) {
      List<Comparison.Row> rows =
          section.rows().stream().filter(row -> !different.isSelected() || row.differs()).toList();
      if (!rows.isEmpty()) {
        Label title = Nodes.label(section.title(), "strong");
        title.getStyleClass().add("compare-section");
        lists.getChildren().add(title);
        rows.forEach(row -> lists.getChildren().add(line(row)));
      }
    }
    ScrollPane scroll = new ScrollPane(lists);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    body.getChildren().setAll(scroll);
    Button open =
        Nodes.button(
            Messages.text("profile.compare.open"),
            () -> {
              sheet.hide();
              context.navigator().go(new Destination.Customer(two.right().customerId()));
            },
            "accent",
            "large");
    foot.getChildren()
        .setAll(
            different,
            Nodes.spacer(),
            Nodes.button(Messages.text("profile.compare.another"), compare::again, "large"),
            Nodes.button(Messages.text("profile.compare.close-sheet"), sheet::hide, "large"),
            open);
  }

  private static Node heads(Comparison two) {
    HBox row =
        new HBox(
            cell(new Label(), 0.28),
            cell(head(two.left().name(), two.left().customerId()), 0.36),
            cell(head(two.right().name(), two.right().customerId()), 0.36));
    row.getStyleClass().add("compare-heads");
    return row;
  }

  private static Node head(String name, String id) {
    return new VBox(
        Personal.mark(Nodes.label(name, "section")), Nodes.label(id, "caption", "muted"));
  }

  private Node line(Comparison.Row row) {
    Label label = Nodes.wrapped(row.label(), "muted");
    if (row.differs()) {
      label.setGraphic(mark());
      label.setGraphicTextGap(6);
    } else {
      label.getStyleClass().add("compare-alike");
    }
    HBox line =
        new HBox(
            cell(label, 0.28),
            cell(value(row.left(), row), 0.36),
            cell(value(row.right(), row), 0.36));
    line.getStyleClass().add("compare-line");
    line.setAccessibleText(
        row.label() + (row.differs() ? ", " + Messages.text("profile.compare.differs") : ""));
    return line;
  }

  private static Region mark() {
    Region mark = new Region();
    mark.getStyleClass().add("compare-mark");
    mark.setMinSize(6, 6);
    mark.setMaxSize(6, 6);
    return mark;
  }

  private Label value(@Nullable Object value, Comparison.Row row) {
    String text =
        value instanceof BigDecimal money
            ? formats.money(money)
            : Words.value(formats, value, row.kind());
    boolean empty = text.isEmpty();
    return Nodes.wrapped(
        empty ? Messages.text("profile.unknown") : text,
        "num",
        empty ? "muted" : row.differs() ? "medium" : "muted");
  }

  private static Region cell(Node content, double share) {
    StackPane cell = new StackPane(content);
    cell.setAlignment(Pos.TOP_LEFT);
    cell.setPrefWidth((WIDTH - 60) * share);
    cell.setMinWidth((WIDTH - 60) * share);
    cell.setMaxWidth((WIDTH - 60) * share);
    return cell;
  }

  @Override
  public void close() {
    compare.close();
  }
}
