package io.customer360.ui.profile;

import io.customer360.profile.timeline.JourneyStage;
import io.customer360.profile.timeline.WeekCount;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.StageBand;
import io.customer360.ui.control.WeekStrip;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The last year of a customer in two lines: events by week with a brush, and below it the stages
/// of the journey. Whatever is chosen here is what the timeline lists.
final class CourseStrip {
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

  private final Formats formats;
  private final ProfileModel model;
  private final VBox root = new VBox(4);
  private Course shown = new Course(List.of(), List.of(), List.of());
  private @Nullable WeekStrip bars;

  CourseStrip(UiContext context, ProfileModel model) {
    this.formats = context.formats();
    this.model = model;
    root.getStyleClass().add("timeline-weeks");
    model.opened().subscribe(load -> show());
  }

  Node root() {
    return root;
  }

  /// Chooses the whole year again, without asking the timeline to follow.
  void all() {
    WeekStrip strip = bars;
    if (strip != null) {
      strip.choose(0, shown.weeks().size() - 1);
    }
  }

  /// Makes the chosen span this much longer, keeping its end.
  void zoom(double factor) {
    WeekStrip strip = bars;
    if (strip == null) {
      return;
    }
    int last = shown.weeks().size() - 1;
    int[] chosen = strip.chosen();
    int first = chosen == null ? 0 : chosen[0];
    int end = chosen == null ? last : chosen[1];
    int length = Math.clamp(Math.round((end - first + 1) * factor), 1, last + 1);
    int from = Math.max(0, end - length + 1);
    strip.choose(from, Math.min(last, from + length - 1));
    chose(from, Math.min(last, from + length - 1));
  }

  private void show() {
    Course next = model.current().map(ProfileModel.Opened::course).orElse(null);
    if (next == null) {
      shown = new Course(List.of(), List.of(), List.of());
      root.getChildren().clear();
      return;
    }
    if (next.equals(shown) && !root.getChildren().isEmpty()) {
      return;
    }
    shown = next;
    List<WeekCount> weeks = next.weeks();
    if (weeks.isEmpty()) {
      root.getChildren().clear();
      return;
    }
    WeekStrip strip =
        new WeekStrip(
            weeks.stream().map(week -> new WeekStrip.Week(week.events(), week.bad() > 0)).toList(),
            List.of(
                SHORT_MONTH.format(weeks.getFirst().monday()),
                SHORT_MONTH.format(weeks.get(weeks.size() / 2).monday()),
                SHORT_MONTH.format(weeks.getLast().monday())));
    strip.onChoose(this::chose);
    bars = strip;
    root.getChildren().setAll(strip);
    if (!next.stages().isEmpty()) {
      root.getChildren().addAll(band(next), now(next));
    }
  }

  private void chose(int first, int last) {
    List<WeekCount> weeks = shown.weeks();
    boolean whole = first == 0 && last == weeks.size() - 1;
    model.filter(
        model
            .filter()
            .get()
            .between(
                whole ? null : start(weeks.get(first).monday()),
                whole ? null : start(weeks.get(last).monday().plusWeeks(1))));
  }

  /// As wide as the bars above: the days of the last week still to come count with its stage.
  private StageBand band(Course course) {
    Instant from = start(course.weeks().getFirst().monday());
    Instant until = start(course.weeks().getLast().monday().plusWeeks(1));
    double whole = Duration.between(from, until).toMillis();
    List<JourneyStage> stages = course.stages();
    List<StageBand.Stretch> stretches =
        stages.stream()
            .map(
                stage ->
                    new StageBand.Stretch(
                        Duration.between(
                                    stage.from(), stage == stages.getLast() ? until : stage.until())
                                .toMillis()
                            / whole,
                        stage.stage().words(),
                        hover(stage, stage == stages.getLast()),
                        "stage-" + stage.stage().name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .toList();
    return new StageBand(stretches, index -> choose(course, stages.get(index)));
  }

  /// `At risk since 7 Nov`: today's stage is often too short to carry its name.
  private Node now(Course course) {
    JourneyStage last = course.stages().getLast();
    HBox line = Nodes.row(0, Nodes.spacer(), Nodes.label(hover(last, true), "footnote", "muted"));
    Nodes.visible(line, course.stages().size() > 1);
    return line;
  }

  private String hover(JourneyStage stage, boolean now) {
    return Messages.text(
        now ? "profile.stage.now" : "profile.stage.then",
        stage.stage().words(),
        formats.date(stage.from()),
        formats.date(stage.until()));
  }

  private void choose(Course course, JourneyStage stage) {
    LocalDate monday = course.weeks().getFirst().monday();
    int most = course.weeks().size() - 1;
    int first = week(monday, stage.from(), most);
    int last = week(monday, stage.until().minusSeconds(1), most);
    WeekStrip strip = bars;
    if (strip != null) {
      strip.choose(first, last);
      chose(first, last);
    }
  }

  private int week(LocalDate monday, Instant at, int most) {
    long weeks = ChronoUnit.WEEKS.between(monday, at.atZone(formats.zone()).toLocalDate());
    return (int) Math.clamp(weeks, 0, most);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(formats.zone()).toInstant();
  }
}
