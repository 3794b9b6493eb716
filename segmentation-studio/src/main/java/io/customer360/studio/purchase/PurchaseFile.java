package io.customer360.studio.purchase;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A CSV (also compressed, also with columns set apart by blanks) or Parquet file of purchases,
/// read into a table `purchase(customer, day, value, order_key)` of a database in memory. For one
/// thread; closing it drops the table.
public final class PurchaseFile implements AutoCloseable {
  /// Ways a date is written, tried in this order; the two with day and month unclear come last.
  private static final List<String> FORMATS =
      List.of(
          "%Y%m%d",
          "%d.%m.%Y",
          "%d.%m.%Y %H:%M",
          "%d-%b-%Y",
          "%d/%m/%Y",
          "%d/%m/%Y %H:%M",
          "%m/%d/%Y",
          "%m/%d/%Y %H:%M");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Connection connection;
  private final PurchaseReport report;

  private PurchaseFile(Connection connection, PurchaseReport report) {
    this.connection = connection;
    this.report = report;
  }

  /// The names of the columns, each null to be recognised, and the date's format as `strptime`
  /// knows it, null to be recognised.
  public record Hints(
      @Nullable String customer,
      @Nullable String date,
      @Nullable String value,
      @Nullable String order,
      @Nullable String dateFormat) {
    public static final Hints NONE = new Hints(null, null, null, null, null);
  }

