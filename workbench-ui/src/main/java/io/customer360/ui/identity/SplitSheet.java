package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Chooses records of a customer that are somebody else's; together they become a customer of their
/// own with the next resolution.
final class SplitSheet {
  private final UiContext context;
  private final ReviewModel model;
  private final Map<String, List<ReviewPair.Node>> customers = new LinkedHashMap<>();
  private final Sheet sheet = new Sheet(Messages.text("identity.split.title"), 560);
  private final VBox rows = new VBox(2);
  private final List<CheckBox> boxes = new ArrayList<>();
  private final TextField reason = new TextField();
  private final Label words = Nodes.label("", "caption", "danger");
  private final Button split =
      Nodes.button(Messages.text("identity.split.none"), this::split, "accent", "large");
  private String customer = "";

  SplitSheet(UiContext context, ReviewModel model, ReviewPair pair) {
    this.context = context;
    this.model = model;
    pair.graph()
        .nodes()
        .forEach(
            node ->
                customers.computeIfAbsent(node.customerId(), id -> new ArrayList<>()).add(node));
    // A customer of one record has nothing to split off.
    customers.values().removeIf(records -> records.size() < 2);
    reason.setPromptText(Messages.text("identity.split.reason"));
    Nodes.visible(words, false);
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(320);
    sheet.card().getChildren().add(Nodes.label(Messages.text("identity.split.title"), "title"));
    sheet.card().getChildren().add(Nodes.wrapped(Messages.text("identity.split.words"), "muted"));
    if (customers.size() > 1) {
      List<String> ids = List.copyOf(customers.keySet());
      Segmented choice =
          new Segmented(
              Messages.text("identity.split.customer"),
              customers.values().stream().map(this::title).toArray(String[]::new));
      choice.selectedProperty().subscribe(index -> choose(ids.get(index.intValue())));
      sheet.card().getChildren().add(choice);
    } else {
      customers.keySet().forEach(this::choose);
    }
    sheet
        .card()
        .getChildren()
        .addAll(
            scroll,
            reason,
            words,
            Nodes.row(
                8,
                Nodes.spacer(),
                Nodes.button(Messages.text("identity.cancel"), sheet::close, "large"),
                split));
  }

  private String title(List<ReviewPair.Node> records) {
    ReviewPair.Node first = records.getFirst();
    return context.themes().maskedProperty().get() ? first.customerId() : first.name();
  }

  /// False when no customer of the pair has two records.
  boolean possible() {
    return !customers.isEmpty();
  }

  void show(@Nullable Scene scene) {
    sheet.show(scene);
  }

  private void choose(String id) {
    customer = id;
    boxes.clear();
    rows.getChildren().clear();
    for (ReviewPair.Node node : customers.getOrDefault(id, List.of())) {
      CheckBox box = Personal.mark(new CheckBox(node.name()));
      box.setUserData(node.record());
      box.setGraphic(Icons.small(Words.sourceIcon(node.source())));
      box.setOnAction(event -> count());
      if (boxes.isEmpty()) {
        box.getStyleClass().add("first-focus");
      }
      boxes.add(box);
      rows.getChildren()
          .add(
              Nodes.classes(
                  Nodes.row(
                      8,
                      box,
                      Nodes.spacer(),
                      Nodes.label(Words.source(node.source()), "muted"),
                      Nodes.label(Words.key(node.record()), "mono")),
                  "split-row"));
    }
    count();
  }

  private List<String> chosen() {
    return boxes.stream()
        .filter(CheckBox::isSelected)
        .map(box -> String.valueOf(box.getUserData()))
        .toList();
  }

  private void count() {
    int count = chosen().size();
    boolean all = count == boxes.size();
    split.setDisable(count == 0 || all);
    split.setText(
        all && count > 0
            ? Messages.text("identity.split.all")
            : count == 0
                ? Messages.text("identity.split.none")
                : Messages.text("identity.split.button", count));
  }

  private void split() {
    split.setDisable(true);
    model.split(
        customer,
        chosen(),
        reason.getText().strip(),
        judgement -> {
          sheet.close();
          context.notifier().done(Messages.text("identity.split.done", judgement.pairs().size()));
        },
        fault -> {
          words.setText(fault.plain());
          Nodes.visible(words, true);
          count();
        });
  }
}
