package io.customer360.identity;

/// An identifier that was not used for matching. `kind` is `e-mail`, `phone` or `loyalty id`,
/// `reason` one of `blocked` (somebody said so), `placeholder`, `many records`, `many names`.
public record BlockedIdentifier(
    String kind, String value, String reason, long records, long distinctNames) {}
