package io.customer360.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// True pairs as people write them down.
final class TruthTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private RecordTable records() throws Exception {
    Path first = file("a.csv", "id,name\na1,Ann\na2,Ben\na3,Cleo\n");
    Path second = file("b.csv", "id,name\nb1,Ann\nb2,Ben\n");
    return RecordFiles.read(List.of(first, second), "id", Progress.NONE);
  }

  @Test
  void aPairIsOneInEitherOrderOfTheFiles() throws Exception {
    RecordTable records = records();
    for (String text :
        List.of("l,r\na1,b1\na2,b2\n", "l,r\nb1,a1\nb2,a2\n", "l,r\nb1,a1\na2,b2\n")) {
      Truth truth = Truth.ofFile(records, file("truth.csv", text));
      int ann = truth.person(records.rowOf(records.sourceOfFile(0), "a1"));
      int ben = truth.person(records.rowOf(records.sourceOfFile(0), "a2"));
      assertThat(truth.person(records.rowOf(records.sourceOfFile(1), "b1"))).isEqualTo(ann);
      assertThat(truth.person(records.rowOf(records.sourceOfFile(1), "b2"))).isEqualTo(ben);
      assertThat(ann).isNotEqualTo(ben);
      assertThat(truth.remarks()).isEmpty();
    }
  }

  @Test
  void saysWhatItDoesNotFindAndRefusesWhereItFindsNothing() throws Exception {
    RecordTable records = records();
    Truth truth = Truth.ofFile(records, file("some.csv", "l,r\na1,b1\na9,b2\na2,b2\n"));
    assertThat(truth.remarks())
        .containsExactly(
            "Of the 3 pairs in the truth file some.csv only 2 are found among the records; the"
                + " other 1 are not counted.");
    Path none = file("none.csv", "l,r\nx1,y1\nx2,y2\n");
    assertThatThrownBy(() -> Truth.ofFile(records, none))
        .hasMessageContaining("not one of its 2 ids is found by --id");
    Path same = file("same.csv", "l,r\na1,a2\na2,a3\n");
    assertThatThrownBy(() -> Truth.ofFile(records, same))
        .hasMessageContaining("not one of its 2 pairs is found by --id");
  }
}
