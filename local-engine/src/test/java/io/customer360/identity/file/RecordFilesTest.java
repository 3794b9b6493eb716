package io.customer360.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as they come: what is wrong with one is said with its name and what to do.
final class RecordFilesTest {
  private final long started = System.currentTimeMillis();
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
  void takesAnIdThatTheFilesNameDifferently() throws Exception {
    Path first = file("first.csv", "key,name\n7,Ann\n");
    Path second = file("second.csv", "nr,name\n9,Ann\n");
    RecordTable records = RecordFiles.read(List.of(first, second), "key,nr", Progress.NONE);
    assertThat(records.rowOf(records.sourceOfFile(0), "7")).isNotNegative();
    assertThat(records.rowOf(records.sourceOfFile(1), "9")).isNotNegative();
    assertThat(records.file(records.rowOf(records.sourceOfFile(1), "9"))).isEqualTo(1);
    assertThatThrownBy(() -> RecordFiles.read(List.of(first, second), "key", Progress.NONE))
        .hasMessageContaining("second.csv has no column key")
        .hasMessageContaining("--id a,b");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    assertThatThrownBy(() -> read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv does not exist");
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

  @Test
  void readsOtherEncodingsLineEndsAndCompression() throws Exception {
    String text = "id;name;town\n1;José;Köln\n2;Zoë;Århus\n";
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, text.getBytes(StandardCharsets.ISO_8859_1));
    Path wide = folder.resolve("wide.csv");
    Files.write(wide, text.getBytes(StandardCharsets.UTF_16));
    Path mixed =
        file("mixed.csv", text.replace("\n", "\r\n").replaceFirst("\r\n", "\n") + "\r\n\n");
    Path zipped = folder.resolve("zipped.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path returns = file("returns.csv", text.replace('\n', '\r'));
    for (Path file : List.of(latin, wide, mixed, zipped, returns)) {
      RecordTable records = read(file);
      assertThat(records.size()).as("%s", file).isEqualTo(2);
      assertThat(records.column("name").orElseThrow().value(0)).isEqualTo("José");
      assertThat(records.column("town").orElseThrow().value(1)).isEqualTo("Århus");
    }
  }

  @Test
  void namesTheLineThatCannotBeRead() throws Exception {
    Path wide = file("wide.csv", "id,name\n1,Ann\n2,Ben,London\n3,Cleo\n4\n");
    assertThatThrownBy(() -> read(wide))
        .hasMessageContaining("wide.csv line 3 has 3 fields where the header has 2")
        .hasMessageContaining("1 more such line");
    Path quote = file("quote.csv", "id,name\n1,\"Ann\n2,Ben\n");
    assertThatThrownBy(() -> read(quote))
        .hasMessageContaining("quote.csv line 2 opens a quote that never closes");
    Path half = folder.resolve("half.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(half))) {
      out.write("id,name\n1,Ann\n".repeat(9).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(half);
    Files.write(half, Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> read(half)).hasMessageContaining("half.csv.gz ends in the middle");
    Path json = file("rows.csv", "{\"id\": 1}\n");
    assertThatThrownBy(() -> read(json)).hasMessageContaining("holds JSON");
    Path parquet = file("rows.parquet", "hello");
    assertThatThrownBy(() -> read(parquet)).hasMessageContaining("not a complete Parquet file");
  }

  @Test
  void leavesNothingInTheTemporaryFolder() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path good = file("good.csv", "id,name\n1,Ann\n");
    Path bad = file("bad.csv", "id,name\n1,Ann,Bo\n");
    read(good);
    assertThatThrownBy(() -> read(bad)).hasMessageContaining("line 2");
    try (var left = Files.newDirectoryStream(temporary, "customer360-read*")) {
      assertThat(left).allMatch(path -> path.toFile().lastModified() < started);
    }
  }
}
