package io.customer360.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.governance.VerifyReport.Tampering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("audit.jsonl");
    List<AuditEntry> entries = new ArrayList<>();
    String previous = Hashes.ZERO;
    for (int seq = 1; seq <= 12; seq++) {
      String json =
          CanonicalJson.of(
              (Object) Map.of("seq", seq, "type", "decision.created", "subject", "D-" + seq));
      String hash = Hashes.chain(previous, json);
      entries.add(new AuditEntry(seq, json, previous, hash));
      previous = hash;
    }
    assertThat(AuditFile.write(file, entries::forEach, 12, previous)).isEqualTo(12);
  }

  @Test
  void verifiesWhatWasExported() {
    VerifyReport report = AuditLog.verifyFile(file);
    assertThat(report.verified()).isTrue();
    assertThat(report.entries()).isEqualTo(12);
  }

  @Test
  void namesAnEditedEntry() throws Exception {
    change(lines -> with(lines, 4, lines.get(4).replace("D-5", "D-6")));
    expect(Tampering.EDITED, 5);
  }

  @Test
  void namesAnEditedEntryWhoseHashWasMadeAnew() throws Exception {
    // The forger recomputes the entry's own hash; the next entry still points at the old one.
    change(
        lines -> {
          String json =
              CanonicalJson.of((Object) Map.of("seq", 5, "type", "x", "subject", "forged"));
          String previous =
              lines
                  .get(4)
                  .substring(lines.get(4).indexOf("previous") + 11, lines.get(4).length() - 2);
          String line =
              "{\"entry\":"
                  + json
                  + ",\"hash\":\""
                  + Hashes.chain(previous, json)
                  + "\",\"previous\":\""
                  + previous
                  + "\"}";
          return with(lines, 4, line);
        });
    VerifyReport report = AuditLog.verifyFile(file);
    assertThat(report.verified()).isFalse();
    assertThat(report.badSeq()).isBetween(5L, 6L);
  }

  @Test
  void namesADeletedEntry() throws Exception {
    change(
        lines -> {
          lines.remove(6);
          return lines;
        });
    expect(Tampering.DELETED, 7);
  }

  @Test
  void namesAnInsertedEntry() throws Exception {
    change(
        lines -> {
          lines.add(3, lines.get(2));
          return lines;
        });
    expect(Tampering.INSERTED, 3);
  }

  @Test
  void namesSwappedEntries() throws Exception {
    change(
        lines -> {
          String third = lines.remove(2);
          lines.add(3, third);
          return lines;
        });
    expect(Tampering.REORDERED, 4);
  }

  @Test
  void noticesMissingEntriesAtTheEnd() throws Exception {
    change(
        lines -> {
          lines.remove(11);
          return lines;
        });
    expect(Tampering.TRUNCATED, 12);
  }

  @Test
  void noticesAMissingAnchor() throws Exception {
    change(
        lines -> {
          lines.removeLast();
          return lines;
        });
    assertThat(AuditLog.verifyFile(file).kind()).isEqualTo(Tampering.TRUNCATED);
  }

  @Test
  void noticesEveryChangedByte() throws Exception {
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int i = 0; i < 600; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(good.length);
      bad[at] = (byte) (bad[at] ^ (1 << random.nextInt(7)));
      Files.write(file, bad);
      boolean lineFeedOnly = good[at] == '\n' && bad[at] == '\r';
      if (!lineFeedOnly) {
        assertThat(verified()).as("byte %d", at).isFalse();
      }
    }
  }

  private boolean verified() {
    try {
      return AuditLog.verifyFile(file).verified();
    } catch (io.customer360.fault.WorkbenchException unreadable) {
      return false;
    }
  }

  private void expect(Tampering kind, long seq) {
    VerifyReport report = AuditLog.verifyFile(file);
    assertThat(report.verified()).isFalse();
    assertThat(report.kind()).as(report.plain()).isEqualTo(kind);
    assertThat(report.badSeq()).as(report.plain()).isEqualTo(seq);
  }

  private static List<String> with(List<String> lines, int at, String line) {
    lines.set(at, line);
    return lines;
  }

  private void change(UnaryOperator<List<String>> work) throws Exception {
    List<String> lines = work.apply(new ArrayList<>(Files.readAllLines(file)));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
