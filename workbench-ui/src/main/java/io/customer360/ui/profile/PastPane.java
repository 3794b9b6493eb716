package io.customer360.ui.profile;

import io.customer360.profile.SegmentSince;
import io.customer360.profile.Trust;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.consent.ConsentCell;
import io.customer360.ui.control.ConsentMatrix;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Stat;
import io.customer360.ui.control.TrustRing;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A customer as he was known at the end of a day gone by: figures, scores as they were stored
/// then, consents, segments. Nothing of it is later than that day. What the workbench does not keep
/// for past days, such as the next best action, is not shown.
final class PastPane {
  private final UiContext context;
  private final Formats formats;
  private final ProfileModel model;
  private final StackPane root = new StackPane();

  PastPane(UiContext context, ProfileModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    root.getStyleClass().add("pane");
    root.setMinWidth(420);
    model.past().subscribe(load -> show(load));
  }

  Node root() {
    return root;
  }

  private void show(Load<Optional<UnifiedContext>> load) {
    if (load instanceof Load.Failed<Optional<UnifiedContext>>(var fault)) {
      root.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    Optional<UnifiedContext> value = load.value();
    if (value == null) {
      root.getChildren().setAll(new Skeleton(20, 20, 320, 420, 420, 360));
    } else if (value.isEmpty()) {
      root.getChildren()
          .setAll(
              new EmptyState(
                  "fth-calendar",
                  Messages.text("profile.past.unknown"),
                  Messages.text("profile.past.unknown-words"),
                  Nodes.button(
                      Messages.text("profile.past.today"),
                      () -> context.day().look(context.day().today()),
                      "accent")));
    } else {
      ScrollPane scroll = new ScrollPane(content(value.get()));
      scroll.setFitToWidth(true);
      scroll.getStyleClass().addAll("pane", "edge-to-edge");
      root.getChildren().setAll(scroll);
    }
  }

  private Node content(UnifiedContext then) {
    LocalDate day = LocalDate.ofInstant(then.asOf(), formats.zone());
    VBox all = new VBox(head(then, day), figures(then));
    all.getStyleClass().add("pane");
    section(all, "profile.past.scores", scores(then));
    consents(then).ifPresent(matrix -> section(all, "profile.consents", matrix));
    section(all, "profile.segments", segments(then));
    return all;
  }

  private Node head(UnifiedContext then, LocalDate day) {
    String name = then.person().name();
    VBox words =
        new VBox(
            4,
            Nodes.label(name == null ? then.customerId() : name, "title", Personal.CLASS),
            Nodes.label(
                Messages.text("profile.past.title", formats.dateLong(day)), "strong", "warning"),
            Nodes.wrapped(Messages.text("profile.past.words"), "caption", "muted"));
    words.setMinWidth(0);
    HBox row = Nodes.row(16, words, Nodes.spacer());
    Trust trust = then.trust();
    if (trust != null) {
      TrustRing ring = new TrustRing(trust.trust());
      ring.setMinWidth(72);
      row.getChildren().add(ring);
    }
    row.getStyleClass().add("past-head");
    return row;
  }

  private Node figures(UnifiedContext then) {
    UnifiedContext.Statistics s = then.statistics();
    FlowPane stats = new FlowPane(32, 14);
    stats.getStyleClass().add("past-figures");
    String lifecycle = s.lifecycle();
    if (lifecycle != null) {
      stats
          .getChildren()
          .add(new Stat(Messages.text("profile.past.lifecycle"), Words.plain(lifecycle)));
    }
    String tier = s.tier();
    if (tier != null) {
      stats.getChildren().add(new Stat(Messages.text("profile.past.tier"), Words.plain(tier)));
    }
    Integer days = s.daysSinceOrder();
    Double gap = s.usualGapDays();
    stats
        .getChildren()
        .addAll(
            new Stat(Messages.text("profile.past.orders"), formats.count(s.orders12m()))
                .fact(Messages.text("profile.past.of", formats.count(s.orders()))),
            new Stat(Messages.text("profile.past.revenue"), formats.money(s.revenue12m()))
                .fact(Messages.text("profile.past.of", formats.money(s.revenue()))),
            new Stat(Messages.text("profile.past.margin"), formats.money(s.margin12m()))
                .fact(Messages.text("profile.past.of", formats.money(s.margin()))),
            new Stat(
                    Messages.text("profile.stat.last-order"),
                    days == null
                        ? Messages.text("profile.stat.never")
                        : Messages.text("profile.stat.days", formats.count(days), days))
                .fact(
                    gap == null ? "" : Messages.text("profile.stat.usual", formats.number(gap, 0))),
            new Stat(Messages.text("profile.past.late"), formats.count(s.lateDeliveries60d())),
            new Stat(Messages.text("profile.past.tickets"), formats.count(s.openTickets())));
    Long points = s.points();
    if (points != null) {
      stats
          .getChildren()
          .add(new Stat(Messages.text("profile.past.points"), formats.count(points)));
    }
    return stats;
  }

  private Node scores(UnifiedContext then) {
    if (then.scores().isEmpty()) {
      return Nodes.label(Messages.text("profile.past.no-scores"), "muted");
    }
    FlowPane row = new FlowPane(32, 12);
    for (UnifiedContext.Score score : then.scores()) {
      Instant at = score.asOf();
      String on = at == null ? "" : formats.date(at);
      row.getChildren()
          .add(
              new Stat(Words.plain(score.model()), formats.score(score.score()))
                  .fact(
                      Stream.of(Objects.requireNonNullElse(score.version(), ""), on)
                          .filter(text -> !text.isEmpty())
                          .collect(Collectors.joining(", "))));
    }
    return row;
  }

  private static Optional<Node> consents(UnifiedContext then) {
    List<ConsentCell> cells = then.consents();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    List<String> purposes = cells.stream().map(ConsentCell::purpose).distinct().toList();
    List<String> channels = cells.stream().map(ConsentCell::channel).distinct().sorted().toList();
    Map<String, ConsentMatrix.State> states =
        cells.stream()
            .collect(
                Collectors.toMap(
                    cell -> cell.purpose() + "/" + cell.channel(), PastPane::state, (a, b) -> a));
    return Optional.of(
        new ConsentMatrix(
            Messages.text("profile.consents.purpose"),
            channels.stream().map(Words::channel).toList(),
            purposes.stream()
                .map(
                    purpose ->
                        new ConsentMatrix.Row(
                            Words.purpose(purpose),
                            channels.stream()
                                .map(
                                    channel ->
                                        states.getOrDefault(
                                            purpose + "/" + channel, ConsentMatrix.State.NOT_ASKED))
                                .toList()))
                .toList(),
            (y, x) -> {}));
  }

  private static ConsentMatrix.State state(ConsentCell cell) {
    return switch (cell.status()) {
      case YES -> ConsentMatrix.State.YES;
      case NO -> ConsentMatrix.State.NO;
      case NOT_ASKED -> ConsentMatrix.State.NOT_ASKED;
    };
  }

  private Node segments(UnifiedContext then) {
    VBox rows = new VBox(6);
    Map<String, String> names =
        model.current().map(ProfileModel.Opened::segmentNames).orElse(Map.of());
    for (SegmentSince segment : then.segments()) {
      @Nullable LocalDate since = segment.since();
      rows.getChildren()
          .add(
              Nodes.row(
                  8,
                  Icons.small("fth-pie-chart"),
                  Nodes.label(
                      names.getOrDefault(segment.segment(), Words.plain(segment.segment()))),
                  Nodes.spacer(),
                  Nodes.label(
                      since == null ? "" : formats.dateLong(since), "caption", "muted", "num")));
    }
    if (then.segments().isEmpty()) {
      rows.getChildren().add(Nodes.label(Messages.text("profile.segments.none"), "muted"));
    }
    return rows;
  }

  private static void section(VBox all, String key, Node content) {
    PaneHeader header = new PaneHeader(Messages.text(key));
    header.getStyleClass().add("second-header");
    VBox body = new VBox(content);
    if (!(content instanceof ConsentMatrix)) {
      body.getStyleClass().add("past-body");
    }
    all.getChildren().addAll(header, body);
  }
}
