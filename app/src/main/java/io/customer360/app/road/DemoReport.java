package io.customer360.app.road;

import java.util.Map;

/// What a demo did, measured against the sample's truth.
///
/// @param seconds by step, on the clock on the wall
/// @param cpuSeconds by step, of all threads: what the step costs on a machine others use too
/// @param pending how many proposals waited for a person when the agents were done
public record DemoReport(
    String workspace,
    long customers,
    long sourceRecords,
    long rows,
    Identity identity,
    Map<String, ModelQuality> models,
    DecisionCounts decisions,
    Approved approved,
    Delivered delivered,
    Audit audit,
    Replay replay,
    Map<String, Double> seconds,
    Map<String, Double> cpuSeconds) {

  /// Pairs of source records, against who they really are.
  public record Identity(double precision, double recall, double f1, long persons) {}

  /// @param auc on a later snapshot than the model learnt from
  /// @param aucBaseline of the rule "longest since the last order first"
  public record ModelQuality(
      double auc,
      double aucLow,
      double aucHigh,
      double aucBaseline,
      double brier,
      double calibrationError,
      int judged) {}

  public record DecisionCounts(int created, int auto, int pending, int blocked) {}

  /// @param left proposals a single person may not let go
  public record Approved(int approved, int left) {}

  /// @param sent intents their target took
  /// @param duplicates intents the receiver processed more than once
  /// @param bounced taken by the target, the person not reachable
  /// @param retried attempts that were made again
  public record Delivered(int sent, long duplicates, int failed, int bounced, int retried) {}

  public record Audit(long entries, boolean verified, String head) {}

  public record Replay(int decisions, int identical) {}
}
