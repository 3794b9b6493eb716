package io.customer360.workspace;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a workspace that shows a past day shows. It is made from another workspace, may be looked
/// at and asked, and sends nothing.
///
/// @param of name of the workspace it was made from
/// @param until the last moment whose facts are known in it
/// @param known what now was in that workspace: a row dated after `until` is no fault
/// @param stamp print of what it was made from
public record Past(String of, Instant until, Instant known, String stamp) {
  private static final String OF = "past.of";
  private static final String UNTIL = "past.until";
  private static final String KNOWN = "past.known";
  private static final String STAMP = "past.stamp";

  static Optional<Past> read(Map<String, String> more) {
    String until = more.get(UNTIL);
    return until == null
        ? Optional.empty()
        : Optional.of(
            new Past(
                more.getOrDefault(OF, ""),
                Instant.parse(until),
                Instant.parse(more.getOrDefault(KNOWN, until)),
                more.getOrDefault(STAMP, "")));
  }

  WorkspaceSettings written(WorkspaceSettings settings) {
    return settings
        .with(OF, of)
        .with(UNTIL, until.toString())
        .with(KNOWN, known.toString())
        .with(STAMP, stamp);
  }
}
