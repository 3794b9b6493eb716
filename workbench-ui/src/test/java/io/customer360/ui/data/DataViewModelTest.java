package io.customer360.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.engine.Engine;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import io.customer360.ui.testing.SmallWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Data screen without a toolkit, over a real lake.
class DataViewModelTest {
  private final Engine engine = SmallWorld.engine();
  private final List<Fault> faults = new ArrayList<>();
  private final DataViewModel model =
      new DataViewModel(
          engine.ingest(),
          engine.lakehouse(),
          FxJobs.sameThread(),
          progress -> engine.refresh(RefreshRequest.stale(), progress));

  @BeforeEach
  void read() {
    model.reload();
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void everyReceivedRowIsAccountedFor() {
    var total = model.contents().get().value().status().total();
    assertThat(total.received())
        .isPositive()
        .isEqualTo(total.good() + total.quarantined() + total.duplicates());
  }

  @Test
  void aTableIsSelectedAtOnceAndItsRowsAreReadOnDemand() {
    assertThat(model.selected().get()).isPresent();
    assertThat(model.rows().get()).isInstanceOf(Load.Idle.class);
    model.select("gold.customer");
    model.readRows();
    assertThat(model.rows().get().value().rows()).hasSize(100);
    model.select("gold.orders");
    assertThat(model.rows().get()).isInstanceOf(Load.Idle.class);
  }

  @Test
  void aFixIsShownBeforeItIsWritten() {
    long id =
        model.contents().get().value().held().stream()
            .filter(row -> row.field().equals("email"))
            .findFirst()
            .orElseThrow()
            .id();
    model.previewFix(List.of(id), "email = email || 'example.net'");
    assertThat(model.fix().get().value().good()).isEqualTo(1);
    assertThat(model.fix().get().value().rows().getFirst().after()).contains("example.net");
    model.previewFix(List.of(id), "email = drop table");
    assertThat(model.fix().get()).isInstanceOf(Load.Failed.class);
    model.previewFix(List.of(id), " ");
    assertThat(model.fix().get()).isInstanceOf(Load.Idle.class);
  }

  @Test
  void aFileThatIsNoDataIsRefusedAndChangesNothing(@TempDir Path folder) throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    int landed = model.contents().get().value().landings().size();
    model.preview(List.of(empty), previews -> {}, faults::add);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().plain()).contains("empty.csv");
    model.reload();
    assertThat(model.contents().get().value().landings()).hasSize(landed);
  }
}
