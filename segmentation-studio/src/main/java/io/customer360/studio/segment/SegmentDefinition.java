package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;

/// A segment as a person wrote it.
///
/// @param id stable, lower case with hyphens; the file's name without `.yaml`
/// @param title as shown
/// @param description one sentence
/// @param where a condition over the columns of `gold.customer` and `churn_risk`, `buys_30d`; other
///     gold tables in subqueries
/// @param since an expression that gives the moment of entry; blank: the day it was first seen
/// @param order place in lists
public record SegmentDefinition(
    String id, String title, String description, String where, String since, int order) {
  public SegmentDefinition {
    if (!id.matches("[a-z0-9][a-z0-9-]*")) {
      throw WorkbenchException.user(
          "C360-SEG-001",
          "The segment " + id + " is named with other than lower-case letters, digits, hyphens.");
    }
    if (where.isBlank()) {
      throw WorkbenchException.user(
          "C360-SEG-002", "The segment " + id + " has no condition. Give it a 'where'.");
    }
  }
}
