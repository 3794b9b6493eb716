package io.customer360.workspace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.customer360.fault.WorkbenchException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a person may set, stored as `settings.json`.
///
/// @param version format of the workspace folder; written by the program, never by a person
/// @param name shown in titles
/// @param currency ISO 4217, for example `GBP`
/// @param zone IANA time zone in which the company thinks of days, for example `Europe/London`
/// @param clock what "today" is: `system`, `data` (the latest record) or `fixed:<instant>`
/// @param person who works here; signs approvals
/// @param theme `light`, `dark` or `system`
/// @param more settings of other areas by dotted name, for example `window.width`
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkspaceSettings(
    @JsonProperty("version") int version,
    @JsonProperty("name") String name,
    @JsonProperty("currency") String currency,
    @JsonProperty("zone") String zone,
    @JsonProperty("clock") String clock,
    @JsonProperty("person") String person,
    @JsonProperty("theme") String theme,
    @JsonProperty("more") Map<String, String> more) {

  /// The folder format this program writes.
  public static final int CURRENT_VERSION = 1;

  private static final String FIXED = "fixed:";

  public WorkspaceSettings {
    currency = currency.strip();
    if (!currency.matches("[A-Z]{3}")) {
      throw WorkbenchException.user(
          "C360-WSP-010", "Currency is three capital letters such as GBP, not '" + currency + "'.");
    }
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw WorkbenchException.user(
          "C360-WSP-011", "Unknown time zone '" + zone + "'. Use a name such as Europe/London.");
    }
    checkClock(clock);
    more = Collections.unmodifiableMap(new TreeMap<>(more));
  }

  /// Settings of a new workspace.
  public static WorkspaceSettings of(String name, String currency, String zone, String clock) {
    return new WorkspaceSettings(
        CURRENT_VERSION, name, currency, zone, clock, "", "system", Map.of());
  }

  private static void checkClock(String clock) {
    if (clock.equals("system") || clock.equals("data")) {
      return;
    }
    try {
      if (clock.startsWith(FIXED)) {
        Instant.parse(clock.substring(FIXED.length()));
        return;
      }
    } catch (DateTimeException wrong) {
      // falls through to the one message
    }
    throw WorkbenchException.user(
        "C360-WSP-012",
        "Clock is 'system', 'data' or 'fixed:2026-11-20T09:40:00Z', not '" + clock + "'.");
  }

  /// The fixed instant, when the clock is fixed.
  public Optional<Instant> fixedClock() {
    return clock.startsWith(FIXED)
        ? Optional.of(Instant.parse(clock.substring(FIXED.length())))
        : Optional.empty();
  }

  /// The day shown, when this is a workspace of the past.
  public Optional<Past> past() {
    return Past.read(more);
  }

  /// Settings of a workspace that shows a past day: its clock stands still there.
  public WorkspaceSettings withPast(Past past) {
    return past.written(withClock(FIXED + past.until()));
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  public WorkspaceSettings withVersion(int next) {
    return new WorkspaceSettings(next, name, currency, zone, clock, person, theme, more);
  }

  public WorkspaceSettings withName(String next) {
    return new WorkspaceSettings(version, next, currency, zone, clock, person, theme, more);
  }

  public WorkspaceSettings withClock(String next) {
    return new WorkspaceSettings(version, name, currency, zone, next, person, theme, more);
  }

  public WorkspaceSettings withPerson(String next) {
    return new WorkspaceSettings(version, name, currency, zone, clock, next, theme, more);
  }

  public WorkspaceSettings withTheme(String next) {
    return new WorkspaceSettings(version, name, currency, zone, clock, person, next, more);
  }

  /// Without a setting of some area: what is not set is as the program has it.
  public WorkspaceSettings without(String key) {
    Map<String, String> next = new TreeMap<>(more);
    next.remove(key);
    return new WorkspaceSettings(version, name, currency, zone, clock, person, theme, next);
  }

  /// With one more (or another) setting of some area.
  public WorkspaceSettings with(String key, String value) {
    Map<String, String> next = new TreeMap<>(more);
    next.put(key, value);
    return new WorkspaceSettings(version, name, currency, zone, clock, person, theme, next);
  }
}
