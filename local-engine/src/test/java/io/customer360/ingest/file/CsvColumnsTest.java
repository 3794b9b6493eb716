package io.customer360.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Fields as the splitter for small texts finds them, whatever the text is cut into.
class CsvColumnsTest {
  private static final String[] PIECES = {
    "a", "Zoë", "plain text of some length", "", " b ", "7\" single", "東京", "x\u0001y", "-12.50"
  };
  private static final String[] QUOTED = {
    "with, comma", "two\nlines", "say \"so\"", "", "\"\"", "é"
  };

  private static List<List<String>> parsed(String text, int columns, int chunk) throws IOException {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    CsvColumns parts = new CsvColumns(columns, ",", "\"");
    List<List<String>> records = new ArrayList<>();
    byte[] buffer = new byte[0];
    int read = 0;
    while (read < all.length) {
      int more = Math.min(chunk, all.length - read);
      int held = buffer.length;
      byte[] next = Arrays.copyOf(buffer, held + more + CsvColumns.ROOM);
      System.arraycopy(all, read, next, held, more);
      read += more;
      int rows = parts.part(next, 0, held + more, read == all.length);
      for (List<String> record : columns(parts, next, rows, columns)) {
        records.add(record);
      }
      buffer = Arrays.copyOfRange(next, parts.consumed(), held + more);
    }
    return records;
  }

  private static List<List<String>> columns(CsvColumns parts, byte[] bytes, int rows, int columns) {
    List<List<String>> records = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      records.add(new ArrayList<>());
    }
    for (int column = 0; column < columns; column++) {
      int[] offsets = new int[rows + 1];
      byte[] valid = new byte[rows / 8 + 1];
      byte[] into = new byte[parts.length(rows, column) + CsvColumns.ROOM];
      parts.copy(bytes, rows, column, offsets, valid, into);
      for (int row = 0; row < rows; row++) {
        String value =
            new String(into, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.UTF_8);
        assertThat((valid[row >>> 3] >>> (row & 7) & 1) == 1).isEqualTo(!value.isEmpty());
        records.get(row).add(value);
      }
    }
    return records;
  }

  @Test
  void findsTheFieldsOfAnyTextInPiecesOfAnyLength() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      int columns = 2 + random.nextInt(4);
      StringBuilder text = new StringBuilder();
      int rows = random.nextInt(40);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          text.append(column == 0 ? "" : ",");
          if (random.nextInt(4) == 0) {
            String value = QUOTED[random.nextInt(QUOTED.length)];
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
          } else {
            text.append(PIECES[random.nextInt(PIECES.length)]);
          }
        }
        boolean last = row == rows - 1;
        text.append(last && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
        text.append(random.nextInt(9) == 0 ? "\n" : "");
      }
      List<List<String>> expected = CsvRecords.split(text.toString(), ",", "\"", true, 100);
      int chunk = 1 + random.nextInt(60);
      assertThat(parsed(text.toString(), columns, chunk)).as("%s", text).isEqualTo(expected);
      assertThat(parsed(text.toString(), columns, 1 << 20)).isEqualTo(expected);
    }
  }

  @Test
  void refusesRecordsOfAnotherShape() {
    assertThatThrownBy(() -> parsed("a,b\nc\n", 2, 100)).hasMessageContaining("has 1 fields");
    assertThatThrownBy(() -> parsed("a,b,c\n", 2, 100)).hasMessageContaining("has 3 fields");
    assertThatThrownBy(() -> parsed("a,\"b\n", 2, 100)).hasMessageContaining("within quotes");
    assertThatThrownBy(() -> parsed("a,\"b\"c\n", 2, 100)).hasMessageContaining("closing quote");
  }

  @Test
  void seesBlanksAroundValuesOfAnyScript() throws IOException {
    String[] around = {"x ", " x", "x\u00a0", "\u3000x", "x\u2009", "x y", "Zoë", "東京", "àx", "xà"};
    boolean[] padded = {true, true, true, true, true, false, false, false, false, false};
    for (int i = 0; i < around.length; i++) {
      byte[] bytes = (around[i] + ",z\n        ").getBytes(StandardCharsets.UTF_8);
      CsvColumns parts = new CsvColumns(2, ",", "\"");
      int rows = parts.part(bytes, 0, bytes.length - CsvColumns.ROOM, true);
      for (int column = 0; column < 2; column++) {
        parts.copy(bytes, rows, column, new int[2], new byte[1], new byte[64]);
      }
      // A letter written like a blank may be taken for one; a blank is never missed.
      assertThat(parts.padded(0) || !padded[i]).as(around[i]).isTrue();
      assertThat(parts.padded(1)).isFalse();
    }
    assertThat(padded("Zoë")).isFalse();
    assertThat(padded("x y")).isFalse();
  }

  private static boolean padded(String value) throws IOException {
    byte[] bytes = (value + "\n        ").getBytes(StandardCharsets.UTF_8);
    CsvColumns parts = new CsvColumns(1, ",", "\"");
    parts.part(bytes, 0, bytes.length - CsvColumns.ROOM, true);
    parts.copy(bytes, 1, 0, new int[2], new byte[1], new byte[64]);
    return parts.padded(0);
  }
}
