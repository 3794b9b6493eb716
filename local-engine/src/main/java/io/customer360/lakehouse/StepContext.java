package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.time.Instant;

/// What a step may know beside its tables.
///
/// @param asOf "today" for the data; nothing later may reach a row
/// @param seed of anything random
public record StepContext(Instant asOf, long seed, Workspace workspace, Progress progress) {}
