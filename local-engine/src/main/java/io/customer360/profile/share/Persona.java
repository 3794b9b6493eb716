package io.customer360.profile.share;

import io.customer360.profile.UnifiedContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer frozen under a made-up name, to try policies and actions on: nothing in it tells who
/// he was, and nothing in it changes any more.
///
/// @param decided what was decided when it was saved, and from what; null in a file of the first
///     format, which kept the context alone
public record Persona(
    String name, Instant savedAt, UnifiedContext context, @Nullable PersonaDecision decided) {}
