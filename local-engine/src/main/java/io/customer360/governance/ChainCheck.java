package io.customer360.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.governance.VerifyReport.Tampering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks entries against the chain and, where it breaks, says what kind of change explains it.
///
/// The stored hashes tell the kinds apart: an edited entry keeps its links to both neighbours and
/// only its own text does not give its hash; after a deletion the link to the predecessor is to a
/// hash that no longer stands anywhere; after a swap it stands elsewhere; an inserted entry leaves
/// two entries with the same predecessor or the same number.
final class ChainCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<AuditEntry> entries;
  private final long expectedCount;
  private final String expectedHead;

  ChainCheck(List<AuditEntry> entries, long expectedCount, String expectedHead) {
    this.entries = entries;
    this.expectedCount = expectedCount;
    this.expectedHead = expectedHead;
  }

  VerifyReport run() {
    String previous = Hashes.ZERO;
    long expected = 1;
    for (int i = 0; i < entries.size(); i++) {
      AuditEntry entry = entries.get(i);
      boolean rightPlace = entry.seq() == expected && entry.previous().equals(previous);
      if (!rightPlace) {
        return misplaced(i, previous, expected);
      }
      if (!ownHash(entry)) {
        return bad(Tampering.EDITED, entry.seq(), previous, "was edited after it was written");
      }
      previous = entry.hash();
      expected++;
    }
    if (entries.size() < expectedCount) {
      return bad(
          Tampering.TRUNCATED,
          expected,
          previous,
          "is missing: the log ends before the " + expectedCount + " entries that were written");
    }
    if (entries.size() > expectedCount) {
      return bad(
          Tampering.INSERTED,
          expectedCount + 1,
          previous,
          "was added after the last entry that was written");
    }
    if (!previous.equals(expectedHead)) {
      return bad(
          Tampering.EDITED, Math.max(1, expected - 1), previous, "does not give the stored head");
    }
    return new VerifyReport(
        entries.size(),
        true,
        Tampering.NONE,
        0,
        entries.size() + " entries, each as written and in order.",
        previous);
  }

  private VerifyReport misplaced(int i, String previous, long expected) {
    AuditEntry entry = entries.get(i);
    Map<Long, Integer> numbers = new HashMap<>();
    Map<String, Integer> hashes = new HashMap<>();
    for (AuditEntry each : entries) {
      numbers.merge(each.seq(), 1, Integer::sum);
      hashes.merge(each.hash(), 1, Integer::sum);
    }
    boolean expectedStandsLater = numbers.containsKey(expected) && entry.seq() != expected;
    if (entry.seq() == expected) {
      // The right number, but linked to something else: a stranger with a made-up text, or the link
      // itself was changed.
      boolean copied = numbers.getOrDefault(expected, 0) > 1;
      return copied
          ? bad(Tampering.INSERTED, entry.seq(), previous, "was inserted")
          : bad(Tampering.EDITED, entry.seq(), previous, "was edited after it was written");
    }
    if (entry.seq() < expected || hashes.getOrDefault(entry.hash(), 0) > 1) {
      // Seen before: either a copy was put in, or an earlier entry was moved here.
      boolean twice = numbers.getOrDefault(entry.seq(), 0) > 1;
      return twice
          ? bad(Tampering.INSERTED, entry.seq(), previous, "stands in the log twice")
          : bad(Tampering.REORDERED, entry.seq(), previous, "stands in the wrong place");
    }
    if (expectedStandsLater) {
      return bad(Tampering.REORDERED, entry.seq(), previous, "stands before entry " + expected);
    }
    return bad(Tampering.DELETED, expected, previous, "was deleted");
  }

  private VerifyReport bad(Tampering kind, long seq, String head, String what) {
    return new VerifyReport(
        entries.size(), false, kind, seq, "Entry " + seq + " " + what + ".", head);
  }

  private static boolean ownHash(AuditEntry entry) {
    try {
      JsonNode json = JSON.readTree(entry.json());
      return json.path("seq").asLong(-1) == entry.seq()
          && CanonicalJson.of(json).equals(entry.json())
          && Hashes.chain(entry.previous(), entry.json()).equals(entry.hash());
    } catch (JsonProcessingException broken) {
      return false;
    }
  }
}
