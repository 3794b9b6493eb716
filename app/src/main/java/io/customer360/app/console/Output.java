package io.customer360.app.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Where a command prints: standard output carries the answer, nothing else.
public final class Output {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private final PrintStream out;
  private final boolean json;

  Output(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  public boolean json() {
    return json;
  }

  /// One JSON document. Record components become snake_case names.
  public void document(Object value) {
    try {
      out.println(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /// A JSON document that is already text.
  public void raw(String text) {
    out.println(text);
  }

  public void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(java.util.Locale.UK, format, values));
  }

  /// Columns padded to their widest cell; columns whose every cell is a number stand right.
  public void table(List<String> header, List<? extends List<?>> rows) {
    int columns = header.size();
    int[] width = new int[columns];
    boolean[] right = new boolean[columns];
    List<List<String>> text = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      width[c] = header.get(c).length();
      right[c] = !rows.isEmpty();
    }
    for (List<?> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        Object value = c < row.size() ? row.get(c) : null;
        String cell = value == null ? "" : Text.of(value);
        cells.add(cell);
        width[c] = Math.max(width[c], cell.codePointCount(0, cell.length()));
        right[c] &= value instanceof Number || cell.isEmpty();
      }
      text.add(cells);
    }
    out.println(joined(header, width, right));
    text.forEach(row -> out.println(joined(row, width, right)));
  }

  private static String joined(List<String> cells, int[] width, boolean[] right) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.size(); c++) {
      String cell = cells.get(c);
      String gap = " ".repeat(Math.max(0, width[c] - cell.codePointCount(0, cell.length())));
      line.append(right[c] ? gap + cell : cell + gap).append(c + 1 < cells.size() ? "  " : "");
    }
    return line.toString().stripTrailing();
  }
}
