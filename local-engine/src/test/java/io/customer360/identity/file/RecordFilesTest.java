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

/// Files as they come: what is wrong with one is said with its name and what to do.
final class RecordFilesTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static RecordTable read(Path... files) {
    return RecordFiles.read(List.of(files), "id", Progress.NONE);
  }

  @Test
  void readsTwoFilesWithTheColumnsOfBoth() throws Exception {
    RecordTable records =
        read(
            file("a.csv", "id,name,town\n1, Ann ,Leeds\n2,Ben,\n"),
            file("b.csv", "id,name,born\n1,Ann,1980-02-01\n"));
    assertThat(records.size()).isEqualTo(3);
    assertThat(records.sourceCount()).isEqualTo(2);
    assertThat(records.column("name").orElseThrow().value(0)).isEqualTo("Ann");
    assertThat(records.column("town").orElseThrow().value(1)).isNull();
    assertThat(records.column("born").orElseThrow().value(2)).isEqualTo("1980-02-01");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    assertThatThrownBy(() -> read(folder.resolve("none.csv")))
        .hasMessageContaining("There is no file")
        .hasMessageContaining("none.csv");
    Path empty = file("empty.csv", "");
    assertThatThrownBy(() -> read(empty)).hasMessageContaining("empty.csv is empty");
    Path other = file("other.csv", "key,name\n1,Ann\n");
    assertThatThrownBy(() -> read(other))
        .hasMessageContaining("has no column id")
        .hasMessageContaining("key, name");
    Path hole = file("hole.csv", "id,name\n7,Ann\n,Ben\n");
    assertThatThrownBy(() -> read(hole))
        .hasMessageContaining("row 2")
        .hasMessageContaining("no value in the id column id");
    Path twice = file("twice.csv", "id,name\n7,Ann\n7,Ben\n");
    assertThatThrownBy(() -> read(twice)).hasMessageContaining("id 7 stands on more than one row");
  }
}
