package io.customer360.governance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The append-only log: `h(i) = SHA-256(h(i-1) || JCS(e(i)))`, the first previous hash being 32
/// zero bytes. Thread contract: appends happen inside a lakehouse write, of which there is one at a
/// time.
public interface AuditLog {
  /// Writes the event as a part of the caller's transaction: it is there exactly when that commits.
  AuditEntry append(Connection write, AuditEvent event) throws SQLException;

  /// As [#append], for many, in order.
  List<AuditEntry> appendAll(Connection write, List<AuditEvent> events) throws SQLException;

  /// Recomputes the chain of this workspace and compares count and head with the stored anchor.
  VerifyReport verify();

  /// The latest entries about a subject, newest first; of every subject when it is blank.
  List<AuditEntry> latest(String subject, int limit);

  /// Writes every entry and the anchor as JSON lines that verify without the workspace; returns how
  /// many entries were written.
  long exportTo(Path file);

  /// Checks an exported file; needs nothing but the file.
  static VerifyReport verifyFile(Path file) {
    return AuditFile.verify(file);
  }
}
