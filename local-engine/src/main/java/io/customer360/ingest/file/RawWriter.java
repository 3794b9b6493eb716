package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.ingest.value.Words;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the rows of a file, as received, to a Parquet file with their hash, their landing and
/// file and, where rows do not simply follow each other line by line, their line.
public final class RawWriter {
  private static final Logger LOG = LoggerFactory.getLogger(RawWriter.class);

  /// Columns with more different values in a row group are written plainly. Trying longer for a
  /// dictionary costs a fifth of the import and saves little space.
  private static final int DISTINCT = 2_000;

  /// @param firstLine as of [Manifest]
  /// @param paths as of [Manifest]
  /// @param trimmed as of [Manifest]
  public record Written(
      List<String> columns,
      long firstLine,
      long rows,
      List<Manifest.Misshapen> misshapen,
      List<String> paths,
      List<String> trimmed) {}

  /// What every row carries so that many landings can be read at once.
  public record Stamp(String landing, String file) {}

  private final Connection connection;
  private final Stamp stamp;

  public RawWriter(Connection connection, Stamp stamp) {
    this.connection = connection;
    this.stamp = stamp;
  }

  public Written csv(
      Path file,
      StagedText staged,
      FileOptions options,
      List<String> columns,
      Path out,
      Path repaired,
      Progress progress)
      throws SQLException, IOException {
    int header = options.header() ? 1 : 0;
    LineScan.Result lines = staged.lines();
    long expected = lines.records() - header;
    boolean plain = lines.blankLines() == 0 || columns.size() > 1;
    if (plain) {
      try {
        List<String> trimmed =
            CsvBatches.read(
                connection,
                file,
                staged.text(),
                options,
                columns,
                progress,
                reader -> write(reader, columns, "", lines.shifts(), lines.records(), header, out));
        long rows = count(out);
        if (rows == expected) {
          return new Written(
              columns,
              simple(lines.shifts()) ? 1 + header : 0,
              rows,
              List.of(),
              List.of(),
              trimmed);
        }
      } catch (SQLException failure) {
        if (RawReader.wrongEncoding(failure)) {
          throw Faults.encoding(file, options.encoding(), place(failure));
        }
        if (RawReader.interrupted(failure)) {
          throw failure;
        }
        LOG.info("Bulk reader refused {}: {}", Faults.name(file), Inputs.firstLine(failure));
      }
    }
    return repair(file, staged, options, columns, out, repaired, expected, progress);
  }

  private Written repair(
      Path file,
      StagedText staged,
      FileOptions options,
      List<String> columns,
      Path out,
      Path repaired,
      long expected,
      Progress progress)
      throws SQLException, IOException {
    int header = options.header() ? 1 : 0;
    CsvRepair.Result result =
        new CsvRepair(options.quote(), options.delimiter(), columns.size())
            .copy(staged.text(), repaired, progress);
    if (result.misshapen().size() * 2L > expected) {
      Manifest.Misshapen first = result.misshapen().getFirst();
      boolean ended =
          first.fields() == columns.size() + 1 && first.text().endsWith(options.delimiter());
      throw ended
          ? Faults.endedByDelimiter(file, options.delimiter(), first.line())
          : Faults.delimiter(file, options.delimiter(), columns.size());
    }
    List<String> trimmed =
        CsvBatches.read(
            connection,
            file,
            repaired,
            options,
            columns,
            progress,
            reader -> write(reader, columns, "", result.shifts(), result.records(), header, out));
    long rows = count(out);
    if (rows != result.records() - header) {
      throw Faults.reading(
          file, "its records cannot be told apart; choose its quote character", null);
    }
    return new Written(
        columns,
        simple(result.shifts()) ? 1 + header : 0,
        rows,
        result.misshapen(),
        List.of(),
        trimmed);
  }

