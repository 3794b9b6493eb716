package io.customer360.profile.compare;

import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.ProfileStats;
import io.customer360.profile.ScoreView;
import io.customer360.profile.SegmentSince;
import io.customer360.profile.Trust;
import io.customer360.profile.ValueKind;
import io.customer360.profile.consent.ConsentCell;
import io.customer360.profile.consent.ConsentMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sets two profiles side by side: who they are, what they are worth, what the models say and why,
/// what they allowed, and which segments they share. A pure function of the two.
public final class Comparisons {
  private static final int REASONS = 3;
  private static final double APART = 0.1;

  private final ZoneId zone;
  private final Map<String, String> segmentNames;

  /// @param zone where a moment becomes a day
  /// @param segmentNames names of segments by id; an unknown one is shown as stored
  public Comparisons(ZoneId zone, Map<String, String> segmentNames) {
    this.zone = zone;
    this.segmentNames = Map.copyOf(segmentNames);
  }

  /// @param ties what holds the two together, in words
  public Comparison of(Profile left, Profile right, List<String> ties) {
    List<Comparison.Section> sections =
        List.of(
            new Comparison.Section("Who", who(left, right)),
            new Comparison.Section("Worth", worth(left, right)),
            new Comparison.Section("Scores", scores(left, right)),
            new Comparison.Section("Consents that differ", consents(left, right)),
            new Comparison.Section("Segments", segments(left, right)));
    return new Comparison(
        left.header(),
        right.header(),
        sections.stream().filter(section -> !section.rows().isEmpty()).toList(),
        ties);
  }

  private static List<Comparison.Row> who(Profile left, Profile right) {
    Sides<ProfileHeader> head = new Sides<>(left.header(), right.header());
    Sides<Trust> trust = new Sides<>(left.trust(), right.trust());
    return List.of(
        head.row("City", ValueKind.TEXT, ProfileHeader::city),
        head.row("Customer since", ValueKind.DATE, ProfileHeader::customerSince),
        head.row("Lifecycle", ValueKind.TEXT, header -> words(header.lifecycle())),
        head.row("Value", ValueKind.TEXT, header -> words(header.valueTier())),
        head.row("Loyalty tier", ValueKind.TEXT, ProfileHeader::tier),
        head.row("Source records", ValueKind.COUNT, header -> (long) header.sourceRecords()),
        trust.row("Trust score", ValueKind.NUMBER, Trust::trust));
  }

  private List<Comparison.Row> worth(Profile left, Profile right) {
    Sides<ProfileStats> stats = new Sides<>(left.stats(), right.stats());
    return List.of(
        stats.row("Revenue, 12 months", ValueKind.MONEY, ProfileStats::revenue12m),
        stats.row("Margin, 12 months", ValueKind.MONEY, ProfileStats::margin12m),
        stats.row("Margin at risk", ValueKind.MONEY, ProfileStats::atRisk),
        stats.row("Last order", ValueKind.DATE, figures -> day(figures.lastOrderAt())),
        stats.row("Days since order", ValueKind.COUNT, figures -> whole(figures.daysSinceOrder())),
        stats.row("Usual gap, days", ValueKind.COUNT, figures -> rounded(figures.usualGapDays())));
  }

  private @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : at.atZone(zone).toLocalDate();
  }

  private static @Nullable Long whole(@Nullable Integer value) {
    return value == null ? null : (Long) value.longValue();
  }

  private static @Nullable Long rounded(@Nullable Double value) {
    return value == null ? null : (Long) Math.round(value);
  }

  private static List<Comparison.Row> scores(Profile left, Profile right) {
    Map<String, String> labels = new TreeMap<>();
    for (Profile side : List.of(left, right)) {
      side.scores().forEach(score -> labels.put(score.model(), score.label()));
    }
    List<Comparison.Row> rows = new ArrayList<>();
    labels.forEach(
        (model, label) -> {
          Sides<Profile> sides = new Sides<>(left, right);
          rows.add(
              sides.row(
                  label,
                  ValueKind.NUMBER,
                  side -> side.score(model).map(ScoreView::score).orElse(null)));
          rows.add(
              sides.row(
                  label + ", because",
                  ValueKind.TEXT,
                  side -> side.score(model).map(Comparisons::reasons).orElse(null)));
        });
    return rows;
  }

  /// The strongest reasons with their sign: `2 late deliveries +0.27`.
  private static @Nullable String reasons(ScoreView score) {
    List<String> parts =
        score.contributions().stream()
            .filter(part -> !part.feature().equals("other"))
            .sorted(Comparator.comparingDouble(part -> -Math.abs(part.contribution())))
            .limit(REASONS)
            .map(
                part ->
                    part.label()
                        + String.format(
                            Locale.ROOT,
                            " %s%.2f",
                            part.contribution() < 0 ? "−" : "+",
                            Math.abs(part.contribution())))
            .toList();
    return parts.isEmpty() ? null : String.join("; ", parts);
  }

  private static List<Comparison.Row> consents(Profile left, Profile right) {
    ConsentMatrix all = left.consents();
    List<Comparison.Row> rows = new ArrayList<>();
    for (String purpose : all.purposes()) {
      for (String channel : all.channels()) {
        Sides<ConsentMatrix> sides = new Sides<>(left.consents(), right.consents());
        Comparison.Row row =
            sides.row(
                words(purpose) + ", " + words(channel),
                ValueKind.TEXT,
                matrix -> status(matrix, purpose, channel));
        if (row.differs()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static @Nullable String status(ConsentMatrix matrix, String purpose, String channel) {
    if (!matrix.purposes().contains(purpose) || !matrix.channels().contains(channel)) {
      return null;
    }
    ConsentCell cell = matrix.cell(purpose, channel);
    return cell.status().words();
  }

  private List<Comparison.Row> segments(Profile left, Profile right) {
    TreeSet<String> all = new TreeSet<>();
    for (Profile side : List.of(left, right)) {
      side.segments().forEach(segment -> all.add(segment.segment()));
    }
    return all.stream()
        .map(
            segment ->
                new Sides<>(left, right)
                    .row(
                        segmentNames.getOrDefault(segment, Objects.requireNonNull(words(segment))),
                        ValueKind.TEXT,
                        side -> membership(side, segment)))
        .toList();
  }

  private static String membership(Profile side, String segment) {
    return side.segments().stream()
        .filter(one -> one.segment().equals(segment))
        .findFirst()
        .map(SegmentSince::since)
        .map(since -> "member since " + since)
        .orElseGet(
            () ->
                side.segments().stream().anyMatch(one -> one.segment().equals(segment))
                    ? "member"
                    : "not a member");
  }

  /// `at-risk` as `At risk`.
  private static @Nullable String words(@Nullable String stored) {
    if (stored == null || stored.isBlank()) {
      return null;
    }
    if (stored.equals("sms")) {
      return "SMS";
    }
    String spaced = stored.replace('-', ' ').replace('_', ' ').strip();
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /// The same thing of both.
  private record Sides<T>(T left, T right) {
    Comparison.Row row(String label, ValueKind kind, Function<T, @Nullable Object> value) {
      Object one = value.apply(left);
      Object other = value.apply(right);
      return new Comparison.Row(label, one, other, kind, differs(one, other));
    }
  }

  private static boolean differs(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      double x = a.doubleValue();
      double y = b.doubleValue();
      return Math.abs(x - y) > APART * Math.max(Math.abs(x), Math.abs(y));
    }
    return !Objects.equals(one, other);
  }
}
