package io.customer360.ui.decision;

import io.customer360.decision.ProposalSummary;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What waits for a person, most at stake first.
final class QueuePane {
  private final Formats formats;
  private final DecisionsModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("decision.order"));
  private final Label chosen = Nodes.label("", "badge-accent", "num");
  private final Map<DecisionsModel.Filter, Chip> filters =
      new EnumMap<>(DecisionsModel.Filter.class);
  private final ListView<ProposalSummary> list = new ListView<>();
  private final BorderPane root = new BorderPane();
  private boolean following;

  QueuePane(UiContext context, DecisionsModel model) {
    this.formats = context.formats();
    this.model = model;
    Button all =
        Nodes.button(
            Messages.text("decision.batch.all"), () -> model.batch().toggleAll(model.shown()));
    all.getStyleClass().addAll("flat", "small");
    chosen.setMinWidth(Label.USE_PREF_SIZE);
    all.setMinWidth(Button.USE_PREF_SIZE);
    header.right(chosen, all);
    model.batch().chosen().addListener((SetChangeListener<String>) change -> chosen());
    chosen();
    FlowPane chips = new FlowPane(6, 6);
    chips.getStyleClass().add("queue-filters");
    for (DecisionsModel.Filter filter : DecisionsModel.Filter.values()) {
      Chip chip = Chip.filter("", words(filter), () -> model.filter(filter));
      filters.put(filter, chip);
      chips.getChildren().add(chip);
    }
    list.setFixedCellSize(66);
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("queue");
    Nodes.named(list, AccessibleRole.LIST_VIEW, Messages.text("decision.waiting"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !following) {
                model.open(row.decisionId());
              }
            });
    HBox keys =
        Nodes.row(
            8,
            new KeyHint("J"),
            new KeyHint("K"),
            Nodes.label(Messages.text("decision.keys.move"), "caption", "muted"),
            new KeyHint("X"),
            Nodes.label(Messages.text("decision.keys.select"), "caption", "muted"),
            new KeyHint("Shift A"),
            Nodes.label(Messages.text("decision.keys.batch"), "caption", "muted"));
    keys.getStyleClass().add("queue-keys");
    keys.getChildren()
        .forEach(part -> ((javafx.scene.layout.Region) part).setMinWidth(Label.USE_PREF_SIZE));
    root.getStyleClass().add("pane");
    root.setTop(new VBox(header, chips));
    root.setCenter(list);
    root.setBottom(keys);
    root.setMinWidth(220);
    model.contents().subscribe(load -> show());
    model.filter().subscribe(filter -> show());
    model.opened().subscribe(load -> follow());
  }

  Node root() {
    return root;
  }

  ListView<ProposalSummary> list() {
    return list;
  }

  private void show() {
    following = true;
    List<ProposalSummary> rows = model.shown();
    if (!rows.equals(list.getItems())) {
      list.getItems().setAll(rows);
    }
    filters.forEach(
        (filter, chip) -> {
          chip.setText(words(filter));
          chip.on(model.filter().get() == filter);
          Nodes.visible(
              chip,
              filter == DecisionsModel.Filter.ALL
                  || model.filter().get() == filter
                  || model.count(filter) > 0);
        });
    following = false;
    follow();
  }

  private void chosen() {
    int count = model.batch().chosen().size();
    chosen.setText(Messages.text("decision.batch.chosen", formats.count(count)));
    Nodes.visible(chosen, count > 0);
    list.refresh();
  }

  private void follow() {
    following = true;
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).decisionId().equals(model.selected())) {
        list.getSelectionModel().select(i);
        break;
      }
    }
    following = false;
  }

  private String words(DecisionsModel.Filter filter) {
    String name = Messages.text("decision.filter." + filter.name().toLowerCase(Locale.ROOT));
    return filter == DecisionsModel.Filter.ALL
        ? name
        : name + " " + formats.count(model.count(filter));
  }

  /// What is left of the time to live, as drawn: `7 d`, `9 h`, `40 min`.
  static String left(Duration left) {
    return left.toHours() >= 48
        ? left.toDays() + " d"
        : left.toHours() >= 1 ? left.toHours() + " h" : Math.max(0, left.toMinutes()) + " min";
  }

  static String icon(String channel, String kind) {
    if (kind.equals("regulatory")) {
      return "fth-alert-circle";
    }
    return switch (channel) {
      case "call", "phone" -> "fth-phone";
      case "email" -> "fth-mail";
      case "sms" -> "fth-message-circle";
      case "post" -> "fth-gift";
      case "push", "app" -> "fth-smartphone";
      default -> "fth-award";
    };
  }

  private final class Cell extends ListCell<ProposalSummary> {
    @Override
    protected void updateItem(@Nullable ProposalSummary row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (row == null || empty) {
        setGraphic(null);
        return;
      }
      Label title = Nodes.label(row.title(), "strong");
      if (row.members() == 1) {
        Personal.mark(title);
      }
      Label money = Nodes.label(row.valueAtRiskText(), "strong", "num");
      money.setMinWidth(Label.USE_PREF_SIZE);
      Label action = Nodes.label(row.subtitle());
      Label time = Nodes.label(left(model.left(row)), "caption", "muted", "num");
      time.setMinWidth(Label.USE_PREF_SIZE);
      boolean regulatory = row.kind().equals("regulatory");
      Label kind =
          Nodes.label(
              Messages.text("decision.kind." + row.kind()),
              "caption",
              regulatory ? "danger" : "muted");
      HBox third = new HBox(kind);
      if (row.approvalsNeeded() > 1) {
        third
            .getChildren()
            .add(
                Nodes.label(
                    ", " + Messages.text("decision.votes", row.approvals(), row.approvalsNeeded()),
                    "caption",
                    "muted"));
      } else if (row.novel()) {
        third
            .getChildren()
            .add(Nodes.label(", " + Messages.text("decision.new"), "caption", "muted"));
      }
      VBox words =
          new VBox(
              1,
              Nodes.row(8, title, Nodes.spacer(), money),
              Nodes.row(8, action, Nodes.spacer(), time),
              third);
      HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
      boolean picked = model.batch().chosen().contains(row.decisionId());
      StackPane mark =
          new StackPane(
              picked
                  ? Icons.small("fth-check-square", "accent")
                  : Icons.small(icon(row.channel(), row.kind())));
      mark.getStyleClass().add("queue-mark");
      setGraphic(new HBox(10, mark, words));
      setAccessibleText(
          row.title()
              + ", "
              + row.subtitle()
              + ", "
              + row.valueAtRiskText()
              + (picked ? ", " + Messages.text("decision.batch.is-chosen") : ""));
    }
  }
}
