package io.customer360.studio.segment;

import io.customer360.studio.rule.Rule;

/// What makes somebody a member.
public sealed interface SegmentSource {
  /// A rule tree.
  record Rules(Rule rule) implements SegmentSource {}

  /// SQL as a person wrote it: a condition over the columns of a customer, or a whole select.
  record Sql(String text) implements SegmentSource {}

  /// The people of a list, kept beside the segment's text.
  record StaticList() implements SegmentSource {}
}
