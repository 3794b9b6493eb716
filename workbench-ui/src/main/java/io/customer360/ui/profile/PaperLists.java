package io.customer360.ui.profile;

import io.customer360.profile.DecisionNote;
import io.customer360.profile.Profile;
import io.customer360.profile.consent.ConsentMatrix;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.ui.paper.Paper;
import io.customer360.ui.paper.PaperTable;
import io.customer360.ui.paper.PaperTable.Column;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tables of a profile on paper.
final class PaperLists {
  private static final double GAP = 12;
  private static final int DECISIONS = 8;
  private static final int ROWS_KEPT = 40;

  private final Paper paper;
  private final Formats formats;

  PaperLists(Paper paper, Formats formats) {
    this.paper = paper;
    this.formats = formats;
  }

  void consents(Profile profile) throws IOException {
    ConsentMatrix matrix = profile.consents();
    if (matrix.purposes().isEmpty()) {
      return;
    }
    heading(
        "profile.consents",
        Messages.text("profile.consents.fact", formats.count(matrix.records()), matrix.records()),
        matrix.purposes().size());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.strong(Messages.text("profile.consents.purpose"), 140));
    double each = (Paper.WIDTH - 140) / matrix.channels().size();
    matrix.channels().forEach(channel -> columns.add(Column.text(Words.channel(channel), each)));
    List<List<String>> rows = new ArrayList<>();
    for (String purpose : matrix.purposes()) {
      List<String> row = new ArrayList<>();
      row.add(Words.purpose(purpose));
      matrix.channels().forEach(channel -> row.add(matrix.cell(purpose, channel).status().words()));
      rows.add(row);
    }
    table(columns, rows);
  }

  void segments(Profile profile, Map<String, String> names) throws IOException {
    if (profile.segments().isEmpty()) {
      return;
    }
    heading("profile.segments", Messages.text("profile.segments.since"), profile.segments().size());
    table(
        List.of(
            Column.text(Messages.text("profile.segments"), 400),
            Column.figure(Messages.text("profile.segments.since"), 115)),
        profile.segments().stream()
            .map(
                segment -> {
                  LocalDate since = segment.since();
                  return List.of(
                      names.getOrDefault(segment.segment(), Words.plain(segment.segment())),
                      since == null ? "" : formats.dateLong(since));
                })
            .toList());
  }

  void decisions(Profile profile) throws IOException {
    if (profile.decisions().isEmpty()) {
      return;
    }
    heading(
        "profile.decisions",
        Messages.text("profile.decisions.fact"),
        Math.min(DECISIONS, profile.decisions().size()));
    table(
        List.of(
            Column.text(Messages.text("profile.paper.decision"), 250),
            Column.text(Messages.text("profile.paper.state"), 100),
            Column.figure(Messages.text("profile.paper.brought"), 80),
            Column.figure(Messages.text("profile.paper.when"), 85)),
        profile.decisions().stream().limit(DECISIONS).map(this::decision).toList());
  }

  private List<String> decision(DecisionNote note) {
    BigDecimal brought = note.outcome();
    return List.of(
        note.title(),
        Words.plain(note.state()),
        brought == null ? "" : formats.moneySigned(brought.doubleValue(), true),
        formats.date(note.at()));
  }

  void golden(Profile profile) throws IOException {
    if (profile.golden().isEmpty()) {
      return;
    }
    heading(
        "profile.golden",
        Messages.text(
            "profile.golden.records",
            formats.count(profile.records().size()),
            profile.records().size()),
        profile.golden().size());
    table(
        List.of(
            Column.text(Messages.text("profile.golden.field"), 90),
            Column.strong(Messages.text("profile.golden.value"), 190),
            Column.text(Messages.text("profile.golden.source"), 90),
            Column.text(Messages.text("profile.golden.rule"), 95),
            Column.figure(Messages.text("profile.golden.trust"), 50)),
        profile.golden().stream()
            .map(
                field -> {
                  Double trust = field.trust();
                  return List.of(
                      field.label(),
                      Words.golden(formats, field.field(), field.value()),
                      Words.source(field.source()),
                      field.rule(),
                      trust == null ? "" : formats.score(trust));
                })
            .toList());
  }

  void events(List<TimelineEntry> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    heading(
        "profile.timeline",
        Messages.text("profile.timeline.newest", formats.count(events.size())),
        events.size());
    table(
        List.of(
            Column.text(Messages.text("profile.paper.when"), 90),
            Column.strong(Messages.text("profile.paper.event"), 205),
            Column.text(Messages.text("profile.event.detail"), 150),
            Column.figure(Messages.text("profile.event.amount"), 70)),
        events.stream()
            .map(
                event -> {
                  String detail = event.detail();
                  BigDecimal amount = event.amount();
                  return List.of(
                      formats.dateTime(event.at()),
                      event.title(),
                      detail == null ? "" : detail,
                      amount == null ? "" : formats.moneyExact(amount));
                })
            .toList());
  }

  /// A table that fits on a page is not parted.
  private void heading(String key, String fact, int rows) throws IOException {
    paper.need(Math.min(ROWS_KEPT, rows + 1) * 15.0 + 20);
    paper.heading(Messages.text(key), fact, 0, Paper.WIDTH);
    paper.down(-5);
  }

  private void table(List<Column> columns, List<List<String>> rows) throws IOException {
    new PaperTable(columns, rows).write(paper, 0);
    paper.down(GAP);
  }
}
