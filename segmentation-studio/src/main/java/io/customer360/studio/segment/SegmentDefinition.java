package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A segment as a person wrote it.
///
/// @param id stable, lower case with hyphens; the file's name without `.yaml`
/// @param title as shown
/// @param description one sentence
/// @param source what makes somebody a member
/// @param since a SQL expression that gives the moment of entry; blank: the day it was first seen
/// @param order place in lists
/// @param version counted up by every saved change, from 1
/// @param author who saved it last; blank for a text written by hand
/// @param updated when it was saved last; null for a text written by hand
/// @param retired kept for its history; it has no members any more
/// @param schedule how often its members are found anew
public record SegmentDefinition(
    String id,
    String title,
    String description,
    SegmentSource source,
    String since,
    int order,
    int version,
    String author,
    @Nullable Instant updated,
    boolean retired,
    Schedule schedule) {
  public SegmentDefinition {
    if (!id.matches("[a-z0-9][a-z0-9-]*")) {
      throw WorkbenchException.user(
          "C360-SEG-001",
          "The segment " + id + " is named with other than lower-case letters, digits, hyphens.");
    }
  }

  /// A new segment.
  public static SegmentDefinition of(
      String id, String title, String description, SegmentSource source) {
    return new SegmentDefinition(
        id,
        title.isBlank() ? titled(id) : title,
        description,
        source,
        "",
        100,
        1,
        "",
        null,
        false,
        Schedule.ALWAYS);
  }

  private static String titled(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
  }

  /// As the next version, by somebody at a moment.
  public SegmentDefinition saved(int next, String by, Instant at) {
    return new SegmentDefinition(
        id, title, description, source, since, order, next, by, at, retired, schedule);
  }

  public SegmentDefinition with(SegmentSource next) {
    return new SegmentDefinition(
        id, title, description, next, since, order, version, author, updated, retired, schedule);
  }

  public SegmentDefinition titled(String nextTitle, String nextDescription) {
    return new SegmentDefinition(
        id,
        nextTitle,
        nextDescription,
        source,
        since,
        order,
        version,
        author,
        updated,
        retired,
        schedule);
  }

  public SegmentDefinition retired(boolean now) {
    return new SegmentDefinition(
        id, title, description, source, since, order, version, author, updated, now, schedule);
  }

  public SegmentDefinition scheduled(Schedule next) {
    return new SegmentDefinition(
        id, title, description, source, since, order, version, author, updated, retired, next);
  }
}
