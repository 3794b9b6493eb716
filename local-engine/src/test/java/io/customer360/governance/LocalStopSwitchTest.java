package io.customer360.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalStopSwitchTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");
  private static final Person MAYA = new Person("mh", "Maya Holt", Role.ADMINISTRATOR);

  @TempDir Path folder;
  private Workspace workspace;
  private Lakehouse lake;
  private AuditLog audit;

  @BeforeEach
  void open() {
    workspace =
        Workspace.create(
            folder.resolve("w.c360"), WorkspaceSettings.of("W", "GBP", "Europe/London", "system"));
    lake = Lakehouse.open(workspace, LakehouseParts.of(List.of(), List.of(new GovernanceSchema())));
    audit = new LocalAuditLog(lake);
  }

  @AfterEach
  void close() {
    lake.close();
    workspace.close();
  }

  @Test
  void holdsAfterARestartAndIsWrittenOnce() {
    LocalStopSwitch first = new LocalStopSwitch(lake, audit);
    first.stop(MAYA, NOW);
    first.stop(MAYA, NOW);
    assertThat(new LocalStopSwitch(lake, audit).stopped()).isTrue();
    first.resume(MAYA, NOW);
    first.resume(MAYA, NOW);
    assertThat(first.stopped()).isFalse();
    assertThat(new LocalStopSwitch(lake, audit).stopped()).isFalse();
    assertThat(audit.latest("", 10)).hasSize(2);
  }

  @Test
  void whoeverStopsWhileSomebodyResumesWins() throws Exception {
    LocalStopSwitch[] it = new LocalStopSwitch[1];
    Thread stopper = new Thread(() -> it[0].stop(MAYA, NOW));
    AuditLog watched =
        (AuditLog)
            Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(),
                new Class<?>[] {AuditLog.class},
                (proxy, method, arguments) -> {
                  if (arguments[1] instanceof AuditEvent event
                      && event.type().equals(AuditTypes.RESUMED)) {
                    stopper.start();
                    while (stopper.getState() != Thread.State.BLOCKED && stopper.isAlive()) {
                      Thread.onSpinWait();
                    }
                  }
                  try {
                    return method.invoke(audit, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    it[0] = new LocalStopSwitch(lake, watched);
    it[0].stop(MAYA, NOW);
    it[0].resume(MAYA, NOW);
    assertThat(it[0].stopped()).isTrue();
    stopper.join();
    assertThat(it[0].stopped()).isTrue();
    assertThat(new LocalStopSwitch(lake, audit).stopped()).isTrue();
  }
}