  /// @param paths JSON paths to cut out: each document is parsed once, here, and its texts are kept
  ///     beside it for whoever reads the rows
  public Written json(Path file, StagedText staged, List<String> paths, Path out)
      throws SQLException {
    List<String> columns = List.of(TypedSelect.JSON);
    LineScan.Result lines = staged.lines();
    // A blank line comes as null and is no record.
    String documents = "(from " + RawReader.lines(staged.text()) + " where json is not null)";
    write(
        paths.isEmpty()
            ? documents
            : "(select *, try(json_extract_string(json, "
                + TypedSelect.list(paths)
                + ")) as _j from "
                + documents
                + ")",
        columns,
        cuts(paths),
        lines.shifts(),
        lines.records(),
        0,
        out);
    boolean simple = simple(lines.shifts());
    String nothingFound =
        String.join(
            "",
            IntStream.range(0, paths.size())
                .mapToObj(n -> TypedSelect.cut(n) + " is null and ")
                .toList());
    long broken =
        Rows.number(
            connection,
            "select coalesce(min("
                + (simple ? "file_row_number + 1" : "_line")
                + "), 0) from read_parquet("
                + Sql.literal(out.toString())
                + (simple ? ", file_row_number = true" : "")
                + ") where "
                + nothingFound
                + "(not json_valid(json) or not starts_with(ltrim(json), '{'))");
    if (broken > 0) {
      throw Faults.brokenJson(file, broken);
    }
    return new Written(columns, simple ? 1 : 0, count(out), List.of(), paths, List.of());
  }

  private static String cuts(List<String> paths) {
    return String.join(
        "",
        IntStream.range(0, paths.size())
            .mapToObj(n -> ", _j[" + (n + 1) + "] as " + TypedSelect.cut(n))
            .toList());
  }

  public Written parquet(Path file, List<String> columns, Path out) throws SQLException {
    write(RawReader.parquet(connection, file, columns), columns, "", List.of(), 0, 0, out);
    return new Written(columns, 1, count(out), List.of(), List.of(), List.of());
  }

  private static boolean simple(List<LineScan.Shift> shifts) {
    return shifts.isEmpty();
  }

  /// @param more further columns of the reader to write, each after a comma
  private void write(
      String reader,
      List<String> columns,
      String more,
      List<LineScan.Shift> shifts,
      long records,
      int header,
      Path out)
      throws SQLException {
    String arguments = RawReader.arguments(columns);
    String from = reader + " as r";
    String line = "";
    if (!simple(shifts)) {
      lines(shifts, records, header);
      from += " positional join lines as l";
      line = ", l._line";
    }
    Rows.run(
        connection,
        "copy (select "
            + arguments
            + ", hash("
            + arguments
            + ") as _row_hash, "
            + constant(stamp.landing())
            + " as _landing, "
            + constant(stamp.file())
            + " as _file"
            + more
            + line
            + " from "
            + from
            + ") to "
            + Sql.literal(out.toString())
            + " (format parquet, dictionary_size_limit "
            + DISTINCT
            + ")");
  }

  /// A text that is the same in every row: as one of a kind it costs little to write, and it is
  /// read as text.
  private static String constant(String text) {
    return Sql.literal(text) + "::enum(" + Sql.literal(text) + ")";
  }

  /// Fills the temporary table `lines` with the `_line` of every record behind the header.
  private void lines(List<LineScan.Shift> shifts, long records, int header) throws SQLException {
    Rows.run(
        connection, "create or replace temp table shift (first bigint, past bigint, more bigint)");
    List<Long> firsts = new ArrayList<>();
    List<Long> pasts = new ArrayList<>();
    List<Long> more = new ArrayList<>();
    long first = 0;
    long by = 0;
    for (LineScan.Shift shift : shifts) {
      firsts.add(first);
      pasts.add(shift.ordinal());
      more.add(by);
      first = shift.ordinal();
      by = shift.shift();
    }
    firsts.add(first);
    pasts.add(records);
    more.add(by);
    Rows.update(
        connection,
        "insert into shift select unnest(?), unnest(?), unnest(?)",
        connection.createArrayOf("BIGINT", firsts.toArray()),
        connection.createArrayOf("BIGINT", pasts.toArray()),
        connection.createArrayOf("BIGINT", more.toArray()));
    Rows.run(
        connection,
        "create or replace temp table lines as select n + 1 + more as _line from (select"
            + " unnest(range(first, past)) as n, more from shift) where n >= "
            + header
            + " order by n");
  }

  private long count(Path parquet) throws SQLException {
    return Rows.number(
        connection, "select count(*) from read_parquet(" + Sql.literal(parquet.toString()) + ")");
  }

  private static String place(SQLException failure) {
    var line =
        java.util.regex.Pattern.compile("Line: (\\d+)")
            .matcher(String.valueOf(failure.getMessage()));
    return line.find() ? " (line " + Words.count(Long.parseLong(line.group(1))) + ")" : "";
  }
}
