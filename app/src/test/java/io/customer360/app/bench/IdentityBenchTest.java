package io.customer360.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityBenchTest {
  @Test
  void measuresTheMatcherAloneWhereThereIsNoRival(@TempDir Path folder) throws Exception {
    IdentityBench.Report report = IdentityBench.run(folder, "no-such-python", 2_000, Progress.NONE);
    assertThat(report.records()).isBetween(1_600L, 2_400L);
    assertThat(report.rival()).contains("no-such-python has no Splink").contains("--python");
    assertThat(report.figures()).hasSize(1);
    IdentityBench.Figures own = report.figures().getFirst();
    assertThat(own.f1()).isGreaterThan(0.9);
    assertThat(own.pairs()).isPositive();
    assertThat(own.peakMb()).isPositive();
  }
}
