package io.customer360.workspace;

import java.time.Instant;

/// Who has a workspace open.
public record LockHolder(String user, long pid, Instant since) {
  /// The processes' own words for it: `anna (process 4711, since 2026-11-20 09:40 UTC)`.
  String inWords() {
    String when = since.toString().replace('T', ' ');
    return user + " (process " + pid + ", since " + when.substring(0, 16) + " UTC)";
  }
}
