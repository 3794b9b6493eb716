package io.customer360.profile.share;

import io.customer360.profile.UnifiedContext;
import java.time.Instant;

/// A customer frozen under a made-up name, to try policies and actions on: nothing in `context`
/// tells who he was, and nothing in it changes any more.
public record Persona(String name, Instant savedAt, UnifiedContext context) {}
