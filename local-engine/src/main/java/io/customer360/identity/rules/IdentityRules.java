package io.customer360.identity.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a company sets for matching. A change resolves everybody anew, records of long ago too.
///
/// @param thresholds from which probability records are joined, and a person is asked
/// @param protections what keeps people from being mixed
public record IdentityRules(MatchThresholds thresholds, Protections protections) {
  public static final IdentityRules DEFAULT =
      new IdentityRules(MatchThresholds.DEFAULT, Protections.DEFAULT);

  /// Every setting of the workspace that holds a part of them.
  public static final List<String> SETTINGS =
      List.of(
          MatchThresholds.MERGE_SETTING,
          MatchThresholds.REVIEW_SETTING,
          Protections.LIMIT,
          Protections.SHARED,
          Protections.BLOCKED,
          Protections.MOST_RECORDS,
          Protections.PRIORITY);

  /// As set in the workspace, else the defaults.
  public static IdentityRules of(Map<String, String> settings) {
    return new IdentityRules(MatchThresholds.of(settings), Protections.of(settings));
  }

  /// As the workspace keeps them.
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(MatchThresholds.MERGE_SETTING, String.valueOf(thresholds.mergeFrom()));
    settings.put(MatchThresholds.REVIEW_SETTING, String.valueOf(thresholds.reviewFrom()));
    settings.putAll(protections.settings());
    return settings;
  }

  public IdentityRules with(MatchThresholds other) {
    return new IdentityRules(other, protections);
  }

  public IdentityRules with(Protections other) {
    return new IdentityRules(thresholds, other);
  }
}
