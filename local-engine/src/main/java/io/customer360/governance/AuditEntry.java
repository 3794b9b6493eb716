package io.customer360.governance;

/// A written entry: its place, its canonical text and the two hashes (lower-case hex).
public record AuditEntry(long seq, String json, String previous, String hash) {}
