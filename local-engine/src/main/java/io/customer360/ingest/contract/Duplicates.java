package io.customer360.ingest.contract;

import io.customer360.ingest.file.RawReader;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Finds the rows of a landing that were received before. Equal rows are found by a 64-bit hash and
/// confirmed by an MD5 of the text, so no row is lost to a collision; only candidates pay for it.
///
/// Within one file an equal row is a duplicate only when the rows have names (a key): order lines
/// without a line number repeat legitimately. Across files the n-th occurrence of a row is a
/// duplicate when an earlier file held at least n of it.
final class Duplicates {
  private Duplicates() {}

  /// Fills the temporary table `dup(line)` and returns how many there are.
  ///
  /// @param raw relation of the new landing
  /// @param earlier Parquet files of the same dataset, source and columns
  /// @param keyed whether equal rows within the file are duplicates
  static long find(
      Connection connection, String raw, List<String> columns, List<String> earlier, boolean keyed)
      throws SQLException {
    Rows.run(connection, "create or replace temp table dup (line bigint)");
    Rows.run(
        connection,
        "create or replace temp table suspect as "
            + (keyed
                ? "select _row_hash from " + raw + " group by _row_hash having count(*) > 1"
                : "select cast(null as ubigint) as _row_hash where false"));
    if (!earlier.isEmpty()) {
      Rows.run(
          connection,
          "insert into suspect select distinct _row_hash from "
              + raw
              + " where _row_hash in (select _row_hash from "
              + files(earlier)
              + ")");
    }
    if (Rows.number(connection, "select count(*) from suspect") == 0) {
      return 0;
    }
    String print = "md5(to_json([" + RawReader.arguments(columns) + "]))";
    Rows.run(
        connection,
        "create or replace temp table seen as select print, max(n) as n from (select file, print,"
            + " count(*) as n from "
            + (earlier.isEmpty()
                ? "(select '' as file, '' as print where false)"
                : "(select _landing as file, "
                    + print
                    + " as print from "
                    + files(earlier)
                    + " where _row_hash in (select _row_hash from suspect))")
            + " group by all) group by print");
    return Rows.update(
        connection,
        "insert into dup select line from (select c.line, row_number() over (partition by c.print"
            + " order by c.line) as nth, s.n from (select _line as line, "
            + print
            + " as print from "
            + raw
            + " where _row_hash in (select _row_hash from suspect)) c left join seen s on s.print ="
            + " c.print) where "
            + (keyed ? "nth > 1 or n is not null" : "nth <= n"));
  }

  private static String files(List<String> earlier) {
    return "read_parquet([" + String.join(", ", earlier.stream().map(Sql::literal).toList()) + "])";
  }
}
