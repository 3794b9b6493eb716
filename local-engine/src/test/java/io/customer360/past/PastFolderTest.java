package io.customer360.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.decision.AgentRunRequest;
import io.customer360.engine.Engine;
import io.customer360.engine.EngineExtras;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.NewIntent;
import io.customer360.profile.UnifiedContext;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shop of three customers, looked at as of a day between their orders.
class PastFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

  @TempDir static Path folder;
  private static Engine today;
  private static Engine past;

  @BeforeAll
  static void open() throws IOException {
    WorkspaceSettings settings =
        WorkspaceSettings.of("shop", "GBP", "Europe/London", "fixed:" + NOW);
    today = Engine.open(Workspace.create(folder.resolve("shop.c360"), settings), EngineExtras.NONE);
    load(
        "people.csv",
        """
        customer_id,first_name,last_name,email,created_at
        w1,Ada,Moss,ada.moss@example.com,2025-01-10 10:00:00
        w2,Ben,Hill,ben.hill@example.com,2025-02-11 11:00:00
        w3,Cy,Lake,cy.lake@example.com,2026-10-05 12:00:00
        """);
    load(
        "orders.csv",
        """
        order_id,line_no,email,ordered_at,sku,product_name,quantity,unit_price
        A1,1,ada.moss@example.com,2026-08-01 10:00:00,SK-1,Tent,1,120.00
        A2,1,ada.moss@example.com,2026-09-30 23:30:00,SK-2,Mat,2,30.00
        A3,1,ada.moss@example.com,2026-10-01 00:30:00,SK-2,Mat,1,30.00
        A4,1,ben.hill@example.com,2026-09-20 09:00:00,SK-3,Stove,1,45.00
        A5,1,cy.lake@example.com,2026-10-06 09:00:00,SK-3,Stove,1,45.00
        """);
    load(
        "shipments.csv",
        """
        order_id,carrier,shipped_at,promised_at,delivered_at
        A2,Swift,2026-10-01 08:00:00,2026-10-02 18:00:00,2026-10-08 12:00:00
        A4,Swift,2026-09-21 08:00:00,2026-09-23 18:00:00,2026-09-22 12:00:00
        A1,Swift,2026-09-29 08:00:00,2026-09-29 18:00:00,2026-10-08 12:00:00
        """);
    today.refresh(RefreshRequest.stale(), Progress.NONE);
    Path there = folder.resolve("past.c360");
    new PastFolder(today.workspace(), today.lakehouse()).lay(there, DAY, Progress.NONE);
    past = Engine.open(Workspace.open(there), EngineExtras.NONE);
    PastFolder.settle(past.workspace(), past.lakehouse());
    past.refresh(new RefreshRequest(true, RefreshRequest.SEED), Progress.NONE);
  }

  @AfterAll
  static void close() {
    past.close();
    today.close();
  }

  private static void load(String name, String text) throws IOException {
    load(today, name, text);
  }

  private static void load(Engine into, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    into.ingest().load(file, into.ingest().preview(file).suggested(), Progress.NONE);
  }

  @Test
  void nothingLaterThanTheDayIsKnown() {
    // Files without a zone are read in the workspace's: 23:59 in London is 22:59 in UTC.
    assertThat(past.lakehouse().asOf()).isEqualTo("2026-09-30T22:59:59.999Z");
    assertThat(list(past, "select order_id from gold.orders order by 1"))
        .containsExactly("A1", "A2", "A4");
    assertThat(list(past, "select first_name from gold.customer order by 1"))
        .containsExactly("Ada", "Ben");
    assertThat(list(past, "select order_id from gold.shipment order by 1"))
        .containsExactly("A1", "A4");
  }

  @Test
  void aParcelOnItsWayHasNotArrivedYet() {
    assertThat(list(past, "select order_id from gold.shipment where delivered_at is null"))
        .containsExactly("A1");
    assertThat(
            list(past, "select kind from gold.timeline where ref = 'A1' and domain = 'delivery'"))
        .containsExactly("overdue");
  }

  @Test
  void customersKeepTheirIdsAndWhatThePastOfTodaySaysOfThem() {
    String ada = id(today, "Ada");
    assertThat(id(past, "Ada")).isEqualTo(ada);
    UnifiedContext then = past.profiles().context(ada).orElseThrow();
    UnifiedContext seenFromToday =
        today.profiles().context(ada, past.lakehouse().asOf()).orElseThrow();
    assertThat(then.statistics().orders()).isEqualTo(2);
    assertThat(then.statistics().orders()).isEqualTo(seenFromToday.statistics().orders());
    assertThat(then.statistics().revenue())
        .isEqualByComparingTo(seenFromToday.statistics().revenue());
    assertThat(then.statistics().lastOrderAt()).isEqualTo(seenFromToday.statistics().lastOrderAt());
    // Seen from today a parcel that came later is left out; in the past it is overdue.
    assertThat(then.events()).containsAll(seenFromToday.events()).hasSize(3);
  }

  @Test
  void nothingIsProposedOrSentFromIt() {
    assertThat(past.stopSwitch().stopped()).isTrue();
    assertThatThrownBy(() -> past.stopSwitch().resume(past.person(), NOW))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("shows a past day")
        .hasMessageContaining("shop.c360");
    assertThatThrownBy(() -> past.decisions().runAgents(AgentRunRequest.ALL, Progress.NONE))
        .hasMessageContaining("shows a past day");
    assertThatThrownBy(() -> new PastFolder(past.workspace(), past.lakehouse()).until(DAY))
        .hasMessageContaining("past day already");
  }

  @Test
  void nothingIsImportedIntoItOrQueuedInIt() {
    long landed = past.ingest().landings().size();
    assertThatThrownBy(() -> load(past, "more.csv", "order_id,email\nA9,ada.moss@example.com\n"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("Do so in shop.c360");
    assertThatThrownBy(() -> past.ingest().discard(List.of(1L), "old"))
        .hasMessageContaining("Do so in shop.c360");
    assertThat(past.ingest().landings()).hasSize((int) landed);
    NewIntent intent =
        new NewIntent(
            "k1",
            "d1",
            id(past, "Ada"),
            "call",
            "message",
            "email",
            "marketing",
            "studio",
            "file",
            "{}",
            BigDecimal.ZERO,
            NOW,
            NOW,
            NOW.plusSeconds(60));
    assertThatThrownBy(() -> past.lakehouse().write(write -> past.outbox().enqueue(write, intent)))
        .hasMessageContaining("Work in shop.c360");
    assertThat(today.lakehouse().<Long>write(write -> today.outbox().enqueue(write, intent)))
        .isPositive();
  }

  @Test
  void onlyDaysGoneByCanBeShown() {
    PastFolder folder = new PastFolder(today.workspace(), today.lakehouse());
    assertThatThrownBy(() -> folder.until(LocalDate.of(2026, 11, 20)))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("2026-11-20 is not past");
    assertThatThrownBy(() -> folder.until(LocalDate.of(2019, 1, 1)))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("the data start on 2026-08-01");
  }

  @Test
  void thePrintChangesWithWhatItIsMadeFrom() throws IOException {
    PastFolder folder = new PastFolder(today.workspace(), today.lakehouse());
    String before = folder.stamp(DAY);
    assertThat(folder.stamp(DAY)).isEqualTo(before);
    assertThat(folder.stamp(DAY.minusDays(1))).isNotEqualTo(before);
    Files.writeString(today.workspace().segments().resolve("big.yaml"), "where: orders >= 5\n");
    assertThat(folder.stamp(DAY)).isNotEqualTo(before);
  }

  private static String id(Engine engine, String name) {
    return list(engine, "select customer_id from gold.customer where first_name = '" + name + "'")
        .getFirst();
  }

  private static List<String> list(Engine engine, String sql) {
    return engine.lakehouse().read(c -> Rows.list(c, sql, row -> row.getString(1)));
  }
}
