package io.customer360.studio.ui.catalog;

import io.customer360.studio.annotation.Annotation;
import io.customer360.studio.annotation.Standouts;
import io.customer360.studio.segment.SegmentHistory;
import io.customer360.studio.segment.VersionChanges;
import io.customer360.studio.ui.chart.AnnotationWords;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How a segment came to be what it is: what is unusual, its sizes, who came and went and why, and
/// its versions, each of which can be restored.
public final class LifePane {
  private final UiContext context;
  private final SegmentsModel model;
  private final IntConsumer restore;
  private final StackPane root = new StackPane();
  private boolean rules;

  /// @param restore takes the number of a version
  public LifePane(UiContext context, SegmentsModel model, IntConsumer restore) {
    this.context = context;
    this.model = model;
    this.restore = restore;
    model.life().subscribe(this::show);
  }

  /// Shows the conditions as well: where they are not on screen anyway.
  LifePane withRules() {
    rules = true;
    return this;
  }

  public Node root() {
    return root;
  }

  private void show(Load<SegmentsModel.Life> load) {
    if (load instanceof Load.Failed<SegmentsModel.Life>(var fault)) {
      root.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    SegmentsModel.Life life = load.value();
    root.setOpacity(load instanceof Load.Loading<?> && life != null ? 0.6 : 1);
    if (life != null) {
      root.getChildren().setAll(content(life));
    } else if (load instanceof Load.Loading<?>) {
      Skeleton skeleton = new Skeleton(16, 22, -1, -1, -1);
      skeleton.setPadding(new Insets(16));
      root.getChildren().setAll(skeleton);
    } else {
      root.getChildren().setAll();
    }
  }

  private Node content(SegmentsModel.Life life) {
    SegmentHistory.Story story = life.story();
    VBox box = new VBox(20);
    box.getStyleClass().add("life-pane");
    story
        .alarm()
        .ifPresent(
            words -> {
              HBox alarm =
                  Nodes.row(
                      8,
                      Icons.of("fth-alert-triangle", 14, "warning"),
                      Nodes.wrapped(Messages.text("studio.life.unusual", words), "warning"));
              alarm.getStyleClass().add("life-alarm");
              box.getChildren().add(alarm);
            });
    if (rules && !life.rules().isEmpty()) {
      box.getChildren().add(conditions(life.rules()));
    }
    if (!story.runs().isEmpty()) {
      box.getChildren().addAll(sizes(life), moves(story));
    } else {
      box.getChildren().add(Nodes.wrapped(Messages.text("studio.life.no-runs"), "muted"));
    }
    box.getChildren().add(versions(life));
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Messages.text("studio.versions"));
    return scroll;
  }

  private static VBox conditions(List<String> lines) {
    VBox box = new VBox(4, section("studio.rules", ""));
    for (String line : lines) {
      box.getChildren().add(Nodes.wrapped(line));
    }
    return box;
  }

  private VBox sizes(SegmentsModel.Life life) {
    SegmentHistory.Story story = life.story();
    Formats formats = context.formats();
    List<SegmentHistory.Run> runs = story.runs();
    SegmentHistory.Run last = runs.getFirst();
    List<Long> sizes = new ArrayList<>();
    runs.stream().limit(24).map(SegmentHistory.Run::customers).forEach(sizes::addFirst);
    String words =
        Messages.text(
            runs.size() == 1 ? "studio.life.sizes.one" : "studio.life.sizes",
            formats.count(last.customers()),
            formats.dateTime(last.asOf()),
            formats.count(runs.size()));
    VBox box = new VBox(6, section("studio.life.size", words));
    if (sizes.size() > 1) {
      box.getChildren().add(new TrendLine(sizes, words, 64).marks(marks(life)));
    }
    return box;
  }

