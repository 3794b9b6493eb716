package io.customer360.studio.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text);
  }

  private static LoadedMatrix read(Path file, String... columns) {
    return MatrixFile.read(file, List.of(columns), null, Progress.NONE);
  }

  private static void refused(String code, String part, Path file, String... columns) {
    assertThatThrownBy(() -> read(file, columns))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining(part)
        .asInstanceOf(InstanceOfAssertFactories.type(WorkbenchException.class))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.kind()).isIn(Kind.USER, Kind.DATA);
              assertThat(e.plain()).doesNotContain("\n");
            });
  }

  @Test
  void numbersBecomeColumnsAndTheRestIsLeftOutWithAWord() throws IOException {
    LoadedMatrix read =
        read(
            file(
                """
                customer_id,name,age,joined,active,spent
                7,Ann,31,2024-01-02,true,10.5
                9,Bob,45,2024-02-03,false,20
                """));
    assertThat(read.matrix().names()).containsExactly("age", "active", "spent");
    assertThat(read.matrix().columns()[1]).containsExactly(1, 0);
    assertThat(read.matrix().columns()[2]).containsExactly(10.5, 20);
    assertThat(read.names().column()).isEqualTo("customer_id");
    assertThat(read.names().name(1)).isEqualTo("9");
    assertThat(read.leftOut())
        .extracting(LoadedMatrix.LeftOut::column)
        .containsExactly("name", "joined");
  }

  @Test
  void gapsNanAndInfinityAreCountedEach() throws IOException {
    LoadedMatrix read = read(file("a,b\n1,2\nNaN,inf\n,-inf\nNA,5\n3,0\n"));
    ColumnFacts a = read.facts().get(0);
    assertThat(List.of(a.missing(), a.notANumber(), a.infinite())).containsExactly(2, 1, 0);
    ColumnFacts b = read.facts().get(1);
    assertThat(List.of(b.missing(), b.notANumber(), b.infinite())).containsExactly(0, 0, 2);
    assertThat(read.matrix().columns()[1]).containsExactly(2, Double.NaN, Double.NaN, 5, 0);
    assertThat(b.maximum()).isEqualTo(5);
  }

  @Test
  void aWholeNumberMayBecomeADecimalFarDown() throws IOException {
    String many =
        IntStream.range(0, 30_000).mapToObj(i -> i % 50 + ",1\n").collect(Collectors.joining());
    LoadedMatrix read = read(file("a,b\n" + many + "1.5,2\n"));
    assertThat(read.matrix().rows()).isEqualTo(30_001);
    assertThat(read.matrix().columns()[0][30_000]).isEqualTo(1.5);
    refused("C360-CLU-008", "line 30002, column a", file("a,b\n" + many + "oops,2\n"));
  }

  @Test
  void textColumnsAndIdsAsFeaturesAreRefusedByName() throws IOException {
    Path file = file("CustomerID,Gender,Age\n1,Male,20\n2,Female,30\n3,Male,25\n");
    refused("C360-CLU-004", "Gender", file, "Age", "Gender");
    refused("C360-CLU-004", "(line 2: Male)", file, "Gender");
    refused("C360-CLU-007", "CustomerID", file, "CustomerID", "Age");
    refused("C360-CLU-003", "Its columns: CustomerID, Gender, Age", file, "Wage");
    assertThat(read(file, "age").matrix().names()).containsExactly("Age");
    assertThatThrownBy(() -> MatrixFile.read(file, List.of("Age"), "Age", Progress.NONE))
        .hasMessageContaining("names the rows");
  }

  @Test
  void namesOfIds() {
    assertThat(List.of("id", "ID", "customer_id", "CustomerID", "customerId", "Row", "user id"))
        .allMatch(ColumnChoice::looksLikeId);
    assertThat(List.of("paid", "Valid", "grid", "Android", "width", "keyword", "IDEAL"))
        .noneMatch(ColumnChoice::looksLikeId);
  }

  @Test
  void aColumnThatCountsTheRowsIsLeftOut() throws IOException {
    String rows =
        IntStream.range(0, 20)
            .mapToObj(i -> i + "," + i * i % 7 + "\n")
            .collect(Collectors.joining());
    LoadedMatrix read = read(file("n,x\n" + rows));
    assertThat(read.matrix().names()).containsExactly("x");
    assertThat(read.leftOut().getFirst().reason()).contains("counts the rows");
    assertThat(read(file("n,x\n" + rows), "n", "x").matrix().width()).isEqualTo(2);
  }

  @Test
  void filesWithNothingToCluster() throws IOException {
    refused("C360-CLU-001", "no file", folder.resolve("absent.csv"));
    refused("C360-CLU-001", "folder", folder);
    refused("C360-CLU-002", "empty", file(""));
    refused("C360-CLU-002", "no rows", file("a,b\n"));
    refused("C360-CLU-006", "no numeric column", file("a,b\nx,y\nz,w\n"));
  }

  @Test
  void fiveHundredColumns() throws IOException {
    String header = IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.joining(","));
    LoadedMatrix read = read(file(header + "\n" + row + "\n" + row + "\n"));
    assertThat(read.matrix().width()).isEqualTo(500);
    assertThat(read.matrix().columns()[499]).containsExactly(499, 499);
  }

  @Test
  void parquetAndQuotedNames() throws Exception {
    Path file = folder.resolve("it's.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select 'k' || i as \"the id\", i::decimal(9, 2) as \"a \"\"b\"\"\","
              + " case when i > 1 then i::float end as c from range(3) t(i)) to '"
              + file.toString().replace("'", "''")
              + "' (format parquet)");
    }
    LoadedMatrix read = read(file);
    assertThat(read.matrix().names()).containsExactly("a \"b\"", "c");
    assertThat(read.names().name(2)).isEqualTo("k2");
    assertThat(read.facts().get(1).missing()).isEqualTo(2);
  }

  @Test
  void anIdThatIsAskedForNamesTheRows() throws IOException {
    LoadedMatrix read = MatrixFile.read(file("a,b\n1,2\n3,4\n"), List.of(), "b", Progress.NONE);
    assertThat(read.names().name(0)).isEqualTo("2");
    assertThat(read.matrix().names()).containsExactly("a");
    assertThat(MatrixFile.read(file("a,b\n1,2\n"), List.of(), null, Progress.NONE).names().named())
        .isFalse();
  }
}
