package io.customer360.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.governance.VerifyReport.Tampering;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks entries against the chain as they pass by and, where it breaks, says what kind of change
/// explains it. Holds one entry at a time, however long the log is.
///
/// The stored hashes tell the kinds apart: an edited entry keeps its links to both neighbours and
/// only its own text does not give its hash; after a deletion the link to the predecessor is to a
/// hash that no longer stands anywhere; after a swap it stands elsewhere; an inserted entry leaves
/// two entries with the same predecessor or the same number. What stands elsewhere is looked for in
/// a second pass, which only a broken log takes.
final class ChainCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Goes over all entries in their order, each time it is called.
  @FunctionalInterface
  interface Entries<E extends Exception> {
    void each(Consumer<AuditEntry> sink) throws E;
  }

  private long read;
  private String previous = Hashes.ZERO;
  private String last = Hashes.ZERO;
  private long expected = 1;
  private @Nullable AuditEntry misplaced;
  private @Nullable AuditEntry edited;

  /// The next entry.
  void accept(AuditEntry entry) {
    read++;
    last = entry.hash();
    if (misplaced != null || edited != null) {
      return;
    }
    if (entry.seq() != expected || !entry.previous().equals(previous)) {
      misplaced = entry;
    } else if (!ownHash(entry)) {
      edited = entry;
    } else {
      previous = entry.hash();
      expected++;
    }
  }

  /// How many entries were read.
  long read() {
    return read;
  }

  /// The hash that stands in the entry read last.
  String last() {
    return last;
  }

  /// What all the entries come to.
  ///
  /// @param again all of them once more, read only where one stands in a wrong place
  <E extends Exception> VerifyReport finish(
      long expectedCount, String expectedHead, Entries<E> again) throws E {
    Optional<AuditEntry> wrong = Optional.ofNullable(misplaced);
    if (wrong.isPresent()) {
      return misplaced(wrong.get(), again);
    }
    if (edited != null) {
      return bad(Tampering.EDITED, edited.seq(), "was edited after it was written");
    }
    if (read < expectedCount) {
      return bad(
          Tampering.TRUNCATED,
          expected,
          "is missing: the log ends before the " + expectedCount + " entries that were written");
    }
    if (read > expectedCount) {
      return bad(
          Tampering.INSERTED, expectedCount + 1, "was added after the last entry that was written");
    }
    if (!previous.equals(expectedHead)) {
      return bad(Tampering.EDITED, Math.max(1, expected - 1), "does not give the stored head");
    }
    return new VerifyReport(
        read, true, Tampering.NONE, 0, read + " entries, each as written and in order.", previous);
  }

  private <E extends Exception> VerifyReport misplaced(AuditEntry entry, Entries<E> again)
      throws E {
    long[] standing = new long[3];
    again.each(
        each -> {
          standing[0] += each.seq() == expected ? 1 : 0;
          standing[1] += each.seq() == entry.seq() ? 1 : 0;
          standing[2] += each.hash().equals(entry.hash()) ? 1 : 0;
        });
    long ofExpected = standing[0];
    long ofNumber = standing[1];
    long ofHash = standing[2];
    if (entry.seq() == expected) {
      // The right number, but linked to something else: a stranger with a made-up text, or the link
      // itself was changed.
      return ofExpected > 1
          ? bad(Tampering.INSERTED, entry.seq(), "was inserted")
          : bad(Tampering.EDITED, entry.seq(), "was edited after it was written");
    }
    if (entry.seq() < expected || ofHash > 1) {
      // Seen before: either a copy was put in, or an earlier entry was moved here.
      return ofNumber > 1
          ? bad(Tampering.INSERTED, entry.seq(), "stands in the log twice")
          : bad(Tampering.REORDERED, entry.seq(), "stands in the wrong place");
    }
    if (ofExpected > 0) {
      return bad(Tampering.REORDERED, entry.seq(), "stands before entry " + expected);
    }
    return bad(Tampering.DELETED, expected, "was deleted");
  }

  private VerifyReport bad(Tampering kind, long seq, String what) {
    return new VerifyReport(read, false, kind, seq, "Entry " + seq + " " + what + ".", previous);
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
