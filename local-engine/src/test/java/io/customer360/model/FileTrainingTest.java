package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTrainingTest {
  @TempDir Path folder;

  @Test
  void learnsFromNumbersCategoriesAndBlanks() throws Exception {
    FileTrainingReport report = train("left");
    assertThat(report.n()).isEqualTo(1500);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.positive()).isEqualTo("Yes");
    assertThat(report.used()).containsExactly("months", "contract");
    assertThat(report.inputs()).isEqualTo(3);
    assertThat(report.dropped())
        .containsExactly(
            "key (names the row)", "note (always the same)", "code (1500 different values)");
    assertThat(report.auc().mean()).isBetween(0.75, 0.9);
    assertThat(report.auc().sd()).isBetween(0.0, 0.06);
    assertThat(report.brier()).isLessThan(0.2);
    assertThat(report.calibrationError()).isLessThan(0.06);
    assertThat(train("left").aucByFold()).isEqualTo(report.aucByFold());
  }

  @Test
  void refusesWhatCannotBeATarget() {
    assertThatThrownBy(() -> train("months"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("a target has two");
    assertThatThrownBy(() -> train("nothing")).hasMessageContaining("has no column nothing");
    assertThatThrownBy(
            () -> FileTraining.train(folder.resolve("no.csv"), "a", null, 5, 1, Progress.NONE))
        .hasMessageContaining("There is no file");
  }

  private FileTrainingReport train(String target) throws Exception {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("key,months,contract,note,code,left\n");
    for (int i = 0; i < 1500; i++) {
      double months = random.nextInt(72);
      boolean year = random.nextBoolean();
      double logOdds = 1.5 - 0.06 * months - (year ? 1.5 : 0);
      text.append(i)
          .append(',')
          .append(random.nextInt(20) == 0 ? "" : months)
          .append(',')
          .append(year ? "year" : "month")
          .append(",same,n")
          .append(i)
          .append(',')
          .append(random.nextDouble() < Calibration.sigmoid(logOdds) ? "Yes" : "No")
          .append('\n');
    }
    text.append("x,1,year,same,n1500,\n");
    Path csv = folder.resolve("file.csv");
    Files.writeString(csv, text);
    return FileTraining.train(csv, target, "key", 5, 7, Progress.NONE);
  }
}
