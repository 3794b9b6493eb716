package io.customer360.model;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A CSV file as rows to learn from: numbers stay numbers, categories become a column for each
/// value, blanks are gaps. A column whose values are nearly all different names its rows and is
/// left out.
record FileTable(
    Table table, String positive, List<String> used, List<String> dropped, int skipped) {
  private static final int MAX_LEVELS = 60;
  private static final Set<String> YES =
      Set.of("1", "yes", "true", "y", "t", "churned", "left", "positive");
  private static final Set<String> BLANK = Set.of("", "na", "n/a", "nan", "null", "none", "?");

  static FileTable read(Path csv, String target, @Nullable String id) {
    if (!Files.isRegularFile(csv)) {
      throw WorkbenchException.user("C360-MOD-041", "There is no file " + csv + ".");
    }
    Map<String, List<String>> columns = columns(csv);
    List<String> targets = columns.remove(target);
    if (targets == null) {
      throw WorkbenchException.user(
          "C360-MOD-042",
          csv.getFileName()
              + " has no column "
              + target
              + ". Its columns: "
              + String.join(", ", columns.keySet())
              + ".");
    }
    int[] rows = IntStream.range(0, targets.size()).filter(i -> !blank(targets.get(i))).toArray();
    String positive = positive(csv, target, targets, rows);
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = targets.get(rows[i]).equals(positive);
    }
    List<String> used = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    columns.forEach(
        (name, all) -> {
          if (name.equals(id)) {
            dropped.add(name + " (names the row)");
            return;
          }
          String[] cells = new String[rows.length];
          for (int i = 0; i < rows.length; i++) {
            cells[i] = all.get(rows[i]);
          }
          String reason = code(name, cells, names, values);
          if (reason.isEmpty()) {
            used.add(name);
          } else {
            dropped.add(name + " (" + reason + ")");
          }
        });
    if (names.isEmpty()) {
      throw WorkbenchException.data(
          "C360-MOD-043", csv.getFileName() + " has no column to learn from.");
    }
    Table table =
        new Table(
            IntStream.range(0, rows.length).toArray(),
            names.toArray(String[]::new),
            values.toArray(double[][]::new),
            labels);
    return new FileTable(
        table, positive, List.copyOf(used), List.copyOf(dropped), targets.size() - rows.length);
  }

  /// Adds the coded columns, or says why there are none.
  private static String code(
      String name, String[] cells, List<String> names, List<double[]> values) {
    Map<String, Integer> levels = new TreeMap<>();
    boolean numeric = true;
    int known = 0;
    for (String cell : cells) {
      if (!blank(cell)) {
        known++;
        levels.merge(cell, 1, Integer::sum);
        numeric = numeric && number(cell);
      }
    }
    if (levels.size() < 2) {
      return known == 0 ? "empty" : "always the same";
    }
    if (numeric) {
      double[] column = new double[cells.length];
      for (int i = 0; i < cells.length; i++) {
        column[i] = blank(cells[i]) ? Double.NaN : Double.parseDouble(cells[i].strip());
      }
      names.add(name);
      values.add(column);
      return "";
    }
    if (levels.size() > MAX_LEVELS) {
      return levels.size() + " different values";
    }
    levels.forEach(
        (level, count) -> {
          double[] column = new double[cells.length];
          for (int i = 0; i < cells.length; i++) {
            column[i] = level.equals(cells[i]) ? 1 : 0;
          }
          names.add(name + "=" + level);
          values.add(column);
        });
    return "";
  }

  private static String positive(Path csv, String target, List<String> targets, int[] rows) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row : rows) {
      counts.merge(targets.get(row), 1, Integer::sum);
    }
    if (counts.size() != 2) {
      throw WorkbenchException.data(
          "C360-MOD-044",
          "Column "
              + target
              + " of "
              + csv.getFileName()
              + " has "
              + counts.size()
              + (counts.size() == 1 ? " value" : " different values")
              + "; a target has two, such as yes and no.");
    }
    List<String> two = List.copyOf(counts.keySet());
    for (String value : two) {
      if (YES.contains(value.strip().toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    return counts.getOrDefault(two.get(0), 0) < counts.getOrDefault(two.get(1), 0)
        ? two.get(0)
        : two.get(1);
  }

  private static Map<String, List<String>> columns(Path csv) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement =
            connection.prepareStatement(
                "select * from read_csv(?, header = true, all_varchar = true)")) {
      statement.setString(1, csv.toString());
      try (ResultSet result = statement.executeQuery()) {
        int count = result.getMetaData().getColumnCount();
        List<List<String>> cells = new ArrayList<>();
        for (int c = 1; c <= count; c++) {
          List<String> column = new ArrayList<>();
          cells.add(column);
          columns.put(result.getMetaData().getColumnName(c), column);
        }
        while (result.next()) {
          for (int c = 0; c < count; c++) {
            String cell = result.getString(c + 1);
            cells.get(c).add(cell == null ? "" : cell);
          }
        }
      }
      return columns;
    } catch (SQLException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new WorkbenchException(
          "C360-MOD-045", Kind.DATA, csv.getFileName() + " cannot be read as CSV: " + first, e);
    }
  }

  private static boolean blank(String cell) {
    return BLANK.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean number(String cell) {
    try {
      return Double.isFinite(Double.parseDouble(cell.strip()));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
