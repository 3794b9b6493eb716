package io.customer360.studio.ui;

import io.customer360.studio.count.Member;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Ten of the people, and how many of all may be written to.
final class PeoplePane {
  private final UiContext context;
  private final DraftModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("studio.people"));
  private final DataTable<Member> table;
  private final StackPane body = new StackPane();
  private final Label reach = Nodes.label("", "caption", "muted", "num");
  private final Pane root;

  PeoplePane(UiContext context, DraftModel model) {
    this.context = context;
    this.model = model;
    Formats formats = context.formats();
    table = new DataTable<>("studio.people", Messages.text("studio.people"), context.memory());
    table.text(
        "name", Messages.text("studio.people.name"), 172, row -> text(row.name()), Personal.CLASS);
    table.text("city", Messages.text("studio.people.city"), 92, row -> text(row.city()), "muted");
    table.figure(
        "last",
        Messages.text("studio.people.last"),
        78,
        row -> date(row.lastOrderAt()),
        row -> seconds(row.lastOrderAt()),
        "muted");
    table.figure(
        "margin",
        Messages.text("studio.people.margin", formats.currencySymbol()),
        76,
        row -> formats.number(row.margin12m(), 0),
        Member::margin12m,
        "strong");
    // a name cut short says less than a town left out
    table
        .widthProperty()
        .subscribe(
            wide ->
                table
                    .column("city")
                    .setVisible(wide.doubleValue() <= 0 || wide.doubleValue() > 372));
    table.onOpen(this::open);
    Hyperlink again = Nodes.link(Messages.text("studio.people.again"), model::drawPeople);
    again.setGraphic(Icons.of("fth-refresh-cw", 13, "accent"));
    header.right(again);
    HBox foot = Nodes.row(8, Icons.of("fth-user-check", 13), reach);
    foot.getStyleClass().add("people-foot");
    root = new Pane(header, body).foot(foot);
    model.people().subscribe(this::show);
    model.counted().subscribe(load -> facts());
  }

  Node root() {
    return root;
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private String date(@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? "" : context.formats().date(at);
  }

  private static @org.jspecify.annotations.Nullable Long seconds(
      @org.jspecify.annotations.Nullable Instant at) {
    return at == null ? null : at.getEpochSecond();
  }

  private void open(Member member) {
    context
        .navigator()
        .go(
            new Destination.Customer(
                member.customerId(), table.rows().stream().map(Member::customerId).toList()));
  }

  private void show(Load<List<Member>> load) {
    if (load instanceof Load.Failed<List<Member>>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::count));
      return;
    }
    List<Member> people = load.value();
    table.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    if (people != null && people.isEmpty()) {
      body.getChildren()
          .setAll(
              new EmptyState(
                  "fth-users",
                  Messages.text("studio.people.none"),
                  Messages.text("studio.people.none.words")));
      return;
    }
    if (people != null) {
      table.items(people);
    }
    body.getChildren().setAll(table);
    facts();
  }

  private void facts() {
    DraftModel.Counted now = model.counted().get().value();
    if (now == null) {
      header.fact("");
      reach.setText("");
      return;
    }
    Formats formats = context.formats();
    SegmentCount count = now.count();
    header.fact(
        Messages.text(
            "studio.people.of",
            formats.count(Math.min(DraftModel.PEOPLE, count.customers())),
            formats.count(count.customers())));
    reach.setText(
        count.reach().stream().allMatch(one -> one.customers() == 0)
            ? Messages.text("studio.reach.none")
            : Messages.text(
                "studio.reach",
                count.reach().stream()
                    .filter(one -> one.customers() > 0)
                    .map(
                        one ->
                            formats.count(one.customers())
                                + " "
                                + Messages.text("studio.channel." + one.channel()))
                    .collect(Collectors.joining(", "))));
  }
}
