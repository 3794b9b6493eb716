package io.customer360.app.command;

import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.profile.TimelineEntry;
import io.customer360.profile.UnifiedContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      "  workbench profile \"okafor leeds\""
    })
final class ProfileCommand extends WorkbenchCommand {
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

  @Override
  public Integer call() throws Exception {
    return withEngine((engine, progress) -> show(engine));
  }

  private int show(Engine engine) {
    String id = Customers.id(engine, who);
    ZoneId zone = ZoneId.of(engine.workspace().settings().zone());
    Optional<UnifiedContext> found;
    LocalDate day = asOf;
    if (day == null) {
      found = engine.profiles().context(id);
    } else {
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
        "%s  %s  %s",
        context.customerId(), plain(context.person().name()), plain(context.person().city()));
    out.line(
        "  %s, %s value, %s",
        plain(s.lifecycle()), plain(s.valueTier()), s.tier() == null ? "no tier" : s.tier());
    out.line(
        "  %d orders, revenue %s, last 12 months %s, margin %s",
        s.orders(), Text.of(s.revenue()), Text.of(s.revenue12m()), Text.of(s.margin12m()));
    if (s.daysSinceOrder() != null) {
      out.line("  last order %d days ago", s.daysSinceOrder());
    }
    context
        .scores()
        .forEach(
            score ->
                out.line(
                    "  %s %s (%s)",
                    score.model(), Text.decimal(score.score(), 2), plain(score.version())));
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

  private static String plain(@Nullable String value) {
    return value == null ? "" : value;
  }
}
