package io.customer360.job;

import java.time.Duration;

/// A moment of a job's life, for display.
///
/// @param id unique within its runner
/// @param name what the person asked for: `Refresh`
/// @param stage what is being done now, or the failure's plain words once FAILED
/// @param fraction 0 to 1, negative when unknown
public record JobStatus(
    long id, String name, String stage, double fraction, JobState state, Duration elapsed) {}
