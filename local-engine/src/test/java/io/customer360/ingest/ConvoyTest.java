package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several files at once are what they are one after the other.
class ConvoyTest {
  private static final String EVENTS =
      """
      version: 1
      name: app-event
      dataset: event
      source: app
      file: {format: jsonl}
      columns:
        event_id: id
        source_key: user.key
        occurred_at: at
        event_type: type
      """;

  @TempDir Path folder;
  private IngestFixture lake;

  @BeforeEach
  void open() {
    lake = IngestFixture.create(folder);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private FileToLoad orders(String name, String rows) {
    return new FileToLoad(
        lake.file(name, IngestFixture.ORDERS_HEADER + rows),
        lake.ingest.parseMapping(IngestFixture.ORDERS));
  }

  @Test
  void aFileLooksForItsDuplicatesInThoseBeforeIt() {
    FileToLoad first =
        orders("a.csv", "1,A,2026-01-01,2,3.00,GBP,x\n2,B,2026-01-02,1,4.00,GBP,y\n");
    FileToLoad second =
        orders("b.csv", "2,B,2026-01-02,1,4.00,GBP,y\n3,C,2026-01-03,1,5.00,GBP,z\n");
    FileToLoad again = new FileToLoad(first.file(), first.mapping());

    List<ImportReport> reports = lake.ingest.loadAll(List.of(first, second, again), Progress.NONE);

    assertThat(reports).extracting(ImportReport::file).containsExactly("a.csv", "b.csv", "a.csv");
    assertThat(reports).extracting(ImportReport::accepted).startsWith(2L, 1L);
    assertThat(reports.get(1).duplicates()).isEqualTo(1);
    assertThat(reports.get(2).unchanged()).isTrue();
    assertThat(lake.rows("select order_id, _file from bronze.transaction order by 1"))
        .containsExactly("1|a.csv", "2|a.csv", "3|b.csv");
  }

  @Test
  void theFirstThatCannotBeLandedEndsItAndLeavesThoseBeforeIt() {
    FileToLoad good = orders("good.csv", "1,A,2026-01-01,2,3.00,GBP,x\n");
    FileToLoad broken =
        new FileToLoad(
            lake.file("broken.csv", "something,else\n1,2\n"),
            lake.ingest.parseMapping(IngestFixture.ORDERS));
    FileToLoad never = orders("never.csv", "9,A,2026-01-01,2,3.00,GBP,x\n");

    assertThatThrownBy(() -> lake.ingest.loadAll(List.of(good, broken, never), Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("broken.csv");

    assertThat(lake.rows("select order_id from bronze.transaction")).containsExactly("1");
    assertThat(lake.stored()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void documentsAreReadOnceAndTheirTextsStayBesideThem() {
    FileToLoad events =
        new FileToLoad(
            lake.file(
                "events.jsonl",
                """
                {"id":"e1","user":{"key":"k1"},"at":"2026-01-01T10:00:00Z","type":"page"}
                {"id":"e2","user":{},"at":"2026-01-01T11:00:00Z","type":"page","more":[1]}
                """),
            lake.ingest.parseMapping(EVENTS));

    lake.ingest.loadAll(List.of(events), Progress.NONE);

    assertThat(lake.rows("select event_id, source_key from bronze.event order by 1"))
        .containsExactly("e1|k1", "e2|null");
    assertThat(lake.rows("select sql from duckdb_views() where view_name = 'event'"))
        .allMatch(sql -> !sql.contains("json_extract"));
    assertThat(lake.ingest.rawRow(lake.ingest.landings().getFirst().id(), 2).orElseThrow())
        .containsEntry("more", "[1]");
  }

  @Test
  void nothingToLoadIsNoFault() {
    assertThat(lake.ingest.loadAll(List.of(), Progress.NONE)).isEmpty();
  }
}