  /// @param more a further column to keep as `label` (a channel, an offer), or null
  /// @throws WorkbenchException `C360-PUR-001` to `C360-PUR-009` when the file cannot be used
  public static PurchaseFile open(
      Path file, Hints hints, @Nullable String more, Progress progress) {
    String source = String.valueOf(file.getFileName());
    refuseUnreadable(file, source);
    Path regular = null;
    Connection connection = null;
    try {
      regular = setApartByBlanks(file) ? rewritten(file) : file;
      connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement();
          AutoCloseable cancel = progress.onCancel(() -> cancel(statement))) {
        statement.execute("set autoinstall_known_extensions = false");
        statement.execute("set autoload_known_extensions = false");
        PurchaseReport report = load(connection, statement, regular, source, hints, more);
        progress.checkCancelled();
        return new PurchaseFile(connection, report);
      }
    } catch (SQLException | IOException e) {
      close(connection);
      progress.checkCancelled();
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new WorkbenchException(
          "C360-PUR-005", Kind.DATA, source + " cannot be read: " + said, e);
    } catch (WorkbenchException e) {
      close(connection);
      throw e;
    } catch (Exception e) {
      close(connection);
      throw new IllegalStateException(e);
    } finally {
      if (regular != null && !regular.equals(file)) {
        regular.toFile().delete();
      }
    }
  }

  private static PurchaseReport load(
      Connection connection,
      Statement statement,
      Path file,
      String source,
      Hints hints,
      @Nullable String more)
      throws SQLException {
    String scan = scan(file);
    List<String> table =
        Rows.list(connection, "describe select * from " + scan, row -> row.getString(1));
    PurchaseColumns columns =
        PurchaseColumns.of(
            source, table, hints.customer(), hints.date(), hints.value(), hints.order());
    String label = more == null ? null : column(source, table, more);
    statement.execute(
        "create table raw as select row_number() over () + 1 as line, "
            + text(columns.customer())
            + " as customer, "
            + text(columns.date())
            + " as day, "
            + value(columns)
            + " as value, "
            + (columns.order() == null ? "null" : text(columns.order()))
            + " as order_id, "
            + (label == null ? "null" : text(label))
            + " as label from "
            + scan);
    long rows = Rows.number(connection, "select count(*) from raw");
    if (rows == 0) {
      throw WorkbenchException.data("C360-PUR-002", source + " has a header but no rows.");
    }
    String parse = parse(connection, source, columns.date(), hints.dateFormat());
    statement.execute(
        "create table parsed as select customer, "
            + parse
            + " as day, value, order_id, label, line from raw");
    long without = Rows.number(connection, "select count(*) from parsed where customer is null");
    long badDate =
        Rows.number(
            connection, "select count(*) from parsed where customer is not null and day is null");
    long badValue =
        Rows.number(
            connection,
            "select count(*) from parsed where customer is not null and day is not null"
                + " and value is null");
    if (without + badDate + badValue > rows / 2) {
      throw WorkbenchException.data(
          "C360-PUR-006",
          "More than half of the "
              + rows
              + " rows of "
              + source
              + " cannot be used: "
              + without
              + " without "
              + columns.customer()
              + ", "
              + badDate
              + " without a date in "
              + columns.date()
              + ", "
              + badValue
              + " without a number in "
              + (columns.value() == null ? columns.quantity() : columns.value())
              + ". Name the right columns with --customer, --date and --value.");
    }
    // A day is an order where the file names none.
    statement.execute(
        "create table purchase as select customer, day, value,"
            + " coalesce(order_id, strftime(day, '%Y-%m-%d')) as order_key, label, line"
            + " from parsed where customer is not null and day is not null"
            + " and value is not null");
    statement.execute("drop table raw");
    statement.execute("drop table parsed");
    return Rows.list(
            connection,
            "select count(*), count(*) filter (where value < 0), min(day), max(day) from purchase",
            row ->
                new PurchaseReport(
                    columns,
                    rows,
                    row.getLong(1),
                    without,
                    badDate,
                    badValue,
                    row.getLong(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class)))
        .getFirst();
  }

  private static String column(String source, List<String> table, String name) {
    return table.stream()
        .filter(column -> column.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-PUR-004",
                    source
                        + " has no column "
                        + name
                        + ". Its columns: "
                        + String.join(", ", table)
                        + "."));
  }

  private static String scan(Path file) {
    String path = Sql.literal(file.toString());
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
        ? "read_parquet(" + path + ")"
        : "read_csv(" + path + ", header = true, all_varchar = true)";
  }

  private static String text(String column) {
    return "nullif(trim(" + Sql.identifier(column) + "::varchar), '')";
  }

  private static String value(PurchaseColumns columns) {
    String value = columns.value();
    String quantity = columns.quantity();
    String price = columns.unitPrice();
    if (value != null) {
      return number(value);
    }
    if (quantity == null || price == null) {
      throw new IllegalStateException("neither value nor quantity and price");
    }
    return number(quantity) + " * " + number(price);
  }

  /// Decimal, so that sums of money do not depend on the order of rows.
  private static String number(String column) {
    return "try_cast(" + text(column) + " as decimal(18, 4))::decimal(18, 4)";
  }

  /// The expression that reads the dates of `raw`.
  private static String parse(
      Connection connection, String source, String column, @Nullable String format)
      throws SQLException {
    if (format != null) {
      return strptime(format);
    }
    long known = Rows.number(connection, "select count(day) from raw");
    String standard = "try_cast(day as timestamp)::date";
    if (readable(connection, standard) >= known * 0.99) {
      // 19970131 is a date, not a number of microseconds.
      return standard;
    }
    String best = standard;
    long most = readable(connection, standard);
    for (String tried : FORMATS) {
      long count = readable(connection, strptime(tried));
      if (count > most) {
        most = count;
        best = strptime(tried);
      } else if (count == most && count > 0 && tried.startsWith("%m")) {
        throw WorkbenchException.data(
            "C360-PUR-007",
            "Column "
                + column
                + " of "
                + source
                + " may put the day or the month first; say which with --date-format %d/%m/%Y or"
                + " %m/%d/%Y.");
      }
    }
    if (most == 0) {
      List<String> example =
          Rows.list(
              connection,
              "select line || ': ' || day from raw where day is not null limit 1",
              row -> row.getString(1));
      throw WorkbenchException.data(
          "C360-PUR-008",
          "Column "
              + column
              + " of "
              + source
              + " holds no dates"
              + (example.isEmpty() ? "" : " (line " + example.getFirst() + ")")
              + "; name another with --date, or its form with --date-format.");
    }
    return best;
  }

  private static String strptime(String format) {
    return "try_strptime(day, " + Sql.literal(format) + ")::date";
  }

  private static long readable(Connection connection, String parse) throws SQLException {
    return Rows.number(connection, "select count(" + parse + ") from raw");
  }

  private static void refuseUnreadable(Path file, String source) {
    if (!Files.isRegularFile(file)) {
      throw WorkbenchException.user(
          "C360-PUR-001",
          Files.isDirectory(file)
              ? file + " is a folder; name a file."
              : "There is no file " + file + ".");
    }
    try {
      if (Files.size(file) == 0) {
        throw WorkbenchException.data("C360-PUR-002", source + " is empty.");
      }
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-PUR-001", "Cannot read " + file + ".", e);
    }
  }

  /// Whether the first lines have no other separator and as many words each.
  private static boolean setApartByBlanks(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".parquet")) {
      return false;
    }
    int words = -1;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (int i = 0; i < 20; i++) {
        String line = in.readLine();
        if (line == null) {
          break;
        }
        if (line.matches(".*[,;|\t].*")) {
          return false;
        }
        int count = BLANKS.split(line.strip()).length;
        if (words >= 0 && count != words) {
          return false;
        }
        words = count;
      }
    }
    return words > 1;
  }

  private static Path rewritten(Path file) throws IOException {
    Path out = Files.createTempFile("purchases", ".csv");
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        BufferedWriter to = Files.newBufferedWriter(out)) {
      String line;
      while ((line = in.readLine()) != null) {
        if (!line.isBlank()) {
          to.write(BLANKS.matcher(line.strip()).replaceAll(","));
          to.newLine();
        }
      }
    }
    return out;
  }

  /// What was read.
  public PurchaseReport report() {
    return report;
  }

  /// The database with the table `purchase`.
  public Connection connection() {
    return connection;
  }

  /// Runs SQL for rows.
  public <T> List<T> list(String sql, Rows.RowReader<T> reader, @Nullable Object... parameters) {
    try {
      return new ArrayList<>(Rows.list(connection, sql, reader, parameters));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs SQL for its effect.
  public void run(String sql) {
    try {
      Rows.run(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException alreadyDone) {
      // The caller sees the cancellation next.
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    close(connection);
  }
}
