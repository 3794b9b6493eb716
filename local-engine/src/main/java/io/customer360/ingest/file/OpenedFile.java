package io.customer360.ingest.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file of records read as it is, every column as text, without a workspace: delimited text with
/// a header, in any delimiter and encoding that an import knows, gzipped or not, or Parquet. What
/// an import refuses is refused here in the same words, and a line with too many or too few fields
/// with its number. For use by one thread; closing deletes the temporary text.
public final class OpenedFile implements AutoCloseable {
  private final Path file;
  private final FileOptions options;
  private final Path folder;
  private final Path text;
  private final List<String> columns;

  private OpenedFile(Path file, FileOptions options, Path folder, Path text, List<String> columns) {
    this.file = file;
    this.options = options;
    this.folder = folder;
    this.text = text;
    this.columns = List.copyOf(columns);
  }

  /// @param connection any database, to read Parquet by
  /// @throws WorkbenchException when the file cannot be read, named with its line
  public static OpenedFile open(Connection connection, Path given, Progress progress) {
    Path file = given.toAbsolutePath().normalize();
    SourceFile.check(file);
    boolean gzip = SourceFile.isGzip(file);
    boolean parquet = !gzip && SourceFile.isParquet(file);
    if (!parquet && Faults.name(file).toLowerCase(Locale.ROOT).endsWith(".parquet")) {
      throw Faults.parquet(file, null);
    }
    Path folder = temporary(file);
    boolean opened = false;
    try {
      OpenedFile result =
          parquet ? parquet(connection, file, folder) : delimited(file, gzip, folder, progress);
      opened = true;
      return result;
    } finally {
      if (!opened) {
        delete(folder);
      }
    }
  }

  private static OpenedFile parquet(Connection connection, Path file, Path folder) {
    try {
      List<String> names = RawColumns.distinct(RawReader.parquetColumns(connection, file));
      return new OpenedFile(file, FileOptions.PARQUET, folder, file, names);
    } catch (SQLException failure) {
      throw Faults.parquet(file, failure);
    }
  }

  private static OpenedFile delimited(Path file, boolean gzip, Path folder, Progress progress) {
    TextHead head = TextHead.of(file, gzip, Optional.empty());
    if (head.isJson()) {
      throw Faults.reading(file, "it holds JSON; CSV or Parquet is wanted", null);
    }
    Preamble preamble = head.preamble();
    String table = Preamble.behind(head.text(), preamble.lines());
    String delimiter =
        preamble.delimiter().orElseGet(() -> TextGuess.delimiter(table, head.whole()).value());
    String quote = TextGuess.quote(table, delimiter).value();
    FileOptions options =
        new FileOptions(
            FileFormat.CSV,
            gzip,
            delimiter,
            quote,
            head.encoding().value(),
            /* header= */ true,
            preamble.lines());
    StagedText staged = StagedText.stage(file, options, folder.resolve("text"), progress);
    Inputs.checkLines(file, options, staged.lines());
    return new OpenedFile(
        file, options, folder, staged.text(), RawColumns.distinct(Inputs.header(file, options)));
  }

  private static Path temporary(Path file) {
    try {
      return Files.createTempDirectory("customer360-read");
    } catch (IOException failure) {
      throw Faults.storage("There is no room for a copy of " + Faults.name(file), failure);
    }
  }

  /// The names in the header, none empty, none twice.
  public List<String> columns() {
    return columns;
  }

  /// Takes the rows, each column a text or null.
  @FunctionalInterface
  public interface Reader {
    void read(ResultSet rows) throws SQLException;
  }

  /// All rows in the order of the file.
  ///
  /// @throws WorkbenchException when a line does not have as many fields as the header
  public void read(Connection connection, Progress progress, Reader reader) {
    if (options.format() == FileFormat.PARQUET) {
      try {
        query(connection, RawReader.parquet(connection, file, columns), reader);
      } catch (SQLException damaged) {
        throw Faults.parquet(file, damaged);
      }
      return;
    }
    try {
      CsvBatches.read(
          connection,
          file,
          text,
          options,
          columns,
          progress,
          table -> query(connection, table, reader));
    } catch (IOException failure) {
      throw Faults.unreadable(file, failure);
    } catch (SQLException refused) {
      throw fault(refused, progress);
    }
  }

  private static void query(Connection connection, String relation, Reader reader)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + relation)) {
      reader.read(rows);
    }
  }

  /// What is wrong with the text: the slow road tells the lines that are of another shape.
  private WorkbenchException fault(SQLException refused, Progress progress) {
    if (RawReader.wrongEncoding(refused)) {
      return Faults.encoding(file, options.encoding(), "");
    }
    try {
      CsvRepair.Result result =
          new CsvRepair(options.quote(), options.delimiter(), columns.size())
              .copy(text, folder.resolve("even"), progress);
      if (result.misshapen().isEmpty()) {
        return Faults.reading(file, Inputs.firstLine(refused), refused);
      }
      Manifest.Misshapen first = result.misshapen().getFirst();
      return Faults.misshapen(
          file, first.line(), first.fields(), columns.size(), result.misshapen().size());
    } catch (IOException failure) {
      return Faults.unreadable(file, failure);
    }
  }

  @Override
  public void close() {
    delete(folder);
  }

  private static void delete(Path folder) {
    try {
      for (String name : List.of("text", "even")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
