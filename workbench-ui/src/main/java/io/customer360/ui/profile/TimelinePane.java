package io.customer360.ui.profile;

import io.customer360.profile.timeline.TimelineDomain;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.profile.timeline.TimelineMonth;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.TimelineRow;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened, newest first: chips by kind, the year as a strip of weeks, months as headings.
final class TimelinePane {
  private sealed interface Line {
    record Month(String words) implements Line {}

    record Event(TimelineEntry entry) implements Line {}
  }

  private static final double SCROLL_BAR = 12;

  private final UiContext context;
  private final Formats formats;
  private final ProfileModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("profile.timeline"));
  private final TextField field = new TextField();
  private final Chip all;
  private final Map<TimelineDomain, Chip> chips = new EnumMap<>(TimelineDomain.class);
  private final ListView<Line> list = new ListView<>();
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();
  private final CourseStrip strip;
  private boolean following;

  TimelinePane(UiContext context, ProfileModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    field.setPromptText(Messages.text("profile.timeline.filter"));
    field.setAccessibleText(Messages.text("profile.timeline.filter"));
    field.getStyleClass().add("timeline-filter");
    field.setPrefWidth(150);
    field
        .textProperty()
        .subscribe(
            text -> {
              if (!following) {
                model.filter(model.filter().get().withText(text));
              }
            });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            field.clear();
            list.requestFocus();
            event.consume();
          }
        });
    strip = new CourseStrip(context, model);
    header.right(
        field,
        Nodes.iconButton(
            "fth-zoom-in", Messages.text("profile.timeline.zoom-in"), () -> strip.zoom(0.5)),
        Nodes.iconButton(
            "fth-zoom-out", Messages.text("profile.timeline.zoom-out"), () -> strip.zoom(2)));
    FlowPane row = new FlowPane(6, 6);
    row.getStyleClass().add("timeline-chips");
    all =
        Chip.filter(
            "",
            Messages.text("profile.timeline.all"),
            () -> model.filter(model.filter().get().withDomains(Set.of())));
    row.getChildren().add(all);
    for (TimelineDomain domain : TimelineDomain.values()) {
      Chip chip = Chip.filter(icon(domain, ""), domain.words(), () -> toggle(domain));
      chips.put(domain, chip);
      row.getChildren().add(chip);
    }
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("timeline-list");
    Nodes.named(list, AccessibleRole.LIST_VIEW, Messages.text("profile.timeline"));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER
              && list.getSelectionModel().getSelectedItem() instanceof Line.Event(var entry)) {
            open(entry);
            event.consume();
          }
        });
    root.getStyleClass().add("pane");
    root.setTop(new VBox(header, row, strip.root()));
    root.setCenter(body);
    root.setMinWidth(300);
    model.filter().subscribe(this::follow);
    model.timeline().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  /// The strip counts the year up to today; beside a day gone by it would tell what came later.
  void weeksShown(boolean shown) {
    Nodes.visible(strip.root(), shown);
  }

  void focusFilter() {
    field.requestFocus();
    field.selectAll();
  }

  private void toggle(TimelineDomain domain) {
    TimelineFilter now = model.filter().get();
    Set<TimelineDomain> chosen = EnumSet.noneOf(TimelineDomain.class);
    chosen.addAll(now.domains());
    if (!chosen.remove(domain)) {
      chosen.add(domain);
    }
    model.filter(now.withDomains(chosen));
  }

  private void follow(TimelineFilter filter) {
    following = true;
    all.on(filter.domains().isEmpty());
    chips.forEach((domain, chip) -> chip.on(filter.domains().contains(domain)));
    if (!field.getText().equals(filter.text())) {
      field.setText(filter.text());
    }
    following = false;
  }

  private void show(Load<List<TimelineEntry>> load) {
    if (load instanceof Load.Failed<List<TimelineEntry>>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    List<TimelineEntry> entries = load.value();
    if (entries == null || load instanceof Load.Loading) {
      return;
    }
    header.fact(
        Messages.text(
            entries.size() < ProfileModel.EVENTS
                ? "profile.timeline.events"
                : "profile.timeline.newest",
            formats.count(entries.size()),
            entries.size()));
    List<Line> lines = new ArrayList<>();
    for (TimelineMonth month : TimelineMonth.group(entries, formats.zone())) {
      lines.add(new Line.Month(formats.month(month.month().atDay(1))));
      month.entries().forEach(entry -> lines.add(new Line.Event(entry)));
    }
    list.getItems().setAll(lines);
    list.scrollTo(0);
    body.getChildren().setAll(lines.isEmpty() ? nothing() : list);
  }

  private Node nothing() {
    TimelineFilter filter = model.filter().get();
    return filter.equals(TimelineFilter.ALL)
        ? new EmptyState(
            "fth-clock",
            Messages.text("profile.timeline.none"),
            Messages.text("profile.timeline.none-words"))
        : new EmptyState(
            "fth-filter",
            Messages.text("profile.timeline.filtered"),
            "",
            Nodes.button(
                Messages.text("profile.timeline.show-all"),
                () -> {
                  strip.all();
                  model.filter(TimelineFilter.ALL);
                }));
  }

  /// As a sentence, without the moment that stands beside it anyway.
  private String detail(String detail, TimelineEntry entry) {
    String moment = "sent " + formats.dateTime(entry.at());
    String rest =
        detail.endsWith(moment)
            ? detail.substring(0, detail.length() - moment.length()).strip()
            : detail;
    String bare = rest.endsWith(",") ? rest.substring(0, rest.length() - 1) : rest;
    return bare.isEmpty()
        ? bare
        : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
  }

  /// What is behind an event: the decision, or the received row.
  private void open(TimelineEntry entry) {
    String ref = entry.ref();
    if (entry.domain() == TimelineDomain.DECISION && ref != null) {
      Destination decision = new Destination.Decision(ref);
      if (context.navigator().knows(decision)) {
        context.navigator().go(decision);
        return;
      }
    }
    Long line = entry.line();
    String file = entry.file();
    String detail = entry.detail();
    String channel = entry.channel();
    BigDecimal amount = entry.amount();
    Popups.show(
        list,
        entry.title(),
        formats.dateTime(entry.at()),
        Popups.facts(
            List.of(
                List.of(Messages.text("profile.event.kind"), Words.plain(entry.kind())),
                List.of(
                    Messages.text("profile.event.channel"),
                    channel == null ? "" : Words.plain(channel)),
                List.of(Messages.text("profile.event.detail"), detail == null ? "" : detail),
                List.of(Messages.text("profile.event.ref"), ref == null ? "" : ref),
                List.of(
                    Messages.text("profile.event.amount"),
                    amount == null ? "" : formats.moneyExact(amount)),
                List.of(
                    Messages.text("profile.event.row"),
                    file == null
                        ? ""
                        : file
                            + (line == null
                                ? ""
                                : " "
                                    + Messages.text("profile.event.line", formats.count(line)))))));
  }

  static String icon(TimelineDomain domain, @Nullable String channel) {
    return switch (domain) {
      case TRANSACTIONS -> "fth-shopping-bag";
      case DELIVERY -> "fth-truck";
      case SERVICE -> "phone".equals(channel) ? "fth-phone-incoming" : "fth-message-square";
      case ENGAGEMENT -> "sms".equals(channel) ? "fth-message-circle" : "fth-mail";
      case DIGITAL -> "app".equals(channel) ? "fth-smartphone" : "fth-globe";
      case LOYALTY -> "fth-award";
      case DECISION -> "fth-inbox";
    };
  }

  private final class Cell extends ListCell<Line> {
    private final TimelineRow row = new TimelineRow();
    private final Label month = Nodes.label("", "caption", "muted", "medium");

    Cell() {
      month.getStyleClass().add("timeline-month");
      month.setMaxWidth(Double.MAX_VALUE);
      row.setMaxWidth(Double.MAX_VALUE);
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && getItem() instanceof Line.Event(var entry)) {
              open(entry);
            }
          });
    }

    /// A list asks for heights without a width, at which no title breaks into lines.
    @Override
    protected double computePrefHeight(double width) {
      double room = list.getWidth() - SCROLL_BAR;
      return getGraphic() == row && room > 0
          ? Math.max(row.minHeight(room), snapSizeY(row.prefHeight(room)))
          : super.computePrefHeight(width);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (line == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      switch (line) {
        case Line.Month(String words) -> {
          month.setText(words);
          setGraphic(month);
          setAccessibleText(words);
        }
        case Line.Event(TimelineEntry entry) -> {
          String detail = entry.detail();
          BigDecimal amount = entry.amount();
          ZonedDateTime at = entry.at().atZone(formats.zone());
          row.show(
              new TimelineRow.Entry(
                  icon(entry.domain(), entry.channel()),
                  Words.tone(entry.tone()),
                  entry.title(),
                  "",
                  detail == null ? "" : detail(detail, entry),
                  formats.date(at.toLocalDate()),
                  formats.time(entry.at()),
                  amount == null ? "" : formats.moneyExact(amount)));
          setGraphic(row);
          setAccessibleText(row.getAccessibleText());
        }
      }
    }
  }
}
