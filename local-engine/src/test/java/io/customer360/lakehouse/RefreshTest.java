package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {
  @TempDir Path dir;

  @Test
  void aFullRebuildGivesTheSameContent() {
    try (SmallLake small = SmallLake.filled(dir.resolve("a.c360"))) {
      RefreshReport first = small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      String snapshot = small.lake.snapshotId();
      RefreshReport second = small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      RefreshReport full = small.lake.refresh(RefreshRequest.everything(), Progress.NONE);

      assertThat(first.models()).noneMatch(ModelRun::skipped);
      assertThat(second.models()).allMatch(ModelRun::skipped);
      assertThat(full.models()).noneMatch(ModelRun::skipped);
      assertThat(hashes(full)).isEqualTo(hashes(first)).isEqualTo(hashes(second));
      assertThat(small.lake.snapshotId()).isEqualTo(snapshot).hasSize(8);
    }
  }

  static Map<String, String> hashes(RefreshReport report) {
    return report.models().stream().collect(Collectors.toMap(ModelRun::name, ModelRun::hash));
  }
}
