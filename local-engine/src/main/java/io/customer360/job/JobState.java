package io.customer360.job;

/// Where a job stands.
public enum JobState {
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
