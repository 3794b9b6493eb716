package io.customer360.governance;

/// What checking the chain found.
///
/// @param entries how many were read
/// @param verified true when every entry, the order, the count and the head are as written
/// @param kind what kind of change, [Tampering#NONE] when verified
/// @param badSeq the first entry that is wrong, 0 when verified
/// @param plain one line for a person
/// @param head hash of the last good entry
public record VerifyReport(
    long entries, boolean verified, Tampering kind, long badSeq, String plain, String head) {

  /// How a log was changed.
  public enum Tampering {
    NONE,
    EDITED,
    INSERTED,
    DELETED,
    REORDERED,
    /// Entries are missing at the end: the stored count and head say so.
    TRUNCATED,
    /// Not the form of an audit entry at all.
    UNREADABLE
  }
}
