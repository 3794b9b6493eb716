package io.customer360.app.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.app.command.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `identity link` and `identity explain` of files.
class IdentityFileCommandsTest {
  @TempDir Path folder;

  @Test
  void rowsThatNothingTellsApartAreWrittenAloneAndExplainedWithTheSameOptions() throws Exception {
    String people = folder.resolve("people.csv").toString();
    Files.writeString(
        Path.of(people),
        "id,first,last,dob,answer\n1,Ann,Lee,1980-01-02,x\n2,Ann,Lee,1980-01-02,y\n");
    Path pairs = folder.resolve("pairs.csv");
    Terminal.Result link =
        Terminal.run(
            "identity", "link", people, "--id", "id", "--truth", "answer", "--out", "" + pairs);
    assertThat(link.code()).isZero();
    assertThat(link.out())
        .contains("precision unknown, recall unknown, F1 unknown; 0 true pairs")
        .contains("all 2 are the same in first, last, dob")
        .contains("By the truth no two of these records are one person");
    assertThat(Files.readAllLines(pairs)).hasSize(1);
    assertThat(Files.readAllLines(folder.resolve("pairs-clusters.csv")))
        .isEqualTo(List.of("id,cluster", "1,1", "2,2"));
    Terminal.Result explain =
        Terminal.run(
            "identity",
            "explain",
            "1",
            "2",
            "--file",
            people,
            "--id",
            "id",
            "--truth",
            "answer",
            "--seed",
            "5",
            "--one-to-one",
            "NO",
            "--json");
    assertThat(explain.code()).isZero();
    assertThat(explain.out())
        .contains("\"one_cluster\" : false", "\"bars\" : [ ]")
        .doesNotContain("answer");
  }
}
