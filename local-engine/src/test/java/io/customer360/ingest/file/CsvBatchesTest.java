package io.customer360.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.job.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Delimited text as a table of the database.
class CsvBatchesTest {
  @TempDir private Path folder;
  private List<String> trimmed = List.of();

  private List<String> read(byte[] text) throws Exception {
    Path file = Files.write(folder.resolve("text.csv"), text);
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      trimmed =
          CsvBatches.read(
              connection,
              file,
              file,
              FileOptions.CSV,
              List.of("a", "b"),
              Progress.NONE,
              table -> {
                try (ResultSet result = statement.executeQuery("select a, b from " + table)) {
                  while (result.next()) {
                    rows.add(result.getString(1) + "|" + result.getString(2));
                  }
                }
              });
    }
    return rows;
  }

  private List<String> read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsQuotedTextOfAnyLetters() throws Exception {
    assertThat(read("a,b\n1,\"\"\"é\"\n\"zwei\n\"\"ö\"\"\",\n\"\",\"東\"\"\"\r\n4,x"))
        .containsExactly("1|\"é", "zwei\n\"ö\"|null", "null|東\"", "4|x");
    assertThat(trimmed).containsExactly("a", "b");
    assertThat(read("\ufeffa,b\n1 ,x\n")).containsExactly("1 |x");
    assertThat(trimmed).containsExactly("b");
    assertThat(read("a,b\n")).isEmpty();
  }

  @Test
  void keepsTheOrderOfManyBlocks() throws Exception {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 300_000; i++) {
      text.append(i).append(",\"").append("é".repeat(i % 7)).append("\"\n");
    }
    List<String> rows = read(text.toString());
    assertThat(rows).hasSize(300_000);
    for (int i = 0; i < rows.size(); i += 997) {
      assertThat(rows.get(i)).isEqualTo(i + "|" + (i % 7 == 0 ? null : "é".repeat(i % 7)));
    }
  }

  @Test
  void namesTheLineThatIsNotUtf8() {
    byte[] text = "a,b\n1,ok\n2,caf?\n".getBytes(StandardCharsets.UTF_8);
    text[text.length - 2] = (byte) 0xE9;
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("text.csv is not utf-8 (line 3)");
  }

  @Test
  void refusesARecordOfAnotherShape() {
    assertThatThrownBy(() -> read("a,b\n1,2\n3\n")).isInstanceOf(SQLException.class);
  }
}