  /// One mark for each stretch between two refreshes in which something stands out; it tells all
  /// that happened in it.
  private List<TrendLine.Mark> marks(SegmentsModel.Life life) {
    List<SegmentHistory.Run> runs = life.story().runs().reversed();
    List<Annotation> beside = life.annotations();
    List<TrendLine.Mark> marks = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      LocalDate from = day(runs.get(i - 1));
      LocalDate to = day(runs.get(i));
      boolean first = i == 1;
      String words =
          AnnotationWords.of(
              beside.stream()
                  .filter(one -> !one.day().isAfter(to))
                  .filter(one -> one.day().isAfter(from) || first && one.day().equals(from))
                  .toList(),
              context.formats());
      boolean marked =
          Standouts.of(beside).stream()
              .filter(one -> !one.day().isAfter(to))
              .anyMatch(one -> one.day().isAfter(from) || first && one.day().equals(from));
      if (marked) {
        marks.add(new TrendLine.Mark(i - 0.5, words));
      }
    }
    return marks;
  }

  private LocalDate day(SegmentHistory.Run run) {
    return LocalDate.ofInstant(run.asOf(), context.formats().zone());
  }

  private VBox moves(SegmentHistory.Story story) {
    Formats formats = context.formats();
    SegmentHistory.Run last = story.runs().getFirst();
    VBox box =
        new VBox(
            6,
            section(
                "studio.life.moves",
                story.runs().size() < 2 && story.moves().isEmpty()
                    ? Messages.text("studio.life.first")
                    : Messages.text("studio.life.stability", formats.score(story.stability()))));
    if (story.runs().size() > 1 || !story.moves().isEmpty()) {
      box.getChildren()
          .addAll(
              direction(story, "entered", last.entered()), direction(story, "left", last.left()));
    }
    return box;
  }

  private Node direction(SegmentHistory.Story story, String direction, long all) {
    Formats formats = context.formats();
    VBox box =
        new VBox(
            2,
            Nodes.label(
                Messages.text("studio.life." + direction, formats.count(all)), "medium", "num"));
    long most = story.moves().stream().mapToLong(SegmentHistory.Move::customers).max().orElse(1);
    for (SegmentHistory.Move move : story.moves()) {
      if (move.direction().equals(direction)) {
        box.getChildren().add(move(move, most));
      }
    }
    return box;
  }

  /// A reason in full, on as many lines as it takes, with how many it moved.
  private Node move(SegmentHistory.Move move, long most) {
    Label words = Nodes.wrapped(move.words());
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Meter meter = new Meter(56, 6, most == 0 ? 0 : (double) move.customers() / most);
    meter.setMinWidth(56);
    Label count = Nodes.label(context.formats().count(move.customers()), "num");
    count.setMinWidth(48);
    count.setAlignment(Pos.CENTER_RIGHT);
    HBox row = Nodes.row(10, words, meter, count);
    row.setMinHeight(26);
    return row;
  }

  private VBox versions(SegmentsModel.Life life) {
    List<SegmentHistory.Version> versions = life.story().versions();
    VBox box =
        new VBox(
            section(
                "studio.versions", versions.isEmpty() ? Messages.text("studio.life.by-hand") : ""));
    for (SegmentHistory.Version version : versions) {
      box.getChildren()
          .add(
              version(
                  version,
                  version.version() == life.version(),
                  life.changes().get(version.version())));
    }
    return box;
  }

  /// @param changes null of the first version
  private Node version(
      SegmentHistory.Version version, boolean now, @Nullable VersionChanges changes) {
    Formats formats = context.formats();
    Instant at = version.savedAt();
    String title = Messages.text("studio.state.saved", Integer.toString(version.version()));
    VBox words =
        new VBox(
            1,
            Nodes.label(now ? Messages.text("studio.life.now", title) : title, "medium", "num"),
            Nodes.label(
                Messages.text(
                    "studio.by-at", version.author(), at == null ? "" : formats.dateTime(at)),
                "caption",
                "muted"),
            Nodes.wrapped(
                Messages.text(
                    "studio.life.baseline",
                    formats.count(version.customers()),
                    formats.money(version.margin12m())),
                "caption",
                "muted",
                "num"));
    if (changes != null) {
      words.getChildren().add(changed(changes));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = Nodes.row(8, words);
    if (!now) {
      Button button =
          Nodes.button(
              Messages.text("studio.restore.button"),
              "fth-rotate-ccw",
              () -> restore.accept(version.version()),
              "small");
      button.setMinWidth(Button.USE_PREF_SIZE);
      button.setAccessibleText(
          Messages.text("studio.restore.version", Integer.toString(version.version())));
      line.getChildren().add(button);
    }
    line.getStyleClass().add("life-version");
    return line;
  }

  /// What came into the conditions and what went, against the version before.
  private static VBox changed(VersionChanges changes) {
    VBox box = new VBox(1);
    box.setPadding(new Insets(4, 0, 0, 0));
    changes
        .added()
        .forEach(
            line ->
                box.getChildren()
                    .add(Nodes.wrapped(Messages.text("studio.life.added", line), "caption")));
    changes
        .removed()
        .forEach(
            line ->
                box.getChildren()
                    .add(
                        Nodes.wrapped(
                            Messages.text("studio.life.removed", line), "caption", "muted")));
    if (box.getChildren().isEmpty()) {
      box.getChildren()
          .add(Nodes.label(Messages.text("studio.life.same-rules"), "caption", "muted"));
    }
    return box;
  }

  /// The fact goes below its title where both have no room on one line.
  private static FlowPane section(String key, String fact) {
    FlowPane line = new FlowPane(8, 0, Nodes.label(Messages.text(key), "strong"));
    if (!fact.isEmpty()) {
      line.getChildren().add(Nodes.label(fact, "muted", "num"));
    }
    return line;
  }
}
