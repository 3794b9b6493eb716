package io.customer360.lakehouse;

import io.customer360.workspace.WorkspaceSettings;
import java.time.Instant;

/// What a build depends on beside tables.
record Inputs(Instant asOf, long seed, WorkspaceSettings settings) {}
