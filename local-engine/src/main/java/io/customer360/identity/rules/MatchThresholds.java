package io.customer360.identity.rules;

import io.customer360.fault.WorkbenchException;
import java.util.Map;

/// From which probability records are joined unasked, and from which a person is asked.
///
/// @param mergeFrom at or above it two records are one person, above `reviewFrom` and below 1
/// @param reviewFrom at or above it and below `mergeFrom` a person decides, above 0
public record MatchThresholds(double mergeFrom, double reviewFrom) {
  /// Joined at 0.95, asked from 0.20.
  public static final MatchThresholds DEFAULT = new MatchThresholds(0.95, 0.2);

  /// Settings of the workspace that change them.
  public static final String MERGE_SETTING = "identity.merge-from";

  /// See [#MERGE_SETTING].
  public static final String REVIEW_SETTING = "identity.review-from";

  /// Checks the ranges; a user error says what is wrong.
  public MatchThresholds {
    if (!(reviewFrom > 0 && reviewFrom < mergeFrom && mergeFrom < 1)) {
      throw WorkbenchException.user(
          "C360-IDN-021",
          "Thresholds lie between 0 and 1, review below merge; not review "
              + reviewFrom
              + " and merge "
              + mergeFrom
              + ".");
    }
  }

  /// As set in the workspace, else the defaults.
  public static MatchThresholds of(Map<String, String> settings) {
    return new MatchThresholds(
        number(settings, MERGE_SETTING, DEFAULT.mergeFrom),
        number(settings, REVIEW_SETTING, DEFAULT.reviewFrom));
  }

  private static double number(Map<String, String> settings, String name, double otherwise) {
    String text = settings.getOrDefault(name, "");
    if (text.isBlank()) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw WorkbenchException.user(
          "C360-IDN-022", "The setting " + name + " is no number: \"" + text + "\".");
    }
  }
}
