package io.customer360.ui.profile;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.identity.household.Household;
import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ProfileStats;
import io.customer360.profile.Trust;
import io.customer360.profile.share.Mask;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.ui.paper.Ink;
import io.customer360.ui.paper.Paper;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A customer on paper, as a consultant would hand him over.
final class ProfilePaper {
  private static final double GAP = 14;

  private final Formats formats;
  private final String workspace;
  private final ProfileModel.Opened opened;
  private final Profile profile;
  private final List<TimelineEntry> events;
  private final NextAction next;
  private final boolean masked;
  private final Mask mask;

  ProfilePaper(
      Formats formats,
      String workspace,
      ProfileModel.Opened opened,
      List<TimelineEntry> events,
      NextAction next,
      boolean masked) {
    this.formats = formats;
    this.workspace = workspace;
    this.opened = opened;
    this.mask = Mask.of(opened.profile());
    this.profile = masked ? mask.apply(opened.profile()) : opened.profile();
    this.events = masked ? events.stream().map(mask::apply).toList() : events;
    this.next = next;
    this.masked = masked;
  }

  void write(OutputStream out) throws IOException {
    try (Paper paper =
        new Paper(profile.header().name() + ", " + profile.header().customerId(), profile.asOf())) {
      head(paper);
      stats(paper);
      PaperCharts charts = new PaperCharts(paper, formats);
      charts.year(opened.course());
      double top = paper.here();
      double half = (Paper.WIDTH - 2 * GAP) / 2;
      charts.scores(opened, 0, half);
      double left = paper.here();
      paper.back(top);
      action(paper, half + 2 * GAP, half);
      paper.back(Math.min(left, paper.here()));
      paper.down(GAP);
      PaperLists lists = new PaperLists(paper, formats);
      lists.consents(profile);
      lists.segments(profile, opened.segmentNames());
      lists.decisions(profile);
      lists.golden(profile);
      lists.events(events);
      paper.finish(foot(), Messages.text("profile.paper.missing"), out);
    }
  }

  private String foot() {
    return Messages.text(
        masked ? "profile.paper.foot-masked" : "profile.paper.foot",
        workspace,
        formats.dateTime(profile.asOf()));
  }

  private void head(Paper paper) throws IOException {
    ProfileHeader header = profile.header();
    paper.disc(22, 20, 22, Ink.FAINT);
    double width = paper.width(header.initials(), 14, true);
    paper.put(header.initials(), 22 - width / 2, 25, 14, true, Ink.TEXT);
    paper.putFitted(header.name(), 58, 14, Paper.WIDTH - 58, 18, true, Ink.TEXT);
    LocalDate since = header.customerSince();
    String tier = header.valueTier();
    String lifecycle = header.lifecycle();
    String facts =
        Stream.of(
                header.customerId(),
                header.city(),
                since == null ? null : Messages.text("profile.head.since", formats.month(since)),
                lifecycle == null ? null : Words.lower(lifecycle),
                tier == null ? null : Words.lower(Messages.text("profile.value-tier." + tier)),
                header.tier())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    paper.putFitted(facts, 58, 30, Paper.WIDTH - 58, 9, false, Ink.MUTED);
    paper.putFitted(belongs(header), 58, 43, Paper.WIDTH - 58, 9, false, Ink.MUTED);
    paper.down(60);
  }

  private String belongs(ProfileHeader header) {
    List<String> parts = new ArrayList<>();
    Optional<Household> household = opened.household();
    household.ifPresent(
        home ->
            parts.add(
                Messages.text(
                    masked || home.name() == null
                        ? "profile.household.nameless"
                        : "profile.household.named",
                    home.name() == null ? "" : home.name(),
                    formats.count(home.members().size()))));
    parts.add(
        Messages.text(
            "profile.head.made-of",
            formats.count(header.sourceRecords()),
            header.sourceRecords(),
            formats.count(header.segments()),
            header.segments()));
    return String.join(", ", parts);
  }

