package io.customer360.studio.sql;

import io.customer360.studio.rule.Rule;
import java.util.List;

/// A tree made of SQL.
///
/// @param rule in its normal form; parts that stay SQL are [Rule.Expression]s in it
/// @param unshown those parts; empty when everything is shown as rules
public record ParsedRule(Rule rule, List<Unshown> unshown) {
  public ParsedRule {
    unshown = List.copyOf(unshown);
  }
}
