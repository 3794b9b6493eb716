package io.customer360.ui.profile;

import io.customer360.profile.ScorePoint;
import io.customer360.profile.timeline.JourneyStage;
import io.customer360.profile.timeline.WeekCount;
import java.util.List;

/// How a customer's last year went.
///
/// @param weeks events of the 52 weeks, the oldest first
/// @param stages the same weeks as stages of the journey
/// @param scores by model and then the oldest first
public record Course(List<WeekCount> weeks, List<JourneyStage> stages, List<ScorePoint> scores) {
  /// The scores of one model, the oldest first.
  public List<ScorePoint> of(String model) {
    return scores.stream().filter(score -> score.model().equals(model)).toList();
  }
}
