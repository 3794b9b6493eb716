package io.customer360.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of the golden record and where it came from. `others` are the values it was preferred
/// to; `rule` is in words (`2 of 3 agree`, `latest`).
public record GoldenField(
    String field,
    String label,
    String value,
    String source,
    String rule,
    @Nullable String sourcePersonId,
    @Nullable String file,
    @Nullable Long line,
    @Nullable Instant recordedAt,
    @Nullable Double trust,
    List<Other> others) {

  public record Other(String value, String source, @Nullable Instant recordedAt, String reason) {}
}
