package io.customer360.ui.profile;

import io.customer360.model.ScoreExplanation;
import io.customer360.profile.ScorePoint;
import io.customer360.profile.timeline.JourneyStage;
import io.customer360.profile.timeline.WeekCount;
import io.customer360.ui.paper.Ink;
import io.customer360.ui.paper.Paper;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The pictures of a profile on paper: the year and the scores with their reasons.
final class PaperCharts {
  private static final double BARS = 34;

  private final Paper paper;
  private final Formats formats;

  PaperCharts(Paper paper, Formats formats) {
    this.paper = paper;
    this.formats = formats;
  }

  /// Events by week as bars, those with bad news in red, and the stages below them.
  void year(Course course) throws IOException {
    List<WeekCount> weeks = course.weeks();
    if (weeks.isEmpty()) {
      return;
    }
    int events = weeks.stream().mapToInt(WeekCount::events).sum();
    paper.heading(
        Messages.text("profile.paper.year"),
        Messages.text("profile.timeline.events", formats.count(events), events),
        0,
        Paper.WIDTH);
    int most = Math.max(1, weeks.stream().mapToInt(WeekCount::events).max().orElse(1));
    double step = Paper.WIDTH / weeks.size();
    for (int i = 0; i < weeks.size(); i++) {
      WeekCount week = weeks.get(i);
      double height = Math.max(0.7, BARS * week.events() / most);
      paper.box(i * step, BARS - height, step - 1.5, height, week.bad() > 0 ? Ink.BAD : Ink.QUIET);
    }
    paper.down(BARS + 4);
    stages(course);
    paper.put(formats.month(weeks.getFirst().monday()), 0, 8, 7.5, false, Ink.MUTED);
    paper.putRight(formats.month(weeks.getLast().monday()), Paper.WIDTH, 8, 7.5, false, Ink.MUTED);
    paper.down(22);
  }

  private void stages(Course course) throws IOException {
    List<JourneyStage> stages = course.stages();
    if (stages.isEmpty()) {
      return;
    }
    Instant from = stages.getFirst().from();
    double whole = Duration.between(from, stages.getLast().until()).toMillis();
    for (JourneyStage stage : stages) {
      double x = Paper.WIDTH * Duration.between(from, stage.from()).toMillis() / whole;
      double width = Paper.WIDTH * Duration.between(stage.from(), stage.until()).toMillis() / whole;
      paper.box(x, 0, Math.max(0.5, width - 0.7), 13, wash(stage.stage()));
      String words = stage.stage().words();
      if (paper.width(words, 7.5, false) + 6 < width) {
        paper.put(words, x + 3, 9.2, 7.5, false, Ink.TEXT);
      }
    }
    paper.down(15);
  }

  private static Ink wash(JourneyStage.Stage stage) {
    return switch (stage) {
      case PROSPECT -> Ink.FAINT;
      case NEW -> Ink.ACCENT_WASH;
      case ACTIVE -> Ink.GOOD_WASH;
      case AT_RISK -> Ink.WARN_WASH;
      case CHURNED -> Ink.BAD_WASH;
    };
  }

  /// The first score with its reasons, the strongest first, and what it was before.
  void scores(ProfileModel.Opened opened, double x, double width) throws IOException {
    if (opened.reasons().isEmpty()) {
      paper.heading(Messages.text("profile.scores"), "", x, width);
      paper.wrapped(Messages.text("profile.scores.none-words"), x, width, 8.5, Ink.MUTED);
      return;
    }
    ScoreExplanation reason = opened.reasons().values().iterator().next();
    paper.heading(reason.label(), reason.model() + " " + reason.version(), x, width);
    double label = width * 0.56;
    double room = width - label - 40;
    double least = Math.min(reason.base(), reason.score());
    double most = Math.max(reason.base(), reason.score());
    double at = reason.base();
    for (var part : reason.contributions()) {
      at += part.contribution();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    double low = Math.min(0, least);
    double scale = room / Math.max(1e-9, most - low);
    row(Messages.text("profile.scores.average"), formats.score(reason.base()), x, width, false);
    paper.box(x + label + (0 - low) * scale, -11, reason.base() * scale, 7, Ink.GREY);
    double reached = reason.base();
    for (var part : reason.contributions()) {
      double end = reached + part.contribution();
      row(part.label(), formats.signed(part.printed(), 2), x, width, false);
      paper.box(
          x + label + (Math.min(reached, end) - low) * scale,
          -11,
          Math.max(0.7, Math.abs(part.contribution()) * scale),
          7,
          part.contribution() > 0 ? Ink.RUST : Ink.BLUE);
      reached = end;
    }
    paper.rule(x, 0, width, Ink.LINE);
    row(reason.label(), formats.score(reason.score()), x, width, true);
    paper.box(x + label + (0 - low) * scale, -11, reason.score() * scale, 7, Ink.GREY);
    List<ScorePoint> past = opened.course().of(reason.model());
    if (past.size() > 1) {
      StringBuilder words = new StringBuilder();
      past.forEach(
          point ->
              words
                  .append(words.isEmpty() ? "" : ", ")
                  .append(formats.date(point.at()))
                  .append(' ')
                  .append(formats.score(point.score())));
      paper.down(4);
      paper.wrapped(words.toString(), x, width, 7.5, Ink.MUTED);
    }
  }

  private void row(String label, String value, double x, double width, boolean strong)
      throws IOException {
    paper.putFitted(label, x, 10.5, width * 0.54, 8.5, strong, Ink.TEXT);
    paper.putRight(value, x + width, 10.5, 8.5, strong, Ink.TEXT);
    paper.down(15);
  }
}
