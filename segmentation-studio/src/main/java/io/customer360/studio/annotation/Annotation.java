package io.customer360.studio.annotation;

import java.time.LocalDate;

/// One thing that happened on a day.
///
/// @param day in the workspace's time zone
/// @param title the campaign's name; for merges and splits who did it: a person, or `refresh`
/// @param channel of a campaign, else blank
/// @param people addressed by the campaign on the day, or how many customers were merged or split
public record Annotation(Kind kind, LocalDate day, String title, String channel, long people) {
  /// What it was.
  public enum Kind {
    /// Messages were sent.
    CAMPAIGN,
    /// Customers became one.
    MERGE,
    /// Customers became several.
    SPLIT
  }
}
