package io.customer360.app.command.customer;

import io.customer360.app.console.Customers;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.profile.ScorePoint;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.ui.profile.ProfileExport;
import io.customer360.ui.profile.ProfileFaces;
import io.customer360.ui.text.Formats;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench profile ID`.
@Command(
    name = "profile",
    description = "One customer: statistics, last events, scores, consents, segments, trust.",
    footer = {
      "",
      "Example:",
      "  workbench profile C-004711 --json",
      "  workbench profile C-004711 --compare C-004712",
      "  workbench profile C-004711 --pdf okafor.pdf --masked",
      "  workbench profile \"okafor leeds\""
    })
public final class ProfileCommand extends WorkbenchCommand {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  @Parameters(
      paramLabel = "ID",
      description = "A customer id (C-004711 or 4711), or words to search for.")
  private String who = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "What could be known at the end of that day, 2026-10-01.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description = "Set another customer beside this one, line by line.")
  private @Nullable String other;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "Write a page to hand over as PDF instead of printing.")
  private @Nullable Path pdf;

  @Option(
      names = "--masked",
      description = "Cover names, addresses and numbers in what is written: with --json or --pdf.")
  private boolean masked;

  @Override
  public Integer call() throws Exception {
    refuseMixtures();
    return withEngine((engine, progress) -> run(engine));
  }

  private void refuseMixtures() {
    if (asOf != null && (other != null || pdf != null || masked)) {
      throw WorkbenchException.user(
          "C360-CLI-012", "--as-of prints only: leave out --compare, --pdf and --masked.");
    }
    if (other != null && (pdf != null || masked)) {
      throw WorkbenchException.user(
          "C360-CLI-013", "--compare prints only: leave out --pdf and --masked.");
    }
    if (masked && pdf == null && !output().json()) {
      throw WorkbenchException.user("C360-CLI-014", "--masked needs --json or --pdf FILE.");
    }
  }

  private int run(Engine engine) {
    Path file = pdf;
    String second = other;
    if (second != null) {
      return new ProfileComparisonText(output())
          .print(engine, Customers.id(engine, who), Customers.id(engine, second));
    }
    if (file != null) {
      Path written = export(engine).writePdf(Customers.id(engine, who), masked, file);
      if (output().json()) {
        output().document(Map.of("pdf", written.toString(), "masked", masked));
      } else {
        output().line("Written to %s%s", written, masked ? ", masked" : "");
      }
      return 0;
    }
    if (masked) {
      output().raw(export(engine).json(Customers.id(engine, who), true));
      return 0;
    }
    return show(engine);
  }

  private static ProfileExport export(Engine engine) {
    WorkspaceSettings settings = engine.workspace().settings();
    return new ProfileExport(
        new ProfileFaces(
            engine.profiles(),
            engine.models(),
            engine.decisions(),
            engine.households(),
            engine.personas(),
            settings.name(),
            Map::of),
        Formats.british(settings.currency(), settings.zone(), engine.lakehouse().asOf()),
        settings.name());
  }

  private int show(Engine engine) {
    String id = Customers.id(engine, who);
    ZoneId zone = ZoneId.of(engine.workspace().settings().zone());
    Optional<UnifiedContext> found;
    LocalDate day = asOf;
    if (day == null) {
      found = engine.profiles().context(id);
    } else {
      LocalDate today = engine.lakehouse().asOf().atZone(zone).toLocalDate();
      if (day.isAfter(today)) {
        throw WorkbenchException.user(
            "C360-CLI-015",
            "--as-of "
                + day
                + " is after today, "
                + today
                + ": nothing is known of it. Give today or a day before.");
      }
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
      found = engine.profiles().context(id, end);
    }
    UnifiedContext context =
        found.orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-CLI-002",
                    id
                        + (day == null
                            ? " is not a customer of this workspace."
                            : " was not known on " + day + ".")));
    Output out = output();
    if (out.json()) {
      out.raw(context.toJson());
      return 0;
    }
    UnifiedContext.Statistics s = context.statistics();
    out.line(
        "%s",
        Stream.of(context.customerId(), context.person().name(), context.person().city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("  ")));
    out.line(
        "  %s, %s value, %s",
        plain(s.lifecycle()), plain(s.valueTier()), s.tier() == null ? "no tier" : s.tier());
    out.line(
        "  %s, revenue %s, last 12 months %s, margin %s",
        Text.count(s.orders(), "order"),
        Text.of(s.revenue()),
        Text.of(s.revenue12m()),
        Text.of(s.margin12m()));
    if (s.daysSinceOrder() != null) {
      out.line("  last order %s ago", Text.count(s.daysSinceOrder(), "day"));
    }
    context
        .scores()
        .forEach(
            score ->
                out.line(
                    "  %s %s (%s)%s",
                    score.model(),
                    Text.decimal(score.score(), 2),
                    plain(score.version()),
                    day == null ? trend(engine, context.customerId(), score.model(), zone) : ""));
    if (context.trust() != null) {
      out.line("  trust %s", Text.decimal(context.trust().trust(), 2));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (TimelineEntry entry : context.events().reversed()) {
      rows.add(
          List.of(
              TIME.format(entry.at().atZone(zone)),
              entry.domain(),
              entry.title(),
              entry.detail() == null ? "" : entry.detail()));
    }
    out.table(List.of("when", "domain", "what", "detail"), rows);
    return 0;
  }

  /// `, 0.05 on 23 Oct, 0.17 on 6 Nov`: what the model in use says of the days before.
  private static String trend(Engine engine, String id, String model, ZoneId zone) {
    List<ScorePoint> past =
        engine.profiles().scoreHistory(id).stream()
            .filter(point -> point.model().equals(model))
            .toList();
    StringBuilder words = new StringBuilder();
    for (ScorePoint point : past.subList(0, Math.max(0, past.size() - 1))) {
      words
          .append(", ")
          .append(Text.decimal(point.score(), 2))
          .append(" on ")
          .append(DAY.format(point.at().atZone(zone)));
    }
    return words.toString();
  }

  private static String plain(@Nullable String value) {
    return value == null ? "" : value;
  }
}
