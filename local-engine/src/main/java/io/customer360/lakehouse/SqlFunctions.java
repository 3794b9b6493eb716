package io.customer360.lakehouse;

import io.customer360.phone.PhoneNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// What SQL models ask beyond what DuckDB has.
///
/// `plain_letters(text)` is a text without accents where a mark is an accent, or a vowel that is
/// mostly left out; in other alphabets, as those of India and in Thai, a mark is a letter like the
/// others (सीता and सत are two names), and the text is only composed (Unicode NFC).
///
/// `phone_e164(written, region, otherwise)` is [PhoneNumbers#e164]; null for no number. It takes
/// some ten microseconds, so models call it once for each distinct value.
public final class SqlFunctions {
  private static final String PLAIN_LETTERS =
      """
      create or replace macro plain_letters(written) as
        case when regexp_matches(written,
          '[^\\P{L}\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}\\p{Syriac}\\p{Armenian}\\p{Georgian}]')
          then nfc_normalize(written) else strip_accents(written) end""";

  private SqlFunctions() {}

  /// Makes them known to a database and every connection to it.
  public static void register(Connection connection) throws SQLException {
    try (var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("phone_e164")
          .withParameters(String.class, String.class, String.class)
          .withReturnType(String.class)
          .withVectorizedFunction(SqlFunctions::e164)
          .register(connection);
    }
    Rows.run(connection, PLAIN_LETTERS);
  }

  private static void e164(DuckDBDataChunkReader rows, DuckDBWritableVector numbers) {
    for (long row = 0; row < rows.rowCount(); row++) {
      String written = text(rows, 0, row);
      String number =
          written == null
              ? null
              : PhoneNumbers.e164(written, text(rows, 1, row), text(rows, 2, row));
      if (number == null) {
        numbers.setNull(row);
      } else {
        numbers.setString(row, number);
      }
    }
  }

  private static @Nullable String text(DuckDBDataChunkReader rows, int column, long row) {
    DuckDBReadableVector values = rows.vector(column);
    return values.isNull(row) ? null : values.getString(row);
  }
}
