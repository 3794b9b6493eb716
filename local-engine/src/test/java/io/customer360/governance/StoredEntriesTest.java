package io.customer360.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.governance.VerifyReport.Tampering;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that is read three entries at a time.
class StoredEntriesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");

  @TempDir Path folder;
  private Workspace workspace;
  private Lakehouse lake;
  private LocalAuditLog log;

  @BeforeEach
  void open() {
    workspace =
        Workspace.create(
            folder.resolve("a.c360"),
            WorkspaceSettings.of("T", "GBP", "Europe/London", "fixed:" + NOW));
    lake = Lakehouse.open(workspace, LakehouseParts.of(List.of(), List.of(new GovernanceSchema())));
    log = new LocalAuditLog(lake, 3);
  }

  @AfterEach
  void close() {
    lake.close();
    workspace.close();
  }

  private void append(int entries) {
    lake.write(
        c -> {
          for (int i = 0; i < entries; i++) {
            log.append(c, new AuditEvent("test", NOW, "mh", "D-" + i, Map.of("n", i)));
          }
          return entries;
        });
  }

  private VerifyReport after(String sql) {
    lake.write(c -> Rows.update(c, sql));
    return log.verify();
  }

  @Test
  void everyPageIsReadAndNothingTwice() {
    for (int entries : new int[] {0, 3, 1, 5}) {
      append(entries);
      VerifyReport report = log.verify();
      assertThat(report.verified()).as(report.plain()).isTrue();
    }
    assertThat(log.verify().entries()).isEqualTo(9);
    Path file = folder.resolve("log.jsonl");
    assertThat(log.exportTo(file)).isEqualTo(9);
    assertThat(AuditLog.verifyFile(file).verified()).isTrue();
    assertThat(AuditLog.verifyFile(file).entries()).isEqualTo(9);
  }

  @Test
  void aChangeOnALaterPageIsFound() {
    append(10);
    VerifyReport report =
        after("update ops.audit set json = replace(json, 'D-7', 'D-8') where seq = 8");
    assertThat(report.kind()).isEqualTo(Tampering.EDITED);
    assertThat(report.badSeq()).isEqualTo(8);
    assertThat(report.entries()).isEqualTo(10);
  }

  @Test
  void aCopyAcrossTwoPagesIsFound() {
    append(10);
    VerifyReport report = after("insert into ops.audit select * from ops.audit where seq = 3");
    assertThat(report.kind()).isEqualTo(Tampering.INSERTED);
    assertThat(report.badSeq()).isEqualTo(3);
    assertThat(report.entries()).isEqualTo(11);
  }

  @Test
  void anEntryThatIsGoneIsNamedAndAnEntryWithoutANumberIsNoHidingPlace() {
    append(10);
    assertThat(after("delete from ops.audit where seq = 6").kind()).isEqualTo(Tampering.DELETED);
    append(1);
    VerifyReport report = after("update ops.audit set seq = null where seq = 9");
    assertThat(report.verified()).isFalse();
    assertThat(report.entries()).isEqualTo(10);
  }
}
