package io.customer360.studio.ui.activate;

import io.customer360.lakehouse.ExportFormat;
import io.customer360.studio.activate.ActivationOrder;
import io.customer360.studio.activate.ActivationReport;
import io.customer360.studio.desk.Activations;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks where a segment goes, shows how many may be addressed and why the others may not, and sends
/// it on its way. Nothing is queued before its button, which names the number, is pressed.
public final class ActivationSheet {
  private static final List<String> CHANNELS = List.of("email", "sms", "post", "call", "push");
  private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);

  private final UiContext context;
  private final Formats formats;
  private final ActivationModel model;
  private final Function<String, Optional<Path>> saveAs;
  private final VBox card = new VBox(16);
  private final Sheet sheet = new Sheet(card);
  private final VBox body = new VBox(14);
  private final HBox buttons = Nodes.row(8);
  private final ReachView reach;
  private final Segmented ways =
      new Segmented(
          Messages.text("studio.activate"),
          Messages.text("studio.way.send"),
          Messages.text("studio.way.file"),
          Messages.text("studio.way.members"));
  private ActivationModel.@Nullable Opened opened;
  private boolean queued;

  /// @param saveAs asks where to write a file, given a first name for it
  public ActivationSheet(
      UiContext context, ActivationModel model, Function<String, Optional<Path>> saveAs) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.saveAs = saveAs;
    reach = new ReachView(formats);
    card.getStyleClass().add("activation-card");
    card.setMaxSize(640, Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    Nodes.named(card, AccessibleRole.DIALOG, Messages.text("studio.activate"));
    ways.selectedProperty().addListener((o, before, now) -> fill());
    model.order().addListener((o, before, now) -> fill());
    model.reach().subscribe(load -> answer());
  }

  /// Opens over the window once the members are written.
  public void show(Scene scene, SegmentDefinition segment) {
    model.open(
        segment,
        ready -> {
          opened = ready;
          queued = false;
          ways.select(0);
          fill();
          sheet.show(scene);
          card.lookupAll(".chip").stream().findFirst().ifPresent(Node::requestFocus);
        },
        context.notifier()::failed);
  }

  private void fill() {
    ActivationModel.Opened now = opened;
    if (now == null) {
      return;
    }
    SegmentDefinition segment = now.segment();
    body.getChildren().clear();
    switch (ways.selected()) {
      case 0 -> body.getChildren().setAll(orders(now), along(now), reach);
      case 1 ->
          body.getChildren()
              .setAll(
                  Nodes.wrapped(
                      Messages.text("studio.way.file.words", formats.count(now.members())),
                      "muted"),
                  along(now));
      default ->
          body.getChildren()
              .setAll(
                  Nodes.wrapped(
                      Messages.text("studio.way.members.words", formats.count(now.members())),
                      "muted"));
    }
    card.getChildren()
        .setAll(
            new VBox(
                2,
                Nodes.label(Messages.text("studio.activate.title", segment.title()), "title"),
                Nodes.label(
                    Messages.text(
                        "studio.activate.fact",
                        Integer.toString(segment.version()),
                        formats.count(now.members())),
                    "caption",
                    "muted",
                    "num")),
            ways,
            body,
            buttons);
    answer();
  }

  private HBox orders(ActivationModel.Opened now) {
    ActivationOrder order = model.order().get();
    SegmentDefinition segment = now.segment();
    return Nodes.row(
        8,
        Chip.editable(
            Messages.text("studio.order.target"),
            order.target(),
            order.target(),
            now.choices().targets().stream().map(name -> new Chip.Choice(name, name)).toList(),
            name -> set(segment, name, order.channel(), order.purpose(), order.days())),
        Chip.editable(
            Messages.text("studio.order.channel"),
            Messages.text("studio.reach.channel." + order.channel()),
            order.channel(),
            CHANNELS.stream()
                .map(one -> new Chip.Choice(one, Messages.text("studio.reach.channel." + one)))
                .toList(),
            channel -> set(segment, order.target(), channel, order.purpose(), order.days())),
        Chip.editable(
            Messages.text("studio.order.purpose"),
            order.purpose(),
            order.purpose(),
            now.choices().purposes().stream().map(one -> new Chip.Choice(one, one)).toList(),
            purpose -> set(segment, order.target(), order.channel(), purpose, order.days())),
        Chip.editable(
            Messages.text("studio.order.days"),
            days(order.days()),
            Integer.toString(order.days()),
            DAYS.stream().map(one -> new Chip.Choice(Integer.toString(one), days(one))).toList(),
            days ->
                set(
                    segment,
                    order.target(),
                    order.channel(),
                    order.purpose(),
                    Integer.parseInt(days))));
  }

  private static String days(int days) {
    return Messages.text(days == 1 ? "studio.order.day" : "studio.n-days", Integer.toString(days));
  }

  private void set(
      SegmentDefinition segment, String target, String channel, String purpose, int days) {
    model.order(
        segment,
        new ActivationOrder(target, channel, purpose, model.order().get().columns(), days));
  }

  private VBox along(ActivationModel.Opened now) {
    FlowPane flow = new FlowPane(6, 6);
    List<String> columns = model.order().get().columns();
    for (Activations.Column column : now.choices().columns()) {
      if (columns.contains(column.name())) {
        Chip chip =
            Chip.filter(
                "fth-x", column.title(), () -> model.column(now.segment(), column.name(), false));
        chip.setAccessibleText(Messages.text("studio.order.without", column.title()));
        flow.getChildren().add(chip.on(true));
      }
    }
    List<Chip.Choice> free =
        now.choices().columns().stream()
            .filter(column -> !columns.contains(column.name()))
            .filter(column -> column.kept().isEmpty())
            .map(column -> new Chip.Choice(column.name(), column.title()))
            .toList();
    flow.getChildren()
        .add(
            Chip.editable(
                "",
                Messages.text("studio.order.add"),
                "",
                free,
                name -> model.column(now.segment(), name, true)));
    String kept =
        now.choices().columns().stream()
            .filter(column -> column.kept().isPresent())
            .map(Activations.Column::title)
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    VBox box =
        new VBox(6, Nodes.label(Messages.text("studio.order.along"), "caption", "muted"), flow);
    if (!kept.isEmpty()) {
      box.getChildren()
          .add(
              Nodes.row(
                  6,
                  Icons.of("fth-lock", 13, "muted"),
                  Nodes.label(Messages.text("studio.order.kept", kept), "caption", "muted")));
    }
    return box;
  }

  private void answer() {
    reach.show(model.reach().get());
    ActivationModel.Opened now = opened;
    if (now == null) {
      return;
    }
    buttons.getChildren().setAll(Nodes.spacer());
    Button close =
        Nodes.button(
            Messages.text(queued ? "studio.close" : "studio.cancel"), sheet::hide, "large");
    switch (ways.selected()) {
      case 0 -> buttons.getChildren().addAll(close, queued ? deliver() : queue(now));
      case 1 -> {
        buttons.getChildren().add(close);
        for (ExportFormat format :
            List.of(ExportFormat.CSV, ExportFormat.PARQUET, ExportFormat.ARROW)) {
          buttons.getChildren().add(export(now, format));
        }
      }
      default ->
          buttons
              .getChildren()
              .add(Nodes.button(Messages.text("studio.close"), sheet::hide, "accent", "large"));
    }
  }

  private Button queue(ActivationModel.Opened now) {
    ActivationReport report =
        model.reach().get() instanceof Load.Ready<ActivationReport>(var ready) ? ready : null;
    long allowed = report == null ? 0 : report.allowed();
    Button button =
        Nodes.button(
            Messages.text("studio.queue.button", formats.count(allowed)),
            "fth-send",
            () -> model.queue(now.segment(), this::queued, context.notifier()::failed),
            "accent",
            "large");
    button.setDisable(allowed == 0);
    return button;
  }

  private void queued(ActivationReport report) {
    queued = true;
    ActivationModel.Opened now = opened;
    context
        .notifier()
        .done(Messages.text("studio.queued", formats.count(report.queued()), report.target()));
    context.refresh().run();
    if (now != null) {
      model.ask(now.segment());
    }
    answer();
  }

  private Button deliver() {
    return Nodes.button(
        Messages.text("studio.deliver.button"),
        "fth-send",
        () ->
            model.deliver(
                delivered -> {
                  context
                      .notifier()
                      .done(
                          Messages.text(
                              "studio.delivered",
                              formats.count(delivered.sent()),
                              formats.count(delivered.bounced()),
                              formats.count(delivered.failed())));
                  context.refresh().run();
                  sheet.hide();
                },
                context.notifier()::failed),
        "accent",
        "large");
  }

  private Button export(ActivationModel.Opened now, ExportFormat format) {
    String ending = format.name().toLowerCase(java.util.Locale.ROOT);
    return Nodes.button(
        Messages.text("studio.export.as." + ending),
        () ->
            saveAs
                .apply(now.segment().id() + "." + ending)
                .ifPresent(
                    file ->
                        model.export(
                            now.segment(),
                            format,
                            file,
                            report -> {
                              context
                                  .notifier()
                                  .done(
                                      Messages.text(
                                          "studio.exported",
                                          formats.count(report.rows()),
                                          report.file().toString()));
                              sheet.hide();
                            },
                            context.notifier()::failed)),
        format == ExportFormat.CSV ? "accent" : "default",
        "large");
  }
}