  private void stats(Paper paper) throws IOException {
    ProfileStats stats = profile.stats();
    Trust trust = profile.trust();
    Double churn = stats.churnRisk();
    Double before = stats.churnBefore();
    LocalDate on = stats.churnBeforeOn();
    Integer days = stats.daysSinceOrder();
    String unknown = Messages.text("profile.unknown");
    String change =
        churn == null || before == null || on == null
            ? ""
            : Messages.text(
                churn - before > 0.005
                    ? "profile.stat.up"
                    : churn - before < -0.005 ? "profile.stat.down" : "profile.stat.same",
                formats.score(before),
                formats.date(on));
    Double usual = stats.usualGapDays();
    String[][] cells = {
      {
        Messages.text("profile.stat.churn"),
        churn == null ? unknown : formats.score(churn),
        churn == null ? Messages.text("profile.stat.no-score") : change
      },
      {
        Messages.text("profile.stat.margin"),
        formats.money(stats.margin12m()),
        Messages.text("profile.stat.revenue", formats.money(stats.revenue12m()))
      },
      {
        Messages.text("profile.stat.at-risk"),
        stats.atRisk() == null ? unknown : formats.money(stats.atRisk()),
        opened
            .rank()
            .map(
                rank ->
                    Messages.text(
                        "profile.stat.rank",
                        formats.count(rank.position()),
                        formats.count(rank.total()),
                        Words.lower(rank.list())))
            .orElse("")
      },
      {
        Messages.text("profile.stat.last-order"),
        days == null
            ? Messages.text("profile.stat.never")
            : Messages.text("profile.stat.days", formats.count(days), days),
        usual == null ? "" : Messages.text("profile.stat.usual", formats.number(usual, 0))
      },
      {
        Messages.text("profile.trust"),
        formats.score(trust.trust()),
        Stream.of(trust.reliability(), trust.freshness(), trust.agreement(), trust.completeness())
            .map(formats::score)
            .collect(Collectors.joining(" × "))
      }
    };
    paper.box(0, 0, Paper.WIDTH, 50, Ink.WASH);
    // the parts of the trust score need more room than the rest
    double[] widths = {98, 104, 100, 88, 125};
    double x = 8;
    for (int i = 0; i < cells.length; i++) {
      double step = widths[i];
      paper.putFitted(cells[i][0], x, 13, step - 10, 8, false, Ink.MUTED);
      paper.putFitted(cells[i][1], x, 29, step - 10, 13.5, true, Ink.TEXT);
      paper.putFitted(cells[i][2], x, 42, step - 10, 7.5, false, Ink.MUTED);
      x += step;
    }
    paper.down(50 + GAP);
  }

  private void action(Paper paper, double x, double width) throws IOException {
    Decision decision = next.decision();
    paper.heading(
        Messages.text("profile.action"),
        Messages.text(
            "profile.action.passed",
            formats.count(decision.funnel().all()),
            formats.count(decision.options().size()),
            decision.options().size()),
        x,
        width);
    Optional<RankedOption> best = decision.best();
    if (best.isEmpty()) {
      paper.wrapped(Messages.text("profile.action.none"), x, width, 10, Ink.TEXT);
      paper.wrapped(Messages.text("profile.action.none-words"), x, width, 8.5, Ink.MUTED);
      return;
    }
    RankedOption option = best.get();
    paper.putFitted(option.name(), x, 11, width - 50, 11, true, Ink.TEXT);
    paper.putRight(
        formats.number(option.priority().doubleValue(), 2), x + width, 11, 11, true, Ink.TEXT);
    paper.down(16);
    paper.put(Messages.text("profile.action.priority"), x + width - 28, 8, 8, false, Ink.MUTED);
    paper.putFitted(option.detail(), x, 8, width - 40, 8.5, false, Ink.MUTED);
    paper.down(16);
    String why =
        masked ? Objects.requireNonNullElse(mask.text(decision.why()), "") : decision.why();
    paper.wrapped(why, x, width, 9, Ink.TEXT);
    paper.down(6);
    paper.wrapped(
        Messages.text(next.waiting() ? "profile.paper.waiting" : "profile.action.preview"),
        x,
        width,
        8.5,
        Ink.MUTED);
  }
}
